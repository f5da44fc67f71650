"""What is counted of a text once, for all who hold it to a measure: words and signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.fold import WORDS, Words
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.remembered import Remembered

LONG = 7  # letters of a long word
# of one number for three sums, which stays within 63 bits: longer ones are added up far slower
_BITS = 20
_MASK = (1 << _BITS) - 1
_AT_LETTERS = 2 * _BITS  # the highest, which have room to grow


class Shapes(NamedTuple):
    """How many words there are of letters alone, how many of them are long, and their letters."""

    words: int
    long: int
    letters: int


def _packed(word: str) -> int:
    if not word.isalpha():
        return 0
    return 1 | (len(word) >= LONG) << _BITS | len(word) << _AT_LETTERS


@cache
def _shapes() -> Remembered[int]:
    return Remembered(_packed)


def shapes_of(words: Sequence[str]) -> Shapes:
    """The sums over folded words."""
    total = sum(map(_shapes().__getitem__, words))
    return Shapes(total & _MASK, total >> _BITS & _MASK, total >> _AT_LETTERS)


def numbers_within(words: Words, start: int, end: int) -> range:
    """The numbers of the tokens that begin in a stretch of the folded text."""
    first = bisect_left(words.starts, start)
    return range(first, bisect_left(words.starts, end, first))


def shapes(view: View) -> Shapes:
    """The sums over all words of a text."""
    return view.once("shapes", lambda: shapes_of(view.layer(WORDS).tokens))


def kinds(view: View) -> Mapping[str, int]:
    """How many entities there are of each kind that the text holds."""
    entities = view.layer(ENTITIES)
    return view.once("kinds", lambda: _counted(entities))


def _counted(entities: Iterable[Entity]) -> Mapping[str, int]:
    found: dict[str, int] = {}
    for entity in entities:  # a handful: a Counter costs more to make
        found[entity.kind] = found.get(entity.kind, 0) + 1
    return found
