"""What is kept of every post, in few bytes: of a long feed nothing else stays in memory."""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator
from typing import Any

from socialint.checks.feed.weights import Sentence


class Packed:
    """Sentences as numbers in a row: for each its hash, how many stems it has, and these."""

    __slots__ = ("_codes",)

    def __init__(self, sentences: Iterable[Sentence]) -> None:
        codes = array("I")
        for code, stems in sentences:
            codes.extend((code, len(stems), *stems))
        self._codes = codes.tobytes()

    def __iter__(self) -> Iterator[Sentence]:
        """The sentences again."""
        codes = array("I", self._codes).tolist()
        at = 0
        while at < len(codes):
            end = at + 2 + codes[at + 1]
            yield codes[at], tuple(codes[at + 2 : end])
            at = end


def wrapped(value: Any) -> bytes:
    """Plain tuples, sets, texts and numbers as bytes."""
    return marshal.dumps(value)


def opened(parcel: bytes) -> Any:
    """The value again."""
    return marshal.loads(parcel)  # noqa: S302  what this run wrote a moment ago


def marks(names: Iterable[str]) -> bytes:
    """Names as hashes in a row, the same in one process only."""
    return array("q", {hash(name) for name in names}).tobytes()


def each(found: bytes) -> Iterable[int]:
    """The hashes one by one."""
    return array("q", found)


def tied(one: bytes, other: bytes) -> bool:
    """Whether they have a name in common."""
    return not frozenset(each(one)).isdisjoint(each(other))
