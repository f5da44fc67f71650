"""Which words and signs of a text can make figures beside them somebody's: told once for all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from socialint.layers.personal.births import tells_year
from socialint.layers.personal.datum import vocabulary
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.remembered import Remembered, bits_of

STREETS = ("strasse", "straat", "laan", "gasse")  # ends of words
_LISTS = {
    "birth": ("birth",),
    "file": ("file", "identity", "tail"),
    "plate": ("vehicle",),
    "street": ("street_first", "street_last", "unit"),
}
_FIGURE, _YEAR = (1 << len(_LISTS) + more for more in range(2))
_BITS = [*(1 << at for at in range(len(_LISTS))), _FIGURE, _YEAR]
_WORD = regex(r"[^\W\d_]+")
_DIGIT = regex(r"\d")


class Cues(NamedTuple):
    """What a text may tell by words: births, files, vehicles, streets; whether it has figures."""

    birth: bool
    file: bool
    plate: bool
    street: bool
    figure: bool


def cues(text: str, words: Iterable[str]) -> Cues:
    """What a text has of them; `words` are those of the folded text."""
    told = bits_of(_of_words(), words)
    birth, file, plate, street, figure, year = [bool(told & bit) for bit in _BITS]
    return Cues(birth and year and tells_year(text), file, plate, street, figure)


@cache
def _of_words() -> Remembered[int]:
    """For each word which of `_LISTS` it belongs to, bit n for list n, and what figures it has."""
    known = vocabulary()
    lists = [frozenset().union(*(known[part] for part in parts)) for parts in _LISTS.values()]
    street = 1 << [*_LISTS].index("street")

    def told(word: str) -> int:
        parts = {word, *_WORD.findall(word)}  # “order4521”
        found = sum(1 << at for at, some in enumerate(lists) if not some.isdisjoint(parts))
        found |= street * any(map(word.__contains__, STREETS))
        return found | _YEAR * tells_year(word) | _FIGURE * (_DIGIT.search(word) is not None)

    return Remembered(told)
