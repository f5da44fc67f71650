"""Which sentences may hold entries of a word list: asked before any match is made."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from socialint.layers.candidates import HITS, LISTS
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import Layer, View
from socialint.lazy import Made


def _edges(view: View) -> Sequence[int]:
    words, sentences = view.layer(WORDS), view.layer(SENTENCES)
    origins = words.folded.origins
    starts = words.starts if origins is None else [origins[start] for start in words.starts]
    later = [bisect_left(starts, sentence.start) for sentence in sentences[1:]]
    return [0, *later, len(starts)]


# The first word of each sentence, and the end of the last one.
SENTENCE_EDGES: Layer[Sequence[int]] = Layer("sentence edges", _edges)


def _sentence_bits(view: View) -> Sequence[int]:
    edges, bits = view.layer(SENTENCE_EDGES), list[int]()
    for at, (first, last) in enumerate(pairwise(edges)):
        bits += [1 << at] * (last - first)
    return bits


# The sentence of each word, as a number of one bit.
SENTENCE_BITS: Layer[Sequence[int]] = Layer("sentence bits", _sentence_bits)


def bits_of(view: View, words: Iterable[int]) -> int:
    """The sentences that these words stand in: bit n for sentence n."""
    edges, held = view.layer(SENTENCE_EDGES), 0
    for word in words:
        held |= 1 << bisect_right(edges, word) - 1
    return held


def _held(view: View) -> Mapping[str, int]:
    found, names = view.layer(HITS), view.layer(LISTS)

    def make(name: str) -> int:
        return bits_of(
            view, [word for hits in found if name in hits.lists for word in hits.firsts(name)]
        )

    return Made(names, make)


# The sentences in which an entry of a list may begin: bit n for sentence n.
HELD: Layer[Mapping[str, int]] = Layer("held", _held)


def _entities(view: View) -> Mapping[str, int]:
    later = [sentence.start for sentence in view.layer(SENTENCES)[1:]]
    bits: dict[str, int] = {}
    for entity in view.layer(ENTITIES):
        bit = 1 << bisect_right(later, entity.start)
        bits[entity.kind] = bits.get(entity.kind, 0) | bit
    return bits


# The sentences in which entities of a kind begin: bit n for sentence n.
ENTITY_BITS: Layer[Mapping[str, int]] = Layer("entity bits", _entities)


def held(view: View, keys: Iterable[str]) -> int:
    """The sentences in which an entry of any of these lists may begin."""
    present, bits = view.layer(LISTS), 0
    for key in keys:
        if key in present:
            bits |= view.layer(HELD)[key]
    return bits
