"""Compiled word lists of one language, each part of them read when it is first needed."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, KeysView, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Any, Self
from unicodedata import normalize

from socialint.frozen import Frozen, field
from socialint.named import NamedTuple

FOLDED, ACCENTS, CASE = 0, 1, 2  # what must be exact
LEAST_PREFIX = 3  # open-ended words are looked up by three letters
GAP, REST = "\ue000", "\ue001"  # private use: no writer types them
MOST_KEPT = 20_000  # words that a lexicon remembers
ALIKE = 2  # letters by which words that begin entries are shelved
SHELF = 32  # entries whose spellings are read together
FIRST_MARK = 0xA1  # characters stand for numbers from this one on: none that JSON must escape
NEED = "\n"  # no word of a text is a lone line end

_DECODER = json.JSONDecoder()  # `json.loads` looks at more than it decodes

Rests = Mapping[str, Sequence[tuple[str, int]]]


class Trait(NamedTuple):
    """What entries of one kind share; `object` holds the words of each text it names."""

    list: str
    weight: int
    guards: Sequence[str]
    note: str
    object: Sequence[Sequence[str]]
    exact: int


class Node(NamedTuple):
    """A place in the trie: the entries that end there, and what goes on from it.

    `words` and `rests` (open-ended words by their first three letters) lead to the offsets of the
    next nodes, `gap` to that of the node after a gap (0: there is none).  `need` are, at the first
    word of entries, words of which one must be in the text if any of them is (empty: not known);
    None where nothing goes on.
    """

    words: Mapping[str, int]
    entries: Sequence[int]
    gap: int
    rests: Rests
    need: frozenset[str] | None


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

    def __init__(self, data: Stretch) -> None:
        super().__init__()
        self._data = data

    def __missing__(self, offset: int) -> Node:
        words: dict[str, Any] = self._data.line(offset)
        need = words.pop(NEED, None)
        entries, gap, rests = words.pop("", ((), 0, {}))
        known = None if need is None else frozenset(need)
        node = self[offset] = Node(words, entries, gap, rests, known)
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
    """What each entry is, by its number."""

    def __init__(self, kinds: Sequence[Sequence[Any]], marks: str) -> None:
        super().__init__()
        self._kinds = [Trait(*kind) for kind in kinds]
        self._marks = marks

    def __missing__(self, entry: int) -> Trait:
        trait = self[entry] = self._kinds[ord(self._marks[entry]) - FIRST_MARK]
        return trait


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
        self.idle: set[str] = set()

    def lone(self, name: str) -> Mapping[str, Sequence[int]]:
        """The words that are entries of a list by themselves, with those, as far as met."""
        return self._lone.get(name, {})

    def of(self, words: KeysView[str]) -> list[tuple[str, Start]]:
        """Those of `words` that begin an entry."""
        return [(word, start) for word in words - self.idle if (start := self[word])]

    def __missing__(self, word: str) -> Start | None:
        lexicon = self._lexicon
        nodes = [lexicon.nodes[number] for number in lexicon.begun(word)]
        if not nodes:
            self.idle.add(word)
            return None
        own: defaultdict[str, dict[int, None]] = defaultdict(dict)
        for node in nodes:
            for entry in node.entries:
                own[lexicon.traits[entry].list][entry] = None
        for name, entries in own.items():
            self._lone.setdefault(name, {})[word] = tuple(entries)
        going = [node for node in nodes if node.need is not None]
        start = self[word] = Start(frozenset(own), going)
        return start


class Lexicon(Frozen):
    """A compiled lexicon: `data` is what `compile_lexicon` wrote, a line of JSON a part.

    Every line but the last four is known by the offset where it begins.  Most are nodes: a word
    leads to the offset of the next node, and "" to the rest, `[entries that end here, offset of the
    node after a gap or 0, open-ended words by their first three letters]`; under `NEED` the first
    node of an entry has words of which one must be in a text if anything goes on from there.  The
    last lines are the traits, and which of them each entry has, a character an entry; where the
    lines are with the forms as written of entries that ask for case or accents, `SHELF` entries a
    line; those with the words that begin entries, and their nodes, by their first `ALIKE` letters;
    open-ended words that begin entries, by their first three letters.  `guards` are the functions
    behind the names in the traits.
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
        return Nodes(self.data)

    @cached_property
    def traits(self) -> Traits:
        """What each entry is, by its number."""
        return Traits(*json.loads(self._last[0]))

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
        if len(self._starts[-1]) + len(self._starts[-1].idle) > MOST_KEPT:
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


def spelling(text: str, exact: int) -> str:
    """What is compared of a word that must be spelt as its entry is."""
    text = normalize("NFC", text).replace("’", "'")
    return text if exact == CASE else text.lower().replace("œ", "oe").replace("æ", "ae")
