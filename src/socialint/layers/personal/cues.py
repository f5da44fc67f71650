"""Which words and signs of a text can make figures beside them somebody's: told once for all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import filterfalse

from socialint.layers.personal.births import tells_year
from socialint.layers.personal.datum import HYPHENS, SPACES, vocabulary
from socialint.lazy import regex
from socialint.named import NamedTuple

STREETS = ("strasse", "straat", "laan", "gasse")  # ends of words
_LISTS = {
    "birth": ("birth",),
    "file": ("file", "identity", "tail"),
    "plate": ("vehicle",),
    "street": ("street_first", "street_last", "unit"),
}
_WORD = regex(r"[^\W\d_]+")
# what every number plate has; a figure leads, so that the search skips from figure to figure
_PLATED = regex(rf"\d(?:(?<=[A-Z]{{2}}\d)|(?<=[A-Z]{{2}}[-{SPACES}]\d)|\d{{1,2}}[{HYPHENS}][A-Z])")


class Cues(NamedTuple):
    """What a text may tell by words: births, files, vehicles, streets."""

    birth: bool
    file: bool
    plate: bool
    street: bool


NONE = Cues(birth=False, file=False, plate=False, street=False)


def cues(text: str, folded: str, words: Iterable[str]) -> Cues:
    """What a text has of them; `folded` and `words` are the same text folded, and its words."""
    joined = " ".join(filterfalse(str.isalpha, words))  # “Order4521”
    found = _every().intersection(words) | _every().intersection(_WORD.findall(joined))
    street = any(map(folded.__contains__, STREETS))
    if not found and not street:
        return NONE
    has = {name: not found.isdisjoint(some) for name, some in _lists().items()}
    return Cues(
        birth=has["birth"] and tells_year(text),
        file=has["file"],
        plate=has["plate"] and _PLATED.search(text) is not None,
        street=street or has["street"],
    )


@cache
def _lists() -> dict[str, frozenset[str]]:
    known = vocabulary()
    return {
        name: frozenset().union(*(known[part] for part in parts)) for name, parts in _LISTS.items()
    }


@cache
def _every() -> frozenset[str]:
    return frozenset().union(*_lists().values())
