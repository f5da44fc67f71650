"""What costs nothing until it is used: patterns (to compile them all takes 60 ms), tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from importlib import import_module
from typing import Any, TypeVar, cast

T = TypeVar("T")


class _Lazy:
    """Stands for a pattern until something of it is asked for, then hands on the pattern's own."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # what copying and pickling look for
            raise AttributeError(name)
        from socialint.kept import kept  # noqa: PLC0415  a module that only names patterns needs none

        compiled = kept().compile(self._source, self._flags)
        # Found in the instance from now on: later calls go straight to the compiled pattern.
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def regex(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, compiled when first used; wrong syntax shows then."""
    return cast("re.Pattern[str]", _Lazy(source, flags))


class Made(dict[str, T]):
    """Things by name, each made of its name when it is first asked for, then kept.

    It has all the `names`; as a dict it holds those that were made, so that to ask again costs
    no call.
    """

    def __init__(self, names: Collection[str], make: Callable[[str], T]) -> None:
        super().__init__()
        self._names = names
        self._make = make

    @property
    def made(self) -> Collection[str]:
        """The names that were asked for so far."""
        return super().keys()

    def __missing__(self, name: str) -> T:
        if name not in self._names:
            raise KeyError(name)
        made = self[name] = self._make(name)
        return made

    def get(self, name: str, default: Any = None) -> Any:
        """What has that name, or `default`."""
        return self[name] if name in self._names else default

    def __contains__(self, name: object) -> bool:
        return name in self._names

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    # of all names, made or not; a dict's views are of a type of their own
    keys = Mapping.keys  # type: ignore[assignment]
    items = Mapping.items  # type: ignore[assignment]
    values = Mapping.values  # type: ignore[assignment]
    __eq__ = Mapping.__eq__
    __ne__ = object.__ne__
    __hash__ = dict.__hash__


class Table(Mapping[str, Any]):
    """Things by name, each imported when it is first asked for.

    `places` says where they are: `socialint.checks.shouting:SHOUTING`.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places
        self._found: dict[str, Any] = {}

    def __getitem__(self, name: str) -> Any:
        if name not in self._found:
            module, _, attribute = self._places[name].partition(":")
            self._found[name] = getattr(import_module(module), attribute)
        return self._found[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
