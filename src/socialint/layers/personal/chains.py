"""Runs of figures, grouped as people write long numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from socialint.layers.personal.datum import HYPHENS, JOINTS, SPACES, words_before
from socialint.lazy import regex

_BETWEEN = rf"[{JOINTS}./()]"
CHAIN = regex(rf"(?:\+ ?)?\(?\d++(?:{_BETWEEN}{{1,3}}+\d++)*+")
_GROUP = regex(r"\d+")
_EVEN = {**dict.fromkeys(map(ord, SPACES), " "), **dict.fromkeys(map(ord, HYPHENS), "-")}
MOST_DIGITS = 19


class Group(NamedTuple):
    """Figures written together."""

    start: int
    end: int


class Run(NamedTuple):
    """Some neighbouring groups of a chain: `shape` their lengths, `digits` all their figures."""

    first: int
    last: int
    shape: tuple[int, ...]
    digits: str


class Chain:
    """A run of groups of figures in a text, with what stands between them."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups, in text order."""
        found = _GROUP.finditer(self.text, self.start, self.end)
        return tuple(Group(*match.span()) for match in found)

    @cached_property
    def words(self) -> list[str]:
        """The folded words before the chain, nearest first."""
        return words_before(self.text, self.start)

    def separator(self, index: int) -> str:
        """What stands before group `index`, with plain spaces and hyphens."""
        if index == 0:
            return self.text[self.start : self.groups[0].start]
        between = self.text[self.groups[index - 1].end : self.groups[index].start]
        return between.translate(_EVEN)

    def runs(self, first: int, most: int = MOST_DIGITS) -> Iterator[Run]:
        """Runs that begin at group `first`, longest first, of `most` figures at most."""
        shape: list[int] = []
        digits = ""
        found: list[Run] = []
        for index in range(first, len(self.groups)):
            start, end = self.groups[index]
            if len(digits) + end - start > most:
                break
            shape.append(end - start)
            digits += self.text[start:end]
            found.append(Run(first, index, tuple(shape), digits))
        return reversed(found)

    def even(self, run: Run, skip: int = 0) -> bool:
        """Whether the same sign stands between all groups of the run (after the first `skip`)."""
        return len({self.separator(i) for i in range(run.first + 1 + skip, run.last + 1)}) <= 1

    def stands_apart(self, run: Run) -> bool:
        """Whether the run is no slice of a longer list of like groups."""
        inner = self.separator(run.last)
        before, after = run.first - 1, run.last + 1
        whole = len(run.shape) == 1
        for index, edge in ((before, run.first), (after, after)):
            if not 0 <= index < len(self.groups):
                continue
            sign = self.separator(edge)
            like = self.groups[index].end - self.groups[index].start == run.shape[-1]
            if sign in {".", "-"} or (like and (whole or sign == inner)):
                return False
        return True
