"""What a text has that the slots of moves may be filled with, and where: no match is made."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, pairwise

from socialint.checks.held import HELD, SENTENCE_BITS, SENTENCE_EDGES, bits_of
from socialint.checks.moves.ordered import ORDERED
from socialint.checks.moves.slot import Slot
from socialint.layers.beforehand import RAW
from socialint.layers.candidates import LISTS, PLACES
from socialint.layers.fold import WORDS
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple

_JOINT = regex("['-]")


class There(NamedTuple):
    """What a text has: lists, where their entries may stand, in which sentences, and words."""

    lists: AbstractSet[str]
    raw: Mapping[str, Sequence[tuple[int, int]]]
    held: Mapping[str, int]
    words: AbstractSet[str]
    view: View

    @property
    def sentences(self) -> Sequence[int]:
        """The sentence of each word, as a bit."""
        return self.view.layer(SENTENCE_BITS)

    def held_by(self, keys: AbstractSet[str]) -> int:
        """The sentences in which an entry of these lists may stand."""
        held = 0
        for key in keys & self.lists:
            held |= self.held[key]
        return held

    def places(self, slot: Slot) -> list[tuple[int, int]]:
        """Where words may fill the slot: the first, and the one after the last."""
        raw = self.view.layer(ORDERED) if slot.orders else self.raw
        return [place for key in slot.heads & self.lists for place in raw[key]]

    def ordered(self, slot: Slot) -> int:
        """The sentences in which an order may fill the slot."""
        return bits_of(self.view, [first for first, _ in self.places(slot)])

    def are_near(self, end: int, first: int, gap: int) -> bool:
        """Whether so few words come between; of words and signs there are no fewer."""
        if first - end <= gap:
            return True
        ranks = self.view.layer(RANKS)
        return ranks[first] - ranks[end] <= gap


def _there(view: View) -> There:
    lists, places = view.layer(LISTS), view.layer(PLACES)
    return There(lists, view.layer(RAW), view.layer(HELD), places.keys(), view)


# What is asked of a text for each of the moves of any rule.
THERE: Layer[There] = Layer("there", _there)


def _starts(view: View) -> Sequence[tuple[int, int]]:
    edges = view.layer(SENTENCE_EDGES)
    return [(first, 1 << at) for at, (first, last) in enumerate(pairwise(edges)) if first < last]


# The first word of each sentence, and the sentence as a bit.
STARTS: Layer[Sequence[tuple[int, int]]] = Layer("starts", _starts)


def _ranks(view: View) -> Sequence[int]:
    """How many words stand before each word or sign; what is joined to a word is part of it."""
    words = view.layer(WORDS)
    counts, starts = [*map(str.isalnum, words.tokens)], words.starts
    for joint in _JOINT.finditer(words.folded.text):
        at = bisect_left(starts, joint.end())
        if at < len(starts) and starts[at] == joint.end() and words.ends[at - 1] == joint.start():
            counts[at] = False
    return [*accumulate(counts, initial=0)]


RANKS: Layer[Sequence[int]] = Layer("ranks", _ranks)
