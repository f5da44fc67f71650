"""Ranges that end before they begin, and days that no month has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from socialint.checks.days.named import Day
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.entities.vocabulary import either, words
from socialint.layers.fold import FOLDED, fold
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

_THROUGH = regex(r" ?(?:au|to|through|until|till|-) ?(?:(?:le|the) )?")
_LATE = regex(r"[23](?:(?<=2)9|(?<=3)[01])")
_LEAP = 2024
# Of two days in different months the second may be of the next year.
_TURN = 180


def backwards(segment: Segment, days: Sequence[Day], text: str) -> Iterator[Hit]:
    """From a day to an earlier one."""
    for first, second in pairwise(days):
        between = fold(text[first.end : second.start]).text
        if not _THROUGH.fullmatch(between) or first.day <= second.day:
            continue
        if (first.day - second.day).days < _TURN:
            yield Hit(segment, Span(first.start, second.end), "range")


def impossible(segment: Segment, view: View) -> Iterator[Hit]:
    """The 31st of a month that has 30 days, and the like."""
    if not _LATE.search(view.text):
        return
    folded = view.layer(FOLDED)
    for match in _pattern().finditer(folded.text):
        day, month, year = match["day"], words("months")[match["month"]], match["year"]
        try:
            date(int(year or _LEAP), month, int(day))
        except ValueError:
            yield Hit(segment, folded.span(*match.span()), "impossible")


@cache
def _pattern() -> re.Pattern[str]:
    """A late day and a month written in letters; short names of months are other words too."""
    months = either(name for name in words("months") if len(name) > 3)
    return regex(
        rf"(?<![\w.,/])(?P<day>29|30|31)(?:st|nd|th)? (?:of )?(?P<month>{months})\b"
        r"(?:,? (?P<year>(?:19|20)\d\d)(?!\d))?"
    )
