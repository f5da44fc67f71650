"""Runs of figures, grouped as people write long numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise

from socialint.layers.personal.datum import HYPHENS, JOINTS, SPACES, words_before
from socialint.lazy import regex
from socialint.named import NamedTuple

BETWEEN = rf"[{JOINTS}./()]"
# a figure in front, for the search skips to a class, not to a repetition
CHAIN = regex(rf"\d\d*+(?:{BETWEEN}{{1,3}}+\d++)*+")
_JOINTS = frozenset(f"{SPACES}{HYPHENS}./()")
_GROUP = regex(r"\d+")
_EVEN = {**dict.fromkeys(map(ord, SPACES), " "), **dict.fromkeys(map(ord, HYPHENS), "-")}
MOST_GROUPS = 9  # a number that people write has eight at most


def _opening(text: str, at: int) -> int:
    """Where the chain whose figures begin at `at` begins: at its bracket and its + before that."""
    start = at - 1 if text[at - 1 : at] == "(" else at
    if text[start - 1 : start] == "+":
        return start - 1
    return start - 2 if text[max(0, start - 2) : start] == "+ " else start


def beginning(text: str, at: int) -> int:
    """Where the chain that holds the figure at `at` begins, or something before that."""
    while at and (text[at - 1].isdecimal() or text[at - 1] in _JOINTS):
        at -= 1
    return at


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
    """A run of groups of figures in a text, with what stands between them.

    `first` is where its figures begin, `start` where the bracket and the + before them do.
    """

    def __init__(self, text: str, first: int, end: int) -> None:
        self.text, self.first, self.end = text, first, end
        self.start = _opening(text, first)

    @cached_property
    def groups(self) -> tuple[Group, ...]:
        """The groups, in text order."""
        if self.text[self.start : self.end].isdecimal():
            return (Group(self.start, self.end),)
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

    def runs(self, first: int, least: int, most: int) -> Iterator[Run]:
        """Runs of `least` to `most` figures that begin at group `first`, longest first."""
        groups = self.groups[first : first + MOST_GROUPS]
        size = 0
        lasts: list[int] = []
        for last, (start, end) in enumerate(groups, first):
            size += end - start
            if size > most:
                break
            if size >= least:
                lasts.append(last)
        for last in reversed(lasts):
            yield self._run(first, last)

    def _run(self, first: int, last: int) -> Run:
        parts = [self.text[start:end] for start, end in self.groups[first : last + 1]]
        return Run(first, last, tuple(map(len, parts)), "".join(parts))

    def even(self, run: Run) -> bool:
        """Whether the same sign stands between all groups of the run."""
        return len({self.separator(i) for i in range(run.first + 1, run.last + 1)}) <= 1

    def stands_apart(self, run: Run) -> bool:
        """Whether the run is no slice of a longer list of like groups.

        Another number of the same shape may stand beside it.
        """
        size = len(run.shape)
        return self._edge(run, run.first - 1, run.first, run.first - size) and self._edge(
            run, run.last + 1, run.last + 1, run.last + 1
        )

    def _edge(self, run: Run, neighbour: int, edge: int, twin: int) -> bool:
        """Whether the neighbouring group is none of the run's; `twin` may begin a like number."""
        if not 0 <= neighbour < len(self.groups):
            return True
        sign = self.separator(edge)
        start, end = self.groups[neighbour]
        size = len(run.shape)
        like = end - start == run.shape[-1] and (size == 1 or sign == self.separator(run.last))
        if not like:
            return sign not in {".", "-"}
        if size == 1 or not 0 <= twin <= len(self.groups) - size:
            return False
        alike = self.text[self.groups[twin].start] == run.digits[0]
        return alike and not self._counts(run)

    def _counts(self, run: Run) -> bool:
        """Whether the groups go up one by one: a list, not a number."""
        values = [int(self.text[start:end]) for start, end in self.groups[run.first : run.last + 1]]
        return all(after - before == 1 for before, after in pairwise(values))
