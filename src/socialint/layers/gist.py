"""What a text is about: its words that carry meaning, cut to stems, in order.

Good for telling whether two texts say the same in other words; no lemma is looked up.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from zlib import crc32

from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.fold import WORDS
from socialint.layers.language import LANGUAGE
from socialint.layers.tables import tables_of
from socialint.layers.view import Layer, View

_LEAST = 4  # letters of a word that is looked at
_STEM = 3  # letters that an ending must leave
_LONGEST = 7  # letters of a stem that count
_OTHER = frozenset({"url", "email", "mention", "hashtag", "cashtag", "emoji", "date", "time"})


class Stem(NamedTuple):
    """A word's stem, as a number that is the same everywhere, and where the word stands."""

    code: int
    start: int
    end: int


class _Table(NamedTuple):
    empty: frozenset[str]
    endings: tuple[str, ...]


@cache
def _tables() -> dict[str, _Table]:
    return {
        lang: _Table(frozenset(table["empty"].split()), tuple(table["endings"].split()))
        for lang, table in tables_of("gist").items()
    }


_NOTHING = _Table(frozenset(), ())


def main_language(view: View) -> str | None:
    """The language of most of the text."""
    sizes: dict[str | None, int] = {}
    for part in view.layer(LANGUAGE):
        sizes[part.lang] = sizes.get(part.lang, 0) + part.end - part.start
    return max(sizes, key=lambda lang: sizes[lang]) if sizes else None


def _gist(view: View) -> tuple[Stem, ...]:
    table = _tables().get(main_language(view) or "", _NOTHING)
    return tuple(_stems(view, table))


def _stems(view: View, table: _Table) -> Iterator[Stem]:
    names = iter([entity for entity in view.layer(ENTITIES) if entity.kind in _OTHER])
    name = next(names, None)
    for word, start, end in view.layer(WORDS):
        while name and name.end <= start:
            name = next(names, None)
        if _is_about(word, table) and not _inside(name, start):
            yield Stem(_code(word, table.endings), start, end)


def _inside(name: Entity | None, start: int) -> bool:
    return name is not None and name.start <= start < name.end


def _is_about(word: str, table: _Table) -> bool:
    return len(word) >= _LEAST and word.isalpha() and word not in table.empty


@lru_cache(maxsize=1 << 16)
def _code(word: str, endings: tuple[str, ...]) -> int:
    """Looked up, not computed, for words met before: a feed says much the same all year."""
    return crc32(stem(word, endings).encode())


def stem(word: str, endings: tuple[str, ...]) -> str:
    """The word without the first of `endings` that fits, in at most seven letters."""
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            word = word[: len(word) - len(ending)]
            break
    return word[:_LONGEST]


GIST: Layer[tuple[Stem, ...]] = Layer("gist", _gist)
