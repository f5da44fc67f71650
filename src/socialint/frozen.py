"""Frozen records that may have cached properties, made without compiling anything.

`dataclasses` compiles five functions for each class, and imports `inspect` to do so: for the 20
records of a start that was a tenth of a first run.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NoReturn, TypeVar, dataclass_transform


class _Field:
    """How a field of a record gets its value, and whether two records differ by it."""

    def __init__(self, default_factory: Callable[[], Any] | None, *, compare: bool) -> None:
        self.make = default_factory
        self.compare = compare


def field(*, default_factory: Callable[[], Any] | None = None, compare: bool = True) -> Any:
    """The default of a field: what `default_factory` makes for each record.

    One that is not to `compare` makes no difference, and is not shown.
    """
    return _Field(default_factory, compare=compare)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Frozen:
    """A record whose class may have cached properties; its annotations are its fields.

    Equal if of one class and with equal fields; with `eq=False` equal to itself only.
    """

    _names: tuple[str, ...] = ()
    _compared: tuple[str, ...] = ()
    _defaults: dict[str, Any] = {}  # noqa: RUF012  never written to
    _makers: dict[str, Callable[[], Any]] = {}  # noqa: RUF012  never written to

    def __init_subclass__(cls, *, eq: bool = True) -> None:
        super().__init_subclass__()
        names = tuple(cls.__annotations__)
        given = {name: vars(cls)[name] for name in names if name in vars(cls)}
        special = {name: one for name, one in given.items() if isinstance(one, _Field)}
        for name in special:
            delattr(cls, name)
        cls._names = names
        cls._compared = tuple(
            name for name in names if name not in special or special[name].compare
        )
        cls._defaults = {name: one for name, one in given.items() if name not in special}
        cls._makers = {name: one.make for name, one in special.items() if one.make}
        if not eq:
            cls.__eq__ = object.__eq__  # type: ignore[method-assign]
            cls.__hash__ = object.__hash__  # type: ignore[method-assign]

    def __init__(self, *values: Any, **named: Any) -> None:
        names = self._names
        found = self.__dict__
        found.update(self._defaults)
        found.update(zip(names, values, strict=False))
        found.update(named)
        for name, make in self._makers.items():
            if name not in found:
                found[name] = make()
        twice = values and named and not named.keys().isdisjoint(names[: len(values)])
        if twice or len(found) != len(names) or len(values) > len(names):
            raise TypeError(_misfit(self, len(values), named))

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"cannot assign to field {name!r}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"cannot delete field {name!r}")

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return all(getattr(self, name) == getattr(other, name) for name in self._compared)

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self._compared))

    def __repr__(self) -> str:
        shown = (f"{name}={getattr(self, name)!r}" for name in self._compared)
        return f"{type(self).__name__}({', '.join(shown)})"


def _misfit(made: Frozen, given: int, named: Any) -> str:
    known = made._names  # noqa: SLF001  this module's own
    unknown = [name for name in named if name not in known]
    missing = [name for name in known if name not in vars(made)]
    what = (
        f"unknown {unknown}"
        if unknown
        else f"missing {missing}"
        if missing
        else f"{given} values first"
    )
    return f"{type(made).__name__}({', '.join(known)}): {what}"


R = TypeVar("R", bound=Frozen)


def replace(made: R, **changes: Any) -> R:
    """The record with some fields changed, and what was cached of it forgotten."""
    names = made._names  # noqa: SLF001  this module's own
    return type(made)(**{**{name: vars(made)[name] for name in names}, **changes})
