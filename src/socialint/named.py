"""Named tuples, as `typing.NamedTuple` makes them, in a tenth of the time.

A start makes some 160 of them.  The library proves each annotation and compiles a constructor for
each record: that was a fifth of a first run.
"""

from __future__ import annotations

from functools import cache
from operator import itemgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any, Self

__all__ = ["NamedTuple"]


def _getter(place: int, _text: str) -> property:
    return property(itemgetter(place))


try:
    from _collections import _tuplegetter as getter  # type: ignore[import-not-found]
except ImportError:  # another Python than CPython; slower, and the same
    getter = _getter


class _Tuple(tuple[Any, ...]):
    """What all named tuples can do, as `collections.namedtuple` has it."""

    __slots__ = ()
    __match_args__: tuple[str, ...] = ()
    _fields: tuple[str, ...] = ()
    _field_defaults: dict[str, Any] = {}  # noqa: RUF012  never written to

    def __new__(cls, *values: Any, **named: Any) -> Self:
        """Stands for the constructor until it is first called: many records are never made."""
        owner: Any = next(one for one in cls.__mro__ if "_fields" in vars(one))
        owner.__new__ = staticmethod(_constructor(owner))
        return owner.__new__(cls, *values, **named)  # type: ignore[no-any-return]

    @classmethod
    def _make(cls, values: Any) -> Self:
        made = tuple.__new__(cls, values)
        if len(made) != len(cls._fields):
            raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
        return made

    def _replace(self, **changes: Any) -> Self:
        made = self._make(map(changes.pop, self._fields, self))
        if changes:
            raise ValueError(f"Got unexpected field names: {list(changes)!r}")
        return made

    def _asdict(self) -> dict[str, Any]:
        return dict(zip(self._fields, self, strict=True))

    def __repr__(self) -> str:
        shown = (f"{name}={value!r}" for name, value in zip(self._fields, self, strict=True))
        return f"{type(self).__name__}({', '.join(shown)})"

    def __getnewargs__(self) -> tuple[Any, ...]:
        return tuple(self)


def _constructor(owner: Any) -> FunctionType:
    """That of as many fields, with their names in place: to compile one for each takes longer."""
    code = _plain(len(owner._fields)).__code__.replace(co_varnames=("_cls", *owner._fields))
    defaults = tuple(owner._field_defaults.values())
    return FunctionType(code, {"new": tuple.__new__}, "__new__", defaults)


@cache
def _plain(count: int) -> FunctionType:
    names = "".join(f"_{number}, " for number in range(count))
    made: FunctionType = eval(f"lambda _cls, {names}: new(_cls, ({names}))")  # noqa: S307  numbers
    return made


class _Maker(type):
    """Makes a named tuple of a class whose base is `NamedTuple`."""

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> Any:
        names = tuple(space.get("__annotations__", ()))
        space["_fields"] = space["__match_args__"] = names
        space["_field_defaults"] = {each: space[each] for each in names if each in space}
        space["__slots__"] = ()
        for place, each in enumerate(names):
            space[each] = getter(place, f"Alias for field number {place}")
        return type(name, (_Tuple, *bases[1:]), space)


if TYPE_CHECKING:
    from typing import NamedTuple  # noqa: TID251  what it stands for
else:
    NamedTuple = type.__new__(_Maker, "NamedTuple", (), {})
