"""Dates as people write them: a day and a month, figures with slashes, a year in its place."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from socialint.layers.entities.page import Found, Gap, Page
from socialint.layers.entities.vocabulary import (
    capital_months,
    either,
    months_first,
    of,
    terms,
    words,
)
from socialint.lazy import regex
from socialint.named import NamedTuple

_SIGNED = regex(r"\d{1,4}[/.-]\d")  # what each of the next four begins with
_ISO = regex(r"(\d{4})-(\d\d)-(\d\d)(?!\d)")
_FIGURES = regex(r"(\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d|\d\d)(?![\d%€$]|\2\d)")
_MONTH_YEAR = regex(r"(\d{1,2})/((?:19|20)\d\d)(?![\d/])")
_SHORT = regex(r"(\d{1,2})/(\d{1,2})(?![\d/%])")
_YEAR = regex(r"(?:19|20)\d\d(?![\w%€$£]|[.,:/-]\d| [%€$£])")
_LOOK_BACK = 24
_MONEY = frozenset("€$£")  # "£15 until 12 May" is a price and a day


class _Patterns(NamedTuple):
    day_month: re.Pattern[str]
    day_range: re.Pattern[str]
    month_before: re.Pattern[str]
    day_after: re.Pattern[str]
    weekday_before: re.Pattern[str]
    cue_before: re.Pattern[str]
    year_before: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    articles = either(terms("date_articles"))
    months, suffix = either(words("months")), either(terms("day_suffixes"))
    of, through = either(terms("day_of")), either(terms("day_ranges"))
    day = rf"(\d{{1,2}})(?:{suffix})?"
    month = rf"(?:{of})? ?({months})(?![a-z])"
    return _Patterns(
        regex(rf"{day} ?{month}(?:\.?,? ((?:19|20)\d\d)(?!\d))?"),
        regex(rf"{day}(?= ?(?:{through}) ?{day} {month})"),
        regex(rf"(?<![a-z])({months})\.?,? $"),
        regex(rf"{day}(?:-\d{{1,2}}(?:{suffix})?)?(?:,? ((?:19|20)\d\d))?(?![\d:%]|[.,]\d)"),
        regex(rf"(?<![a-z])(?:{either(terms('weekdays'))})\.?,? (?:(?:{articles}) )?$"),
        regex(rf"(?<![a-z])(?:{either(terms('date_before'))}) $"),
        regex(rf"(?<![a-z])(?:{either(terms('year_before'))}) $"),
    )


def read_date(page: Page, gap: Gap) -> Found | None:
    """The date that begins at the gap's figure, a weekday or month before it included."""
    text, place, limit = page.folded.text, gap.place, gap.limit
    if not _SIGNED.match(text, place, limit):
        return _spelled(page, gap) or _year(page, gap)
    if match := _ISO.match(text, place, limit):
        return _found(gap.place, match, _iso(int(match[1]), int(match[2]), int(match[3])))
    if (match := _FIGURES.match(text, place, limit)) and not _is_version(match):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        return _found(place, match, _ordered(page, int(match[1]), int(match[3]), year))
    if match := _MONTH_YEAR.match(text, place, limit):
        return _found(place, match, _iso(int(match[2]), int(match[1]), None))
    return _spelled(page, gap) or _short(page, gap) or _year(page, gap)


def _is_version(match: re.Match[str]) -> bool:
    """Whether the figures may number a release (1.2.19) or a page as well as a day."""
    return match[2] in ".-" and len(match[4]) == 2 and len(match[1] + match[3]) < 4


def _found(start: int, match: re.Match[str], norm: str | None) -> Found | None:
    return Found("date", start, match.end(), norm) if norm is not None else None


def _iso(year: int | None, month: int, day: int | None) -> str | None:
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year}-{month:02}"
    try:
        date(year or 2000, month, day)
    except ValueError:
        return None
    return f"{year:04}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"


def _ordered(page: Page, first: int, second: int, year: int | None) -> str | None:
    order = of(page.lang, "date_order")
    by_day, by_month = _iso(year, second, first), _iso(year, first, second)
    if by_day and by_month and by_day != by_month and order is None:
        return ""
    return (by_month or by_day) if order == "mdy" else (by_day or by_month)


def _before(page: Page, gap: Gap, pattern: re.Pattern[str]) -> re.Match[str] | None:
    return pattern.search(page.folded.text, max(gap.floor, gap.place - _LOOK_BACK), gap.place)


def _spelled(page: Page, gap: Gap) -> Found | None:
    text, patterns = page.folded.text, _patterns()
    match = patterns.day_month.match(text, gap.place, gap.limit)
    if match and _is_month(page, match.start(2), match[2]):
        year = int(match[3]) if match[3] else None
        norm = _iso(year, words("months")[match[2]], int(match[1]))
        return _found(_weekday_start(page, gap), match, norm)
    match = patterns.day_range.match(text, gap.place, gap.limit)
    if match and text[gap.place - 1 : gap.place] not in _MONEY:
        norm = _iso(None, words("months")[match[3]], int(match[1]))
        return _found(_weekday_start(page, gap), match, norm)
    return _month_first(page, gap)


def _month_first(page: Page, gap: Gap) -> Found | None:
    text = page.folded.text
    before = text[max(gap.floor, gap.place - _LOOK_BACK) : gap.place]
    if before[-1:] != " " or before.rstrip(" .,")[-3:] not in _month_ends():
        return None
    month = _before(page, gap, _patterns().month_before)
    if not month or not _is_month(page, month.start(1), month[1]):
        return None
    if year := _YEAR.match(text, gap.place, gap.limit):
        return _found(month.start(1), year, _iso(int(year[0]), words("months")[month[1]], None))
    day = _patterns().day_after.match(text, gap.place, gap.limit)
    if not day or month[1] not in months_first():
        return None
    norm = _iso(int(day[2]) if day[2] else None, words("months")[month[1]], int(day[1]))
    start = _weekday_start(page, gap._replace(place=month.start(1)))
    return _found(start, day, norm)


@cache
def _month_ends() -> frozenset[str]:
    return frozenset(month.rstrip(" .,")[-3:] for month in words("months"))


def _is_month(page: Page, place: int, month: str) -> bool:
    return month not in capital_months() or page.is_capital(place)


def _weekday_start(page: Page, gap: Gap) -> int:
    match = _before(page, gap, _patterns().weekday_before)
    return match.start() if match else gap.place


def _short(page: Page, gap: Gap) -> Found | None:
    match = _SHORT.match(page.folded.text, gap.place, gap.limit)
    if not match:
        return None
    start = _weekday_start(page, gap)
    told = start < gap.place or _before(page, gap, _patterns().cue_before)
    if not told and "0" not in {match[1][0], match[2][0]}:
        return None
    return _found(start, match, _ordered(page, int(match[1]), int(match[2]), None))


def _year(page: Page, gap: Gap) -> Found | None:
    match = _YEAR.match(page.folded.text, gap.place, gap.limit)
    if not match or not _before(page, gap, _patterns().year_before):
        return None
    return _found(gap.place, match, match[0])
