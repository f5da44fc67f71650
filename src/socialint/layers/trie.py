"""Every entry of a lexicon found in a run of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from socialint.layers.fold import PARAGRAPH
from socialint.layers.lexicon import Lexicon, Start
from socialint.layers.nodes import Node, Nodes
from socialint.layers.notation import LEAST_PREFIX

MOST_SKIPPED = 5  # words in a gap
LONGEST_GAP = 12  # words and signs
_STOPS = frozenset(".!?…") | {PARAGRAPH}


# An entry found, so that of two the better one sorts first: its first word, its number, what its
# gaps and the words they skip cost, and the word after its last one below zero.
Raw = tuple[int, int, int, int]


def scan(
    lexicon: Lexicon,
    begun: Iterable[tuple[str, Start]],
    tokens: Sequence[str],
    places: Mapping[str, Sequence[int]],
    last: int,
) -> list[Raw]:
    """Every entry of several words in a stretch that ends before `last`.

    `begun` is what its words begin, `places` where they stand; `best` picks among the entries found
    of one number and place.
    """
    nodes, present = lexicon.nodes, frozenset(places)
    following = (*tokens[1:last], PARAGRAPH)
    raws: list[Raw] = []
    for word, start in begun:
        for node in start.nodes:
            words, _, gap, rests, need = node
            is_open = (gap or rests) and (not need or not need.isdisjoint(present))
            after = nodes[gap] if gap and is_open else None
            # most words that begin an entry are not followed by its second word
            for place in places[word]:
                second = following[place]
                if (
                    second in words
                    or (after and _may_skip(after, tokens, place + 1))
                    or (is_open and second[:LEAST_PREFIX] in rests)
                ):
                    raws += _walk(nodes, node, tokens, place, last)
    return raws


def best(raws: Iterable[Raw]) -> list[Raw]:
    """Of one entry at one place, the form that skips the fewest words, then the longest."""
    found: dict[tuple[int, int], Raw] = {}
    for raw in sorted(raws):
        found.setdefault(raw[:2], raw)
    return list(found.values())


def _may_skip(node: Node, tokens: Sequence[str], place: int) -> bool:
    """Whether a gap at `place` may end in a word of the node after it."""
    words, _, _, rests, _ = node
    return bool(rests) or not words.keys().isdisjoint(tokens[place : place + LONGEST_GAP + 1])


def _walk(nodes: Nodes, start: Node, tokens: Sequence[str], first: int, last: int) -> list[Raw]:
    found: list[Raw] = []
    states = [(start, first + 1, 0)]
    for begun, begin, cost in states:
        node, place = begun, begin
        while True:
            words, entries, gap, rests, _ = node
            if entries and node is not start:  # a word by itself is told apart
                found += [(first, entry, cost, -place) for entry in entries]
            if place >= last:
                break
            word = tokens[place]
            if rests and (prefixes := rests.get(word[:LEAST_PREFIX])):
                for prefix, offset in prefixes:
                    if word.startswith(prefix):
                        states.append((nodes[offset], place + 1, cost))
            if gap and _may_skip(after := nodes[gap], tokens, place):
                states += [(after, at, cost + n) for at, n in _gap(after, tokens, place, last)]
            following = words.get(word)
            if following is None:
                break
            node = nodes[following]
            place += 1
    return found


def _gap(node: Node, tokens: Sequence[str], first: int, last: int) -> list[tuple[int, int]]:
    """Where an entry may go on after its gap, and what that costs."""
    words, _, _, rests, _ = node
    found, count = [], 0
    for place, word in enumerate(tokens[first : min(last, first + LONGEST_GAP + 1)], first):
        if word in words or (rests and word[:LEAST_PREFIX] in rests):
            found.append((place, count + 1))
        # an elided or one-letter word goes with its neighbour
        count += len(word) > 1 and word.isalnum()
        if count > MOST_SKIPPED or word in _STOPS:
            break
    return found


def where(tokens: Sequence[str], first: int = 0) -> dict[str, list[int]]:
    """The places of each word; that of the first one is `first`."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(tokens, first):
        places[word].append(place)
    return places
