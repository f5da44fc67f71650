"""Compiled word lists of one language: where their entries begin, and what each of them is."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, KeysView, Mapping, Sequence
from functools import cached_property
from typing import Self

from socialint.frozen import Frozen, field
from socialint.layers.nodes import Node, Nodes, Parts, Rests, Stretch, Traits, whole
from socialint.layers.notation import ALIKE, LEAST_PREFIX, SHELF
from socialint.named import NamedTuple

MOST_KEPT = 20_000  # words that a lexicon remembers


class Start(NamedTuple):
    """What a word begins: the lists of entries that it is by itself, nodes that go on from it."""

    lists: frozenset[str]
    nodes: Sequence[Node]


class Starts(dict[str, "Start | None"]):
    """What the words that were met begin; None for the many that begin nothing.

    Whoever looks several times keeps one of these: a lexicon takes a new one when it is full.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._lone: dict[str, dict[str, Sequence[int]]] = {}

    def lone(self, name: str) -> Mapping[str, Sequence[int]]:
        """The words that are entries of a list by themselves, with those, as far as met."""
        return self._lone.get(name, {})

    def of(self, words: KeysView[str]) -> list[tuple[str, Start]]:
        """Those of `words` that begin an entry."""
        return [(word, start) for word in words if (start := self[word])]

    def __missing__(self, word: str) -> Start | None:
        lexicon = self._lexicon
        nodes = [lexicon.nodes[number] for number in lexicon.begun(word)]
        if not nodes:
            self[word] = None
            return None
        own: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for node in nodes:
            for entry in node.entries:
                own[lexicon.traits[entry].list][entry] = None
        for name, entries in own.items():
            self._lone.setdefault(name, {})[word] = tuple(entries)
        going = [node for node in nodes if node.words or node.gap or node.rests]
        start = self[word] = Start(frozenset(own), going)
        return start


class Lexicon(Frozen):
    """A compiled lexicon: `data` is what `compile_lexicon` wrote, a line of JSON a part.

    Every line but the last four is known by the offset where it begins.  Most are nodes: a word
    leads to the offset of the next node, and "" to the rest, `[entries that end here, offset of the
    node after a gap or 0, open-ended words by their first three letters]`.  The last lines are
    which trait each entry has, a character an entry, and the traits, with `KINDS` before each;
    where the lines are with the forms as written of entries that ask for case or accents, `SHELF`
    entries a line; those with the words that begin entries, and their nodes, by their first `ALIKE`
    letters; open-ended words that begin entries, by their first three letters.  `guards` are the
    functions behind the names in the traits.
    """

    data: Stretch
    guards: Mapping[str, Callable[..., bool]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, text: str) -> Self:
        """That of a compiled text, without guards."""
        return cls(whole(text.encode()))

    @cached_property
    def nodes(self) -> Nodes:
        """The trie."""
        return Nodes(self.data, self.traits)

    @cached_property
    def traits(self) -> Traits:
        """What each entry is, by its number."""
        return Traits(self._last[0])

    @cached_property
    def _spellings(self) -> Parts:
        return Parts(self.data, json.loads(self._last[1]))

    def spellings(self, entry: int) -> Sequence[str]:
        """The forms as written of an entry that asks for case or accents."""
        found: Sequence[str] = self._spellings[entry // SHELF][str(entry)]
        return found

    @cached_property
    def roots(self) -> Parts:
        """The nodes of the words that begin entries, by the first letters of those."""
        return Parts(self.data, json.loads(self._last[2]))

    @cached_property
    def rests(self) -> Rests:
        """The nodes of open-ended words that begin entries."""
        rests: Rests = json.loads(self._last[3])
        return rests

    @property
    def starts(self) -> Starts:
        """What each word begins."""
        if len(self._starts[-1]) > MOST_KEPT:
            self._starts[:] = [Starts(self)]
        return self._starts[-1]

    @cached_property
    def _starts(self) -> list[Starts]:
        return [Starts(self)]

    def begun(self, word: str) -> Iterator[int]:
        """The nodes of entries that begin with the word."""
        node: int | None = self.roots[word[:ALIKE]].get(word)
        if node is not None:
            yield node
        for prefix, number in self.rests.get(word[:LEAST_PREFIX], ()):
            if word.startswith(prefix):
                yield number

    @cached_property
    def _last(self) -> Sequence[bytes]:
        """The last four lines."""
        return self.data.last(4)
