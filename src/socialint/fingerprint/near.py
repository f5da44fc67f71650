"""Whether a text is near a voice for certain: its words are looked up, not measured one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import repeat
from math import hypot
from operator import mul, sub

from socialint.fingerprint.learn import LEAST_WORDS_OF_ONE, MOST
from socialint.fingerprint.measures import (
    APART,
    FEATURES,
    PER,
    SYLLABLES,
    groups_of,
    signs_of,
    small_words,
)
from socialint.fingerprint.voice import Voice
from socialint.layers.candidates import PLACES
from socialint.layers.entities import ENTITIES, FIGURES
from socialint.layers.fold import WORDS
from socialint.layers.readability import count_syllables
from socialint.layers.sentences import SENTENCES
from socialint.layers.totals import kinds, numbers_within, shapes, shapes_of
from socialint.layers.view import View
from socialint.named import NamedTuple

_SURE = 0.999  # of the limit: sums are added up in another order here
_NAMES = tuple(name for name in FEATURES if name != SYLLABLES)


class Ruler(NamedTuple):
    """The habits of a voice for one text, in the order of `_NAMES` and the small words.

    Each is what a rate is multiplied by to give deviations, and the centre in deviations; the same
    of the syllables.  `most` is what the squares of all may sum up to.
    """

    lang: str
    inverses: Sequence[float]
    centres: Sequence[float]
    syllables: tuple[float, float]
    most: float


def ruler(voice: Voice) -> Ruler | None:
    """The ruler of a voice; None where it knows other features, or single texts not at all."""
    usual = voice.habits.get(1, {})
    names = [*_NAMES, *(f"“{word}”" for word in small_words(voice.lang))]
    if 1 not in voice.limits or usual.keys() != {*names, SYLLABLES}:
        return None
    most = _SURE * voice.limits[1] ** 2 * len(usual)
    inverses = [1 / usual[name].spread for name in (SYLLABLES, *names)]
    centres = [usual[name].centre / usual[name].spread for name in (SYLLABLES, *names)]
    syllables = inverses.pop(0), centres.pop(0)
    return Ruler(voice.lang, inverses, centres, syllables, most)


@cache
def _columns(lang: str) -> Mapping[str, Sequence[int]]:
    """The places in a row of counts that a folded word adds to."""
    columns: dict[str, list[int]] = {}
    for name, group in groups_of(lang).items():
        for word in group:
            columns.setdefault(word, []).append(_NAMES.index(name))
    for number, word in enumerate(small_words(lang), len(_NAMES)):
        columns.setdefault(word, []).append(number)
    return columns


def is_near(view: View, known: Ruler) -> bool:
    """Whether the text is surely within the voice's limit, or too short to be judged."""
    if view.layer(WORDS).folded.origins is not None:
        return False
    apart = _apart(view)
    words, row = _row(view, known.lang, [view.layer(WORDS).tokens[at] for at in apart])
    if words < LEAST_WORDS_OF_ONE:
        return True
    # with the syllables, which nobody has counted, as far off as can be
    per, worst = PER / words, known.most - MOST**2
    most, centres = MOST / per, map(mul, known.centres, repeat(1 / per))
    deviations = map(sub, map(mul, row, known.inverses), centres)
    capped = [far if -most < far < most else most for far in deviations]
    squares = (hypot(*capped) * per) ** 2
    return squares <= worst or (
        squares <= known.most and _is_near_aloud(view, known, squares, apart)
    )


def _is_near_aloud(view: View, known: Ruler, squares: float, apart: Sequence[int]) -> bool:
    """Whether the text is near with its syllables, beside what the other features sum up to."""
    inverse, centre = known.syllables
    text, words, skipped = view.text, view.layer(WORDS), frozenset(apart)
    places = enumerate(zip(words.tokens, words.starts, words.ends, strict=True))
    spelt = [
        text[start:end].lower()
        for at, (token, start, end) in places
        if token.isalpha() and at not in skipped
    ]
    rate = count_syllables(spelt, known.lang) / len(spelt)
    return squares + min(abs(rate * inverse - centre), MOST) ** 2 <= known.most


def _apart(view: View) -> Sequence[int]:
    """The numbers of the tokens within links, tags and mentions."""
    if kinds(view).keys().isdisjoint(APART):
        return ()
    words, apart = view.layer(WORDS), list[int]()
    for kind, start, end, *_ in view.layer(ENTITIES):
        if kind in APART:
            apart += numbers_within(words, start, end)
    return apart


def _row(view: View, lang: str, apart: Sequence[str]) -> tuple[int, Sequence[float]]:
    """How many words there are, and the count of each feature, means as if per hundred words."""
    words, long, letters = shapes(view)
    if apart:
        words, long, letters = map(sub, (words, long, letters), shapes_of(apart))
    kind, (cry, question, *signs) = kinds(view).get, signs_of(view.text).values()
    row = [
        words * words / PER / max(len(view.layer(SENTENCES)), 1),
        letters / PER,
        *(long, kind("emoji", 0), cry, question),
        *(kind("hashtag", 0), kind("mention", 0), kind("url", 0)),
        sum([kind(name, 0) for name in FIGURES]),
        *signs,
        *[0] * (len(groups_of(lang)) + len(small_words(lang))),
    ]
    columns, places = _columns(lang), view.layer(PLACES)
    for word in columns.keys() & places.keys():
        for column in columns[word]:
            row[column] += len(places[word])
    for word in apart:
        if word in columns:
            for column in columns[word]:
                row[column] -= 1
    return words, row
