"""Stretches of figures that read as telephone numbers."""

from __future__ import annotations

from socialint.layers.entities.page import Found, Gap, Page
from socialint.lazy import regex

_NEXT = r"(?:[ .\-/]{0,2}\d)"
_PATTERNS = (
    # France: ten figures by two, or a free number by three
    regex(r"0[1-9]([ .-]?)\d\d(?:\1\d\d){3}"),
    regex(r"0 ?8\d\d([ .-]?)\d{3}\1\d{3}"),
    # with the country's code: up to 15 figures (ITU-T E.164)
    regex(rf"(?:\+ ?|00)[1-9]\d{{0,2}}(?:[ .-]?\(0\))?(?:[ .-]?\(\d+\))?{_NEXT}{{6,12}}"),
    # other countries whose numbers begin with 0 (Belgium, Switzerland, United Kingdom…)
    regex(rf"\(?0(?![.,]\d)\d{{0,4}}\)?{_NEXT}{{6,10}}(?! ?\d)"),
    # North American Numbering Plan
    regex(r"(?:1[ .-])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]\d{4}"),
)
_NO_FIGURE_AFTER = regex(r"(?!\w|[.,:/-]\d| ?[%€$£])")
# nine figures, whatever may part them above
_MANY = regex(r"\d(?:[ .\-/()]{0,4}\d){8}")
_LIKELY = regex(r"[01]|\d{3}[ .)-]")
_PREFIX = regex(r"(?<![\w+(])(?:\+ ?\(?|\()$")


def read_phone(page: Page, gap: Gap) -> Found | None:
    """The telephone number that the gap's figure begins, with its + or bracket."""
    text, place = page.folded.text, gap.place
    if not _MANY.match(text, place, gap.limit):
        return None
    before = text[max(gap.floor, place - 3) : place]
    if not (_LIKELY.match(text, place) or "+" in before or "(" in before):
        return None
    prefix = _PREFIX.search(text, max(gap.floor, place - 3), place)
    starts = (prefix.start(), place) if prefix else (place,)
    for start in starts:
        for pattern in _PATTERNS:
            match = pattern.match(text, start, gap.limit)
            if match and _NO_FIGURE_AFTER.match(text, match.end()) and _is_long(match[0]):
                return Found("phone", start, match.end(), _plain(match[0]))
    return None


def _plain(number: str) -> str:
    number = number.replace("(0)", "") if number[0] in "+0" else number
    sign = "+" if number[0] == "+" else ""
    return sign + "".join(filter(str.isdecimal, number))


def _is_long(number: str) -> bool:
    figures = len(_plain(number).lstrip("+"))
    return 9 <= figures <= 15 if number[0] == "+" or number[:2] == "00" else 9 <= figures <= 11
