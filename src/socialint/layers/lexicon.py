"""Word lists as one token trie per language, and every entry of it found in one pass."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple
from unicodedata import normalize

from socialint.layers.fold import PARAGRAPH

FOLDED, ACCENTS, CASE = 0, 1, 2  # what must be exact
LEAST_PREFIX = 3  # open-ended words are looked up by three letters
GAP, REST = "\ue000", "\ue001"  # private use: no writer types them
MOST_SKIPPED = 5  # words in a gap
LONGEST_GAP = 12  # words and signs
_STOPS = frozenset(".!?…") | {PARAGRAPH}

Nodes = Sequence[Mapping[str, Any]]


class Trait(NamedTuple):
    """What entries of one kind share; `object` holds the words of each text it names."""

    list: str
    weight: int
    guards: Sequence[str]
    note: str
    object: Sequence[Sequence[str]]
    exact: int


class Lexicon(NamedTuple):
    """A compiled lexicon.

    `nodes` are the trie, the root first: a word leads to the number of the next node, and ""
    to the rest, `[entries that end here, number of the node after a gap or 0, open-ended words
    by their first three letters]`.  `entries` are numbers in `traits`; `spellings` the forms as
    written of entries that ask for case or accents.  `guards` are the functions behind the names
    in `traits`.
    """

    nodes: Sequence[Mapping[str, Any]] = ({},)
    entries: Sequence[int] = ()
    traits: Sequence[Trait] = ()
    spellings: Mapping[str, Sequence[str]] = {}
    guards: Mapping[str, Callable[..., bool]] = {}


def load_lexicon(
    compiled: Mapping[str, Any], guards: Mapping[str, Callable[..., bool]] = MappingProxyType({})
) -> Lexicon:
    """The lexicon that `compile_lexicon` wrote, without reading it through."""
    return Lexicon(
        compiled["nodes"],
        compiled["entries"],
        [Trait(*trait) for trait in compiled["traits"]],
        compiled["spellings"],
        guards,
    )


def spelling(text: str, exact: int) -> str:
    """What is compared of a word that must be spelt as its entry is."""
    text = normalize("NFC", text).replace("’", "'")
    return text if exact == CASE else text.lower().replace("œ", "oe").replace("æ", "ae")


class Raw(NamedTuple):
    """An entry found: its first word, and the one after its last.

    `cost` counts its gaps and the words they skip.
    """

    first: int
    last: int
    entry: int
    cost: int


def scan(lexicon: Lexicon, tokens: Sequence[str], first: int, last: int) -> list[Raw]:
    """Every entry within tokens[first:last], by place.

    Of one entry at one place, the form that skips the fewest words, then the longest.
    """
    nodes = lexicon.nodes
    root = nodes[0]
    rests = root[""][2] if "" in root else {}
    found: list[Raw] = []
    if not rests and root.keys().isdisjoint(tokens):
        return found
    following = (*tokens[first + 1 : last], PARAGRAPH)
    # most words begin no entry, and most that do are not followed by its second word
    for place, (word, after) in enumerate(zip(tokens[first:last], following, strict=False), first):
        if word in root:
            node = nodes[root[word]]
            if after in node or ("" in node and _goes_on(nodes, node, tokens, place + 1)):
                found += _walk(nodes, tokens, place, last)
                continue
            if "" in node and word[:LEAST_PREFIX] not in rests:
                found += [Raw(place, place + 1, entry, 0) for entry in node[""][0]]
                continue
        if word[:LEAST_PREFIX] in rests:
            found += _walk(nodes, tokens, place, last)
    return found


def _goes_on(nodes: Nodes, node: Mapping[str, Any], tokens: Sequence[str], place: int) -> bool:
    """Whether an entry may go on from `place` by a gap or an open-ended word."""
    _, gap, rests = node[""]
    if gap and ("" in nodes[gap] or _meets(nodes[gap], tokens, place)):
        return True
    return place < len(tokens) and tokens[place][:LEAST_PREFIX] in rests


def _meets(node: Mapping[str, Any], tokens: Sequence[str], place: int) -> bool:
    return not node.keys().isdisjoint(tokens[place : place + LONGEST_GAP + 1])


def _walk(nodes: Nodes, tokens: Sequence[str], first: int, last: int) -> list[Raw]:
    found: list[Raw] = []
    states = [(0, first, 0)]
    for start, begin, cost in states:
        number: int | None = start
        place = begin
        while number is not None:
            node = nodes[number]
            word = tokens[place] if place < last else PARAGRAPH
            if "" in node:
                entries, gap, rests = node[""]
                found += [Raw(first, place, entry, cost) for entry in entries]
                for prefix, after in rests.get(word[:LEAST_PREFIX], ()):
                    if word.startswith(prefix):
                        states.append((after, place + 1, cost))
                if gap:
                    states += [
                        (gap, at, cost + n) for at, n in _gap(nodes[gap], tokens, place, last)
                    ]
            number = node.get(word)
            place += 1
    return _best(found) if len(found) > 1 else found


def _gap(
    node: Mapping[str, Any], tokens: Sequence[str], first: int, last: int
) -> Iterator[tuple[int, int]]:
    """Where an entry may go on after its gap, and what that costs."""
    rests = node[""][2] if "" in node else {}
    if not rests and not _meets(node, tokens, first):
        return
    count = 0
    for place in range(first, min(last, first + LONGEST_GAP + 1)):
        word = tokens[place]
        if word in node or word[:LEAST_PREFIX] in rests:
            yield place, count + 1
        # an elided or one-letter word goes with its neighbour
        count += len(word) > 1 and word.isalnum()
        if count > MOST_SKIPPED or word in _STOPS:
            return


def _best(found: list[Raw]) -> list[Raw]:
    best: dict[int, Raw] = {}
    for raw in sorted(found, key=lambda raw: (raw.cost, -raw.last)):
        best.setdefault(raw.entry, raw)
    return list(best.values())
