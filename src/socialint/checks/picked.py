"""Some records of a feed, by their numbers in it: of a long feed, records must not pile up."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar, overload

from socialint.checks.check import Record

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


class Picked(Sequence[T]):
    """What `read` answers for each of `numbers`, asked for when it is wanted."""

    def __init__(self, read: Callable[[int], T], numbers: Sequence[int]) -> None:
        self._read, self._numbers = read, numbers

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> Sequence[T]: ...

    def __getitem__(self, at: int | slice) -> T | Sequence[T]:
        if isinstance(at, slice):
            return Picked(self._read, self._numbers[at])
        return self._read(self._numbers[at])

    def __len__(self) -> int:
        return len(self._numbers)


def pick(feed: Sequence[Record], is_meant: Callable[[Record], bool]) -> Picked[Record]:
    """Those of which it holds."""
    numbers = array("I", (n for n, record in enumerate(feed) if is_meant(record)))
    return Picked(feed.__getitem__, numbers)


def part(
    feed: Sequence[Record], keys: Callable[[Record], Iterable[K]]
) -> Mapping[K, Picked[Record]]:
    """The records of each key, in the order given; one that has two stands in both."""
    numbers: defaultdict[K, array[int]] = defaultdict(lambda: array("I"))
    for number, record in enumerate(feed):
        for key in keys(record):
            numbers[key].append(number)
    return {key: Picked(feed.__getitem__, found) for key, found in numbers.items()}


def alike(keys: Sequence[int]) -> Iterator[Sequence[int]]:
    """The places of equal keys, those that come first before the others; none that are alone."""
    order = array("I", sorted(range(len(keys)), key=keys.__getitem__))
    groups = (tuple(same) for _, same in groupby(order, key=keys.__getitem__))
    return iter(sorted(same for same in groups if len(same) > 1))


def in_turn(feed: Sequence[Record], numbers: Sequence[int]) -> Sequence[int]:
    """The same numbers as readers come upon their records."""
    return sorted(numbers, key=lambda number: feed[number].turn)


def runs(items: Iterable[T], goes_on: Callable[[T, T], bool]) -> Iterator[list[T]]:
    """The items in rows: each `goes_on` from the one before it, or begins the next row."""
    run: list[T] = []
    for item in items:
        if run and not goes_on(run[-1], item):
            yield run
            run = []
        run.append(item)
    if run:
        yield run
