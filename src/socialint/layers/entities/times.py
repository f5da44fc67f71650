"""Times of day: 14 h 30, 14:30, 2:30 pm, noon."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from socialint.layers.entities.page import Found, Gap, Page
from socialint.layers.entities.vocabulary import either, terms, words
from socialint.lazy import regex
from socialint.named import NamedTuple

_LOOK_BACK = 16


class _Patterns(NamedTuple):
    hour: re.Pattern[str]
    colon: re.Pattern[str]
    half_day: re.Pattern[str]
    time_before: re.Pattern[str]
    span_before: re.Pattern[str]
    noon: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    half = rf" ?({either(words('half_days'))})(?![a-z])"
    ratio = either(terms("ratios"))
    return _Patterns(
        regex(
            rf"(\d{{1,2}}) ?({either(terms('hours'))})(?![a-z])(?: ?([0-5]\d)(?! ?[\d%€$:]))?"
            rf"(?:{half})?(?! ?/| (?:{ratio}) )"
        ),
        regex(rf"(\d{{1,2}}):([0-5]\d)(?::[0-5]\d)?(?!\d|:)(?:{half})?"),
        regex(rf"(\d{{1,2}})(?:\.([0-5]\d))?{half}"),
        regex(rf"(?<![a-z])(?:{either(terms('time_before'))}) $"),
        regex(rf"(?<![a-z])(?:{either(terms('span_before'))}) $"),
        regex(rf"(?<![\w-])({either(words('clock'))})(?![\w-])"),
    )


def read_time(page: Page, gap: Gap) -> Found | None:
    """The time of day that begins at the gap's figure; a duration in hours is none."""
    text, patterns = page.folded.text, _patterns()
    if match := patterns.colon.match(text, gap.place, gap.limit):
        return _found(match, match[2], match[3])
    if match := patterns.half_day.match(text, gap.place, gap.limit):
        return _found(match, match[2], match[3])
    match = patterns.hour.match(text, gap.place, gap.limit)
    if match and (match[3] or match[4] or _is_told(page, gap, match[2])):
        return _found(match, match[3], match[4])
    return None


def _is_told(page: Page, gap: Gap, hour: str) -> bool:
    floor = max(gap.floor, gap.place - _LOOK_BACK)
    text, patterns = page.folded.text, _patterns()
    if patterns.span_before.search(text, floor, gap.place):
        return False
    if hour in terms("long_hours"):
        return bool(patterns.time_before.search(text, floor, gap.place))
    return text[gap.place : gap.place + 2] != "24"


def _found(match: re.Match[str], minutes: str | None, half: str | None) -> Found | None:
    hour = int(match[1])
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + words("half_days")[half]
    if hour > 23:
        return None
    return Found("time", match.start(), match.end(), f"{hour:02}:{minutes or '00'}")


def find_noons(page: Page) -> Iterator[Found]:
    """Noon and midnight in words, in order."""
    clock = words("clock")
    text = page.folded.text
    if any(word in text for word in clock):
        for match in _patterns().noon.finditer(text):
            yield Found("time", match.start(), match.end(), clock[match[1]])
