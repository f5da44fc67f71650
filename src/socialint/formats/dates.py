"""Dates and times as calendars write them, in French and English."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from types import MappingProxyType

from socialint.formats.names import data, fold
from socialint.lazy import regex
from socialint.named import NamedTuple

MONTHS, HOURS, MINUTES = 12, 24, 60

_ISO = regex(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_DAY_FIRST = regex(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\b")
_WORDS = regex(r"(?:[^\W\d]+\.?,?\s+)?(\d{1,2})(?:er|st|nd|rd|th)?\s+([^\W\d]+)\.?,?\s+(\d{4})")
_MONTH_FIRST = regex(r"(?:[^\W\d]+\.?,?\s+)?([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_TIME = regex(
    r"(\d{1,2})(?:\s?[:hH.]\s?(\d{2})?)?(?::(\d{2})(?:[.,]\d+)?)?\s*([ap]\.?m\.?)?", re.IGNORECASE
)
_ZONE = regex(r"\s*(?:(Z|UTC|GMT)|([+-])(\d{2}):?(\d{2})?)", re.IGNORECASE)
_BETWEEN = regex(r"[\sT,]+(?:à|at|a)?\s*", re.IGNORECASE)


@cache
def _months() -> Mapping[str, int]:
    return MappingProxyType(
        {
            name: number
            for months in data("words")["months"].values()
            for number, names in enumerate(months, start=1)
            for name in names
        }
    )


def read_when(written: str, *, month_first: bool = False) -> datetime | date | None:
    """The moment, or the day where no time is given; None where it is no date.

    Understands ISO 8601, `2026-05-12 18:30`, `12/05/2026 18h30` (the day first, unless
    `month_first` or impossible), `12 mai 2026`, `May 12, 2026`.  Aware where the value has a
    time zone, else naive.
    """
    written = written.strip()
    found = _read_day(written, month_first=month_first)
    if found is None:
        return None
    day, end = found
    if end == len(written):
        return day
    between = _BETWEEN.match(written, end)
    return read_time(written[between.end() :], day) if between else None


def read_time(written: str, day: date) -> datetime | None:
    """`day` at a time written `18:30`, `18h30`, `6:30 pm`, with or without a time zone."""
    written = written.strip()
    match = _TIME.match(written)
    if match is None:
        return None
    hour, minute, second = (int(group or 0) for group in match.groups()[:3])
    half = (match[4] or "").replace(".", "").lower()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    rest = written[match.end() :]
    zone = _ZONE.fullmatch(rest)
    if rest.strip() and zone is None:
        return None
    try:
        return datetime.combine(day, time(hour, minute, second, tzinfo=_zone(zone)))
    except ValueError:
        return None


def is_missing_time(written: str) -> bool:
    """Whether a time is written that no day has, such as `25h` or `12:75`."""
    match = _TIME.fullmatch(written.strip())
    return match is not None and (int(match[1]) > HOURS or int(match[2] or 0) >= MINUTES)


def _zone(match: re.Match[str] | None) -> tzinfo | None:
    if match is None:
        return None
    if match[1]:
        return UTC
    offset = timedelta(hours=int(match[3]), minutes=int(match[4] or 0))
    return timezone(-offset if match[2] == "-" else offset)


class _Written(NamedTuple):
    """A day as it is written, whether or not there is one; `end` is where its text ends."""

    year: int
    month: int
    day: int
    end: int


def missing_day(written: str, *, month_first: bool = False) -> tuple[str, int] | None:
    """The month (`2027-02`) that lacks the day written, and how many it has; None for all else."""
    from calendar import monthrange  # noqa: PLC0415  only to word a problem

    for one in _readings(written.strip(), month_first=month_first):
        if one.year and 1 <= one.month <= MONTHS:
            days = monthrange(one.year, one.month)[1]
            return (f"{one.year:04}-{one.month:02}", days) if one.day > days else None
    return None


def _read_day(written: str, *, month_first: bool) -> tuple[date, int] | None:
    for one in _readings(written, month_first=month_first):
        if day := _day(one):
            return day, one.end
    return None


def _readings(written: str, *, month_first: bool) -> Iterator[_Written]:
    """What a date may mean, the likeliest first."""
    if match := _ISO.match(written):
        yield _numbers(match, 1, 2, 3)
    elif match := _DAY_FIRST.match(written):
        usual, other = _numbers(match, 3, 2, 1), _numbers(match, 3, 1, 2)
        yield from (other, usual) if month_first else (usual, other)
    elif match := _WORDS.match(written):
        yield from _named(match, match[3], match[2], match[1])
    elif match := _MONTH_FIRST.match(written):
        yield from _named(match, match[3], match[1], match[2])


def _numbers(match: re.Match[str], year: int, month: int, day: int) -> _Written:
    number = int(match[year])
    full = number + 2000 * (number < 100)
    return _Written(full, int(match[month]), int(match[day]), match.end())


def _named(match: re.Match[str], year: str, month: str, day: str) -> Iterator[_Written]:
    if number := _months().get(fold(month)):
        yield _Written(int(year), number, int(day), match.end())


def is_month_first(values: Iterable[str]) -> bool:
    """Whether a column of dates can only be read with the month first (05/28/2026)."""
    for value in values:
        match = _DAY_FIRST.match(value.strip())
        if match and not _day(_numbers(match, 3, 2, 1)):
            return _day(_numbers(match, 3, 1, 2)) is not None
    return False


def _day(one: _Written) -> date | None:
    try:
        return date(*one[:3])
    except ValueError:
        return None
