"""Whether a text is near a voice for certain: its words are looked up, not measured one by one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache, partial
from itertools import chain, repeat
from math import dist
from operator import mul, sub
from struct import Struct

from socialint.fingerprint.learn import LEAST_WORDS_OF_ONE, MOST
from socialint.fingerprint.measures import (
    APART,
    FEATURES,
    LONG,
    PER,
    SYLLABLES,
    groups_of,
    signs_of,
    small_words,
)
from socialint.fingerprint.voice import Voice
from socialint.layers.entities import ENTITIES, FIGURES
from socialint.layers.fold import WORDS
from socialint.layers.readability import count_syllables
from socialint.layers.sentences import SENTENCES
from socialint.layers.totals import kinds, numbers_within, plain_words
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.remembered import Remembered

_SURE = 0.999  # of the limit: sums are added up in another order here
_NAMES = tuple(name for name in FEATURES if name != SYLLABLES)
_SHAPES = 3  # columns: words, long ones, letters
_KINDS = ("emoji", "hashtag", "mention", "url", *FIGURES)
MOST_KEPT = 500  # lengths of texts
_WIDE = 16  # bits of a column
_MASK = (1 << _WIDE) - 1  # letters of the longest text that is told by columns


class Ruler(NamedTuple):
    """The habits of a voice for one text, in the order of `_NAMES` and the small words.

    Each is what a rate is multiplied by to give deviations, and the centre in deviations; the same
    of the syllables.  `most` is what the squares of all may sum up to; `usual` answers the centres
    as counts in a text of so many words.
    """

    lang: str
    inverses: Sequence[float]
    syllables: tuple[float, float]
    most: float
    usual: Callable[[int], Sequence[float]]


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
    # most texts of a brand are of like length
    kept = lru_cache(MOST_KEPT)(partial(_usual, centres))
    return Ruler(voice.lang, inverses, syllables, most, kept)


def _packed(columns: Sequence[frozenset[str]], word: str) -> int:
    if not word.isalpha():
        return 0
    row = [1, len(word) >= LONG, len(word), *[word in column for column in columns]]
    return sum(number << _WIDE * at for at, number in enumerate(row))


@cache
def _columns(lang: str) -> tuple[Struct, Remembered[int]]:
    """The columns as they lie in one number, and the number that a folded word adds to it.

    They are words, long ones, letters, the groups, and the small words.
    """
    columns = [*groups_of(lang).values(), *map(frozenset, zip(small_words(lang), strict=True))]
    return Struct(f"<{_SHAPES + len(columns)}H"), Remembered(partial(_packed, columns))


def is_near(view: View, known: Ruler) -> bool:
    """Whether the text is surely within the voice's limit, or too short to be judged."""
    folded = view.layer(WORDS).folded
    if folded.origins is not None or len(folded.text) > _MASK:
        return False
    words, row = _row(view, known.lang)
    if words < LEAST_WORDS_OF_ONE:
        return True
    # with the syllables, which nobody has counted, as far off as can be
    per, worst = PER / words, known.most - MOST**2
    here, usual = tuple(map(mul, row, known.inverses)), known.usual(words)
    if (dist(here, usual) * per) ** 2 <= worst:
        return True
    squares = sum([min(abs(gap) * per, MOST) ** 2 for gap in map(sub, here, usual)])
    return squares <= worst or (squares <= known.most and _is_near_aloud(view, known, squares))


def _usual(centres: Sequence[float], words: int) -> Sequence[float]:
    """The centres as counts in a text of so many words."""
    return tuple([centre * words / PER for centre in centres])


def _is_near_aloud(view: View, known: Ruler, squares: float) -> bool:
    """Whether the text is near with its syllables, beside what the other features sum up to."""
    inverse, centre = known.syllables
    text, words = view.text, view.layer(WORDS)
    skipped = frozenset(chain.from_iterable(_apart(view)))
    places = enumerate(zip(words.tokens, words.starts, words.ends, strict=True))
    spelt = [
        text[start:end].lower()
        for at, (token, start, end) in places
        if token.isalpha() and at not in skipped
    ]
    rate = count_syllables(spelt, known.lang) / len(spelt)
    return squares + min(abs(rate * inverse - centre), MOST) ** 2 <= known.most


def _apart(view: View) -> Sequence[range]:
    """The numbers of the tokens within links, tags and mentions."""
    if kinds(view).keys().isdisjoint(APART):
        return ()
    words = view.layer(WORDS)
    return [
        numbers_within(words, entity.start, entity.end)
        for entity in view.layer(ENTITIES)
        if entity.kind in APART
    ]


def _row(view: View, lang: str) -> tuple[int, Sequence[float]]:
    """How many words there are, and the count of each feature, means as if per hundred words."""
    words, long, letters, *listed = _counted(view, lang)
    cry, question, *signs = signs_of(view.text).values()
    emoji, hashtag, mention, link, *figures = map(kinds(view).get, _KINDS, repeat(0))
    return words, [
        words * words / PER / max(len(view.layer(SENTENCES)), 1),
        letters / PER,
        *(long, emoji, cry, question, hashtag, mention, link, sum(figures)),
        *signs,
        *listed,
    ]


def _counted(view: View, lang: str) -> Sequence[int]:
    """The columns of a language; tokens that stand apart are no words."""
    (columns, packed), tokens = _columns(lang), view.layer(WORDS).tokens
    total = sum(map(packed.__getitem__, tokens))
    plain_words(view, total & _MASK)
    for apart in _apart(view):
        total -= sum(map(packed.__getitem__, tokens[apart.start : apart.stop]))
    return columns.unpack(total.to_bytes(columns.size, "little"))
