"""Dates of birth: a full date beside a word that says so."""

from __future__ import annotations

from socialint.layers.personal.chains import Chain
from socialint.layers.personal.datum import (
    BLANK,
    JOINTS,
    Datum,
    folded,
    in_address,
    vocabulary,
    words_before,
)
from socialint.lazy import regex

_YEAR = r"(?:19|20)\d\d(?!\d)"
_ANY_YEAR = regex(r"[12](?:(?<=1)9|(?<=2)0)\d\d(?!\d)")  # a class in front is skipped to
_PLAIN = regex(
    rf"\d{{1,2}}[{JOINTS}./]\d{{1,2}}[{JOINTS}./]{_YEAR}|{_YEAR}[./-]\d{{1,2}}[./-]\d{{1,2}}"
)
_DAY_FIRST = regex(
    rf"\d{{1,2}}(?:er|st|nd|rd|th)?{BLANK}(?:of{BLANK})?([^\W\d_]{{3,9}})\.?,?{BLANK}{_YEAR}"
)
_MONTH = regex(rf"([^\W\d_]{{3,9}})\.?{BLANK}\Z")
_DAY = regex(rf"\d{{1,2}}(?:st|nd|rd|th)?,?{BLANK}{_YEAR}")
_LONGEST_MONTH = 11
_STOP = regex(r"[,;.!?]\s")
_REACH = 40
_MOST_WORDS = 4


def tells_year(text: str) -> bool:
    """Whether a year stands anywhere in the text: without one there is no date of birth."""
    return _ANY_YEAR.search(text) is not None


def find_birth(chain: Chain) -> Datum | None:
    """The date of birth that begins at the chain: 04/06/1958, 12 février 1994, June 4, 1958."""
    place = _date(chain.text, chain.start)
    if place is None or in_address(chain.text, place[0]):
        return None
    clause = _STOP.split(chain.text[max(0, place[0] - _REACH) : place[0]])[-1]
    if vocabulary()["birth"].isdisjoint(words_before(clause, len(clause))[:_MOST_WORDS]):
        return None
    return Datum("birth", *place)


def _date(text: str, at: int) -> tuple[int, int] | None:
    plain = _PLAIN.match(text, at)
    if plain:
        return at, plain.end()
    first = _DAY_FIRST.match(text, at)
    if first and _is_month(first[1]):
        return at, first.end()
    day = _DAY.match(text, at)
    month = day and _MONTH.search(text[max(0, at - _LONGEST_MONTH) : at])
    if day and month and _is_month(month[1]):
        return at - len(month[0]), day.end()
    return None


def _is_month(word: str) -> bool:
    return folded(word) in vocabulary()["months"]
