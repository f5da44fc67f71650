"""A weekday beside a date that falls on another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.checks.days.named import Day, weekday_name, weekdays
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.fold import fold
from socialint.lazy import regex
from socialint.text import Span

_WORD = regex(r"[^\W\d_]+")
_AFTER = regex(r"[,;]?\s?\(\s?(?:(?:a|an|un)\s)?([^\W\d_]+)\.?\s?\)")


def misnamed(segment: Segment, days: Sequence[Day], text: str) -> Iterator[Hit]:
    """One hit for each day that stands beside the wrong weekday."""
    for day in days:
        spot = _weekday(day, text)
        if spot is None:
            continue
        start, end, number, lang = spot
        if number != day.day.weekday():
            span = Span(min(start, day.start), max(end, day.end))
            yield Hit(segment, span, args={"right": weekday_name(day.day.weekday(), lang)})


def _weekday(day: Day, text: str) -> tuple[int, int, int, str] | None:
    """Where the weekday stands, before the date or in brackets after it, and which it is."""
    before = _WORD.match(text, day.start)
    if before and (known := weekdays().get(fold(before[0]).text)):
        return (*before.span(), *known)
    after = _AFTER.match(text, day.end)
    if after and (known := weekdays().get(fold(after[1]).text)):
        return (*after.span(), *known)
    return None
