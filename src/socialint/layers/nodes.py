"""The parts of a compiled word list, each read from its line when it is first needed."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import pairwise
from sys import intern
from typing import Any

from socialint.layers.notation import FIRST_MARK, KINDS, Trait
from socialint.named import NamedTuple

_DECODER = json.JSONDecoder()  # `json.loads` looks at more than it decodes

Rests = Mapping[str, Sequence[tuple[str, int]]]


class Node(NamedTuple):
    """A place in the trie: the entries that end there, and what goes on from it.

    `words` and `rests` (open-ended words by their first three letters) lead to the offsets of the
    next nodes, `gap` to that of the node after a gap (0: there is none).  `lists` are those of the
    entries.
    """

    words: Mapping[str, int]
    entries: Sequence[int]
    gap: int
    rests: Rests
    lists: frozenset[str]


class Stretch(NamedTuple):
    """A part of bytes, which are not copied: a lexicon has three million."""

    data: bytes
    start: int
    end: int

    def __eq__(self, other: object) -> bool:
        """Whether the same stands in both, wherever they lie."""
        return isinstance(other, Stretch) and self._own == other._own

    def __hash__(self) -> int:
        return hash(self.end - self.start)

    @property
    def _own(self) -> bytes:
        return self.data[self.start : self.end]

    def line(self, offset: int) -> Any:
        """What the line holds that begins there."""
        start = self.start + offset
        return _DECODER.raw_decode(self.data[start : self.data.index(b"\n", start)].decode())[0]

    def last(self, count: int) -> Sequence[bytes]:
        """The last lines."""
        ends = [self.end]
        for _ in range(count):
            ends.insert(0, self.data.rindex(b"\n", self.start, ends[0]))
        return [self.data[start + 1 : end] for start, end in pairwise(ends)]


def whole(data: bytes) -> Stretch:
    """All of the bytes."""
    return Stretch(data, 0, len(data))


class Nodes(dict[int, Node]):
    """The nodes of a trie by the offset of their line, each read when it is first met."""

    def __init__(self, data: Stretch, traits: Traits) -> None:
        super().__init__()
        self._data = data
        self._traits = traits
        self._none: dict[str, Any] = {}  # most nodes have no words or no beginnings

    def __missing__(self, offset: int) -> Node:
        words: dict[str, Any] = self._data.line(offset)
        entries, gap, rests = words.pop("", ((), 0, {}))
        lists = self._traits.lists(entries)
        none = self._none
        node = self[offset] = Node(words or none, entries, gap, rests or none, lists)
        return node


class Parts(dict[Any, Mapping[str, Any]]):
    """Parts of a large table by their keys, each read when something in it is first looked up.

    `places` are the offsets of their lines by the keys as texts.
    """

    def __init__(self, data: Stretch, places: Mapping[str, int]) -> None:
        super().__init__()
        self._data = data
        self._places = places

    def __missing__(self, key: int | str) -> Mapping[str, Any]:
        place = self._places.get(str(key))
        part = self[key] = {} if place is None else self._data.line(place)
        return part


class Traits(dict[int, Trait]):
    """What each entry is, by its number; a kind of entry is read when one of them is met."""

    def __init__(self, text: bytes) -> None:
        super().__init__()
        marks, *self._kinds = text.decode().split(KINDS)
        self._marks: str = json.loads(marks)
        self._made: dict[int, Trait] = {}
        self._lists: dict[frozenset[str], frozenset[str]] = {}

    def __missing__(self, entry: int) -> Trait:
        kind = ord(self._marks[entry]) - FIRST_MARK
        if kind not in self._made:
            name, *others = _DECODER.raw_decode(self._kinds[kind])[0]
            # sets of names, which each text asks for, know sooner what is the same string
            self._made[kind] = Trait(intern(name), *others)
        trait = self[entry] = self._made[kind]
        return trait

    def lists(self, entries: Sequence[int]) -> frozenset[str]:
        """The lists that hold these entries; what is equal is one, nodes have few of them."""
        found = frozenset([self[entry].list for entry in entries])
        return self._lists.setdefault(found, found)
