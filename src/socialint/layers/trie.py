"""Every entry of a lexicon found in a run of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from socialint.layers.fold import PARAGRAPH
from socialint.layers.lexicon import LEAST_PREFIX, NEED, Lexicon, Node, Nodes, Start
from socialint.named import NamedTuple

MOST_SKIPPED = 5  # words in a gap
LONGEST_GAP = 12  # words and signs
_STOPS = frozenset(".!?…") | {PARAGRAPH}


class Raw(NamedTuple):
    """An entry found: its first word, and the one after its last.

    `cost` counts its gaps and the words they skip.
    """

    first: int
    last: int
    entry: int
    cost: int


class Scan(NamedTuple):
    """What a lexicon has in a text: words that are entries by themselves, and longer entries.

    Of most words nobody asks where they stand.
    """

    lone: Sequence[tuple[str, Start]]
    raws: Sequence[Raw]


def scan(lexicon: Lexicon, tokens: Sequence[str], first: int, last: int) -> Scan:
    """Every entry within tokens[first:last]; `best` picks among those of one entry and place."""
    present = frozenset(tokens[first:last])
    begun = lexicon.starts.of(present)
    going = {
        word: nodes
        for word, start in begun
        if start.nodes and (nodes := [node for node in start.nodes if _may_go_on(node, present)])
    }
    lone = [item for item in begun if item[1].lone]
    return Scan(lone, list(_walks(lexicon.nodes, going, tokens, first, last)) if going else ())


def _may_go_on(node: Node, present: frozenset[str]) -> bool:
    need = node[NEED]
    return not need or not need.isdisjoint(present)


def best(raws: Iterable[Raw]) -> list[Raw]:
    """Of one entry at one place, the form that skips the fewest words, then the longest."""
    found: dict[tuple[int, int], Raw] = {}
    for raw in sorted(raws, key=_rank):
        found.setdefault((raw.first, raw.entry), raw)
    return list(found.values())


def _rank(raw: Raw) -> tuple[int, int, int, int]:
    return (raw.first, raw.entry, raw.cost, -raw.last)


def _walks(
    nodes: Nodes, going: Mapping[str, Sequence[Node]], tokens: Sequence[str], first: int, last: int
) -> Iterator[Raw]:
    following = (*tokens[first + 1 : last], PARAGRAPH)
    # most words that begin an entry are not followed by its second word
    for place, (word, after) in enumerate(zip(tokens[first:last], following, strict=False), first):
        if word in going:
            for node in going[word]:
                if after in node or ("" in node and _goes_on(nodes, node, tokens, place + 1)):
                    yield from _walk(nodes, node, tokens, place, last)


def _goes_on(nodes: Nodes, node: Node, tokens: Sequence[str], place: int) -> bool:
    """Whether an entry may go on from `place` by a gap or an open-ended word."""
    _, gap, rests = node[""]
    if gap and ("" in nodes[gap] or _meets(nodes[gap], tokens, place)):
        return True
    return place < len(tokens) and tokens[place][:LEAST_PREFIX] in rests


def _meets(node: Node, tokens: Sequence[str], place: int) -> bool:
    return not node.keys().isdisjoint(tokens[place : place + LONGEST_GAP + 1])


def _walk(nodes: Nodes, start: Node, tokens: Sequence[str], first: int, last: int) -> list[Raw]:
    found: list[Raw] = []
    states = [(start, first + 1, 0)]
    for begun, begin, cost in states:
        node, place = begun, begin
        while True:
            word = tokens[place] if place < last else PARAGRAPH
            if "" in node:
                entries, gap, rests = node[""]
                if entries and node is not start:  # a word by itself is told apart
                    found += [Raw(first, place, entry, cost) for entry in entries]
                for prefix, after in rests.get(word[:LEAST_PREFIX], ()):
                    if word.startswith(prefix):
                        states.append((nodes[after], place + 1, cost))
                if gap:
                    states += [
                        (nodes[gap], at, cost + n)
                        for at, n in _gap(nodes[gap], tokens, place, last)
                    ]
            if word not in node:
                break
            node = nodes[node[word]]
            place += 1
    return found


def _gap(node: Node, tokens: Sequence[str], first: int, last: int) -> Iterator[tuple[int, int]]:
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


def where(tokens: Sequence[str]) -> dict[str, list[int]]:
    """The places of each word."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(tokens):
        places[word].append(place)
    return places
