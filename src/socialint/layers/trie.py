"""Every entry of a lexicon found in a run of words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from socialint.layers.fold import PARAGRAPH
from socialint.layers.lexicon import Start
from socialint.layers.nodes import Node, Nodes, Rests
from socialint.layers.notation import LEAST_PREFIX
from socialint.named import NamedTuple

MOST_SKIPPED = 5  # words in a gap
LONGEST_GAP = 12  # words and signs
_STOPS = frozenset(".!?…") | {PARAGRAPH}


# An entry found, so that of two the better one sorts first: its first word, its number, what its
# gaps and the words they skip cost, and the word after its last one below zero.
Raw = tuple[int, int, int, int]
# The same for all entries that end at a node.
End = tuple[int, Node, int, int]


class Passage(NamedTuple):
    """Words of a text, and those that end before `last` by their places.

    `following` is the word after each, "" after the last one.
    """

    tokens: Sequence[str]
    places: Mapping[str, Sequence[int]]
    last: int
    following: Sequence[str]


def passage(tokens: Sequence[str], places: Mapping[str, Sequence[int]], last: int) -> Passage:
    """The words at `places`, all before `last`."""
    return Passage(tokens, places, last, (*tokens[1:last], ""))


class _Run(NamedTuple):
    """Where walks go, through which nodes, and what they found so far."""

    nodes: Nodes
    tokens: Sequence[str]
    following: Sequence[str]
    last: int
    ends: list[End]


def scan(nodes: Nodes, begun: Iterable[tuple[str, Start]], within: Passage) -> list[End]:
    """Where entries of several words end, of those that `begun` says a word begins.

    `best` picks among the entries found of one number and place.
    """
    tokens, places, last, following = within
    run = _Run(nodes, tokens, following, last, [])
    for word, start in begun:
        for node in start.nodes:
            words, _, gap, rests, _ = node
            # most words that begin an entry are not followed by its second word
            for place in places[word]:
                if offset := words.get(following[place]):
                    _walk(run, nodes[offset], place, place + 1, 0)
            if rests:
                for place in places[word]:
                    if following[place][:LEAST_PREFIX] in rests:
                        _rest(run, rests, place, place, 0)
            if gap:
                _from(run, places[word], nodes[gap])
    return run.ends


def _from(run: _Run, places: Iterable[int], after: Node) -> None:
    """Goes on from a word at these places to words behind a gap, which mostly are not there."""
    closers, open_ended, tokens = after.words.keys(), after.rests, run.tokens
    for place in places:
        window = tokens[place + 1 : place + LONGEST_GAP + 2]
        if open_ended or not closers.isdisjoint(window):
            _over_gap(run, after, place, place, 0)


def _over_gap(run: _Run, after: Node, first: int, place: int, cost: int) -> None:
    """Goes on with words behind a gap after `place`."""
    words, _, _, rests, _ = after
    window = run.tokens[place + 1 : min(run.last, place + LONGEST_GAP + 2)]
    if not rests and words.keys().isdisjoint(window):
        return
    for at, word in enumerate(window, place + 1):
        if word in words or word[:LEAST_PREFIX] in rests:
            if not (skipped := _skipped(run.tokens[place + 1 : at])):
                return
            _walk(run, after, first, at - 1, cost + skipped)


def best(raws: Iterable[Raw]) -> list[Raw]:
    """Of one entry at one place, the form that skips the fewest words, then the longest."""
    found: dict[tuple[int, int], Raw] = {}
    for raw in sorted(raws):
        found.setdefault(raw[:2], raw)
    return list(found.values())


def _walk(run: _Run, node: Node, first: int, place: int, cost: int) -> None:
    """Goes on from a node after the word at `place`."""
    nodes, _, following, _, ends = run
    while True:
        words, _, gap, rests, lists = node
        if lists:
            ends.append((first, node, cost, -place - 1))
        if rests:
            _rest(run, rests, first, place, cost)
        if gap:
            _over_gap(run, nodes[gap], first, place, cost)
        offset = words.get(following[place])
        if offset is None:
            return
        node = nodes[offset]
        place += 1


def _begun(rests: Rests, word: str) -> list[int]:
    """The nodes after open-ended words of which this is one."""
    alike = rests.get(word[:LEAST_PREFIX], ())
    return [offset for prefix, offset in alike if word.startswith(prefix)]


def _rest(run: _Run, rests: Rests, first: int, place: int, cost: int) -> None:
    """Goes on after `place` with an open-ended word."""
    for offset in _begun(rests, run.following[place]):
        _walk(run, run.nodes[offset], first, place + 1, cost)


def _skipped(words: Sequence[str]) -> int:
    """What a gap of these words costs; 0 if it is too long, or a sentence ends in it."""
    if not _STOPS.isdisjoint(words):
        return 0
    # an elided or one-letter word goes with its neighbour
    count = sum([len(word) > 1 and word.isalnum() for word in words])
    return 0 if count > MOST_SKIPPED else count + 1


def where(tokens: Sequence[str], first: int = 0) -> dict[str, list[int]]:
    """The places of each word; that of the first one is `first`."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, word in enumerate(tokens, first):
        places[word].append(place)
    return places
