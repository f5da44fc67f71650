"""How much each word weighs among the posts of a feed, and each sentence that is a habit.

Of a long feed nearly every sentence stands in it once, and nearly every pair of words: they are
counted roughly first, in a table of fixed size, and exactly only where that gives much.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from math import log

from socialint.named import NamedTuple

# posts that are supposed besides those at hand: in a small folder no word is rare by itself
PRIOR = 40
# a sentence in more posts than this, and more than one in so many, is a habit, no second sending
_OFTEN = 3
_SHARE = 400
# counters of a rough count: so many for each text, and no more than
SLOTS = 64
MOST = 1 << 18

# a sentence: a hash of it, and its stems that stand in none before it
Sentence = tuple[int, tuple[int, ...]]
Text = Iterable[Sentence]
Pair = tuple[int, int]


class Weights(NamedTuple):
    """How much each stem weighs among certain texts, and each sentence of many, by its hash.

    `bound` tells for a stem and the one before it, how often the first stands without the second.
    """

    of: Mapping[int, float]
    bound: Mapping[Pair, float]
    habits: Mapping[int, float]


class Rough(NamedTuple):
    """Counts of what stands in texts: of stems exact, of sentences and pairs no less than exact."""

    stems: Counter[int]
    sentences: array[int]
    pairs: array[int]


def weigh(texts: Sequence[Text]) -> Weights:
    """The weights of all that stands in these texts, which are gone through twice."""
    often = max(_OFTEN, len(texts) // _SHARE)
    rough = _rough(texts, min(MOST, SLOTS * len(texts) + 1))
    sentences, pairs = _exact(texts, rough, often)
    total = len(texts) + PRIOR
    stems = rough.stems
    return Weights(
        {stem: log(1 + total / count) for stem, count in stems.items()},
        {
            (stem, before): 1 - count / stems[stem]
            for (before, stem), count in pairs.items()
            if count > often and count * 2 > stems[stem]
        },
        {code: log(1 + total / count) for code, count in sentences.items() if count > often},
    )


def _rough(texts: Sequence[Text], size: int) -> Rough:
    rough = Rough(Counter(), array("I", bytes(4 * size)), array("I", bytes(4 * size)))
    stems_of, sentences, pairs = rough
    for text in texts:
        for code, stems in text:
            stems_of.update(stems)
            sentences[code % size] += 1
            for pair in pairwise(stems):
                pairs[hash(pair) % size] += 1
    return rough


def _exact(texts: Sequence[Text], rough: Rough, often: int) -> tuple[Counter[int], Counter[Pair]]:
    """How often sentences stand in texts, and pairs of stems, of those that may do so often."""
    of, size = rough.stems, len(rough.pairs)
    sentences: Counter[int] = Counter()
    pairs: Counter[Pair] = Counter()
    for text in texts:
        for code, stems in text:
            if rough.sentences[code % size] > often:
                sentences[code] += 1
            for pair in pairwise(stems):
                count = rough.pairs[hash(pair) % size]
                if count > often and count * 2 > of[pair[1]]:
                    pairs[pair] += 1
    return sentences, pairs
