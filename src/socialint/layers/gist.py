"""What a text is about: its words that carry meaning, cut to stems, in order.

Good for telling whether two texts say the same in other words; no lemma is looked up.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, partial
from itertools import compress
from zlib import crc32

from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.fold import WORDS, Words
from socialint.layers.language import main_language
from socialint.layers.tables import tables_of
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple
from socialint.remembered import Remembered

_LEAST = 4  # letters of a word that is looked at
_STEM = 3  # letters that an ending must leave
_LONGEST = 7  # letters of a stem that count
_OTHER = frozenset({"url", "email", "mention", "hashtag", "cashtag", "emoji", "date", "time"})


class Gist(NamedTuple):
    """The stems of words, as numbers that are the same everywhere, and where the words stand."""

    codes: Sequence[int]
    starts: Sequence[int]
    ends: Sequence[int]


def _code(empty: frozenset[str], endings: tuple[str, ...], word: str) -> int | None:
    """What stands for a word, or None if it says nothing."""
    told = len(word) >= _LEAST and word.isalpha() and word not in empty
    return crc32(stem(word, endings).encode()) if told else None


@cache
def _codes() -> dict[str, Remembered[int | None]]:
    """By language; those under "" know none."""
    known = {"": (frozenset[str](), ())} | {
        lang: (frozenset(table["empty"].split()), tuple(table["endings"].split()))
        for lang, table in tables_of("gist").items()
    }
    return {lang: Remembered(partial(_code, *words)) for lang, words in known.items()}


def _gist(view: View) -> Gist:
    codes = _codes()
    gist = _stems(view.layer(WORDS), codes.get(main_language(view) or "", codes[""]))
    names = [entity for entity in view.layer(ENTITIES) if entity.kind in _OTHER]
    return _outside(gist, names) if names else gist


def _stems(words: Words, codes: Remembered[int | None]) -> Gist:
    found = [codes[word] for word in words.tokens]
    told = [code is not None for code in found]
    stems = [code for code in found if code is not None]
    starts, ends = [*compress(words.starts, told)], [*compress(words.ends, told)]
    if words.folded.origins is not None:
        spans = list(map(words.folded.span, starts, ends))
        starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return Gist(stems, starts, ends)


def _outside(gist: Gist, names: Iterable[Entity]) -> Gist:
    """The stems that stand in no link, name or day."""
    kept: list[slice] = []
    done = 0
    for name in names:
        first = bisect_left(gist.starts, name.start, done)
        kept.append(slice(done, first))
        done = bisect_left(gist.starts, name.end, first)
    kept.append(slice(done, None))
    return Gist(*([each for part in kept for each in column[part]] for column in gist))


def stem(word: str, endings: tuple[str, ...]) -> str:
    """The word without the first of `endings` that fits, in at most seven letters."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            word = word[: len(word) - len(ending)]
            break
    return word[:_LONGEST]


GIST: Layer[Gist] = Layer("gist", _gist)
