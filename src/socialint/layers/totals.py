"""What is counted of a text once, for all who hold it to a measure: words and signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping

from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.fold import WORDS, Words
from socialint.layers.view import View


def numbers_within(words: Words, start: int, end: int) -> range:
    """The numbers of the tokens that begin in a stretch of the folded text."""
    first = bisect_left(words.starts, start)
    return range(first, bisect_left(words.starts, end, first))


def plain_words(view: View, known: int | None = None) -> int:
    """How many words of a text are of letters alone; `known` is said by who has counted them."""
    if known is not None:
        return view.once("plain words", lambda: known)
    return view.once("plain words", lambda: sum(map(str.isalpha, view.layer(WORDS).tokens)))


def kinds(view: View) -> Mapping[str, int]:
    """How many entities there are of each kind that the text holds."""
    entities = view.layer(ENTITIES)
    return view.once("kinds", lambda: _counted(entities))


def _counted(entities: Iterable[Entity]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for entity in entities:  # a handful: a Counter costs more to make
        found[entity.kind] = found.get(entity.kind, 0) + 1
    return found
