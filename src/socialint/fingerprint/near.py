"""Whether a text is near a voice for certain: its words are looked up, not measured one by one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType

from socialint.fingerprint.learn import LEAST_WORDS_OF_ONE, MOST
from socialint.fingerprint.measures import (
    APART,
    FEATURES,
    FIGURES,
    LONG,
    PER,
    SYLLABLES,
    groups_of,
    signs_of,
    small_words,
)
from socialint.fingerprint.voice import Voice
from socialint.layers.candidates import PLACES
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS, Words
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.remembered import Remembered

_BITS = 20  # of one sum: no text has a million words
_MASK = (1 << _BITS) - 1
_SURE = 0.999  # of the limit: sums are added up in another order here
_WORD_SUMS = ("words", "letters", "long", "reader", "tu", "vous", "brand", "one", "cut")


# the feature that an entity counts for
_KINDS: Mapping[str, str] = MappingProxyType(
    {
        "emoji": "emoji",
        "hashtag": "hashtag",
        "mention": "mention",
        "url": "link",
        **dict.fromkeys(FIGURES, "figure"),
    }
)
_NAMES = tuple(name for name in FEATURES if name != SYLLABLES)


class Ruler(NamedTuple):
    """The habits of a voice for one text, in the order of `_NAMES` and the small words.

    Each a centre and what a deviation from it is multiplied by; `most` is what the squares of all
    may sum up to, with the syllables, which nobody has counted, as far off as can be.
    """

    lang: str
    habits: Sequence[tuple[float, float]]
    most: float


def ruler(voice: Voice) -> Ruler | None:
    """The ruler of a voice; None where it knows other features, or single texts not at all."""
    usual = voice.habits.get(1, {})
    names = [*_NAMES, *(f"“{word}”" for word in small_words(voice.lang))]
    if 1 not in voice.limits or usual.keys() != {*names, SYLLABLES}:
        return None
    most = _SURE * voice.limits[1] ** 2 * len(usual) - MOST**2
    habits = [(usual[name].centre, 1 / usual[name].spread) for name in names]
    return Ruler(voice.lang, habits, most)


def _packed(groups: Mapping[str, frozenset[str]], word: str) -> int:
    """What a folded word adds to each of `_WORD_SUMS`, all in one number."""
    if not word.isalpha():
        return 0
    told = [1, len(word), len(word) >= LONG, *(word in one for one in groups.values())]
    return sum(count << _BITS * at for at, count in enumerate(told))


@cache
def _sums(lang: str) -> Remembered[int]:
    return Remembered(partial(_packed, groups_of(lang)))


def is_near(view: View, known: Ruler) -> bool:
    """Whether the text is surely within the voice's limit, or too short to be judged."""
    words, lang = view.layer(WORDS), known.lang
    if words.folded.origins is not None:
        return False
    counts, apart = _entities(view, words)
    sums = _sums(lang)
    packed = sum(map(sums.__getitem__, words.tokens)) - sum(map(sums.__getitem__, apart))
    for name in _WORD_SUMS:
        counts[name] = packed & _MASK
        packed >>= _BITS
    if counts["words"] < LEAST_WORDS_OF_ONE:
        return True
    counts.update(signs_of(view.text))
    return _squares(counts, _small(view, lang, apart), view, known) <= known.most


def _entities(view: View, words: Words) -> tuple[dict[str, int], Sequence[str]]:
    """How many there are of each feature, and the words that stand in some of them."""
    counts, apart = dict.fromkeys(_KINDS.values(), 0), list[str]()
    for kind, start, end, *_ in view.layer(ENTITIES):
        if name := _KINDS.get(kind):
            counts[name] += 1
        if kind in APART:
            first = bisect_left(words.starts, start)
            apart += words.tokens[first : bisect_left(words.starts, end, first)]
    return counts, apart


def _small(view: View, lang: str, apart: Sequence[str]) -> Sequence[int]:
    places, small = view.layer(PLACES), small_words(lang)
    found = [len(places[word]) if word in places else 0 for word in small]
    if not apart or set(small).isdisjoint(apart):
        return found
    return [n - apart.count(word) for n, word in zip(found, small, strict=True)]


def _squares(counts: Mapping[str, int], small: Sequence[int], view: View, known: Ruler) -> float:
    """The sum of the squared deviations, each capped."""
    words, sentences = counts["words"], len(view.layer(SENTENCES))
    per = PER / words
    rates = [words / max(sentences, 1), counts["letters"] / words]
    rates += [per * counts[name] for name in _NAMES[2:]]
    rates += [per * count for count in small]
    total = 0.0
    for rate, (centre, inverse) in zip(rates, known.habits, strict=True):
        far = (rate - centre) * inverse
        total += far * far if -MOST < far < MOST else MOST * MOST
    return total
