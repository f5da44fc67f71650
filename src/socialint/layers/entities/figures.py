"""Numbers with what they count: money, per cent, units, ordinals, ratios, or nothing."""

from __future__ import annotations

import re
from functools import cache
from math import copysign

from socialint.layers.entities.numerals import NUMBER, read_number, whole_money
from socialint.layers.entities.page import Found, Gap, Page
from socialint.layers.entities.units import is_well_cased, kind_of, magnitude_at, unit_at
from socialint.layers.entities.vocabulary import either, of, terms, words
from socialint.lazy import regex
from socialint.named import NamedTuple

_WORD = regex(r"\w+(?:[.,:/-]\w+)*")
_SIGN = regex(r"(?<![\w)%€$£])[+-]$")
_FEW_CENTS = regex(r"\d\d(?![\d%€$])")
_FRACTION = regex(r"/([1-9]\d{0,2}|1000)(?![\d/]| ?[%€$£])")  # what is longer is a reference
_REFERENCE = regex(r"/\d+(?:/\d+)*(?! ?[%€$£\d])")
_ROUND_THE_CLOCK = {"hour": "24", "day": "7"}


class _Patterns(NamedTuple):
    currency_before: re.Pattern[str]
    times_before: re.Pattern[str]
    ordinal: re.Pattern[str]
    ratio: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    codes = [code for code in of("any", "currencies") if " " not in code]
    return _Patterns(
        regex(rf"(?<![\w$€£¥])({either(codes)}) ?$"),
        regex(rf"(?<!\w)({either(of('any', 'times'))})$"),
        regex(rf"({either(terms('ordinals'))})(?!\w)"),
        regex(rf" (?:{either(terms('ratios'))}) (\d+)(?![\d%]|[.,]\d)"),
    )


@cache
def _currency_ends() -> frozenset[str]:
    """What a currency before its number may end in: a sign, or the last letters of a code."""
    return frozenset(code[-1:] if len(code) == 1 else code[-3:] for code in words("currencies"))


def skip_word(text: str, place: int) -> int:
    """The end of the word or code that holds the figure at `place`."""
    match = _WORD.match(text, place)
    return match.end() if match else place + 1


def read_figure(page: Page, gap: Gap) -> Found | None:
    """The number at the gap's figure with the sign, currency or unit on either side of it."""
    text, patterns = page.folded.text, _patterns()
    number = NUMBER.match(text, gap.place, gap.limit)
    if not number:
        return None
    floor = max(gap.floor, gap.place - 6)
    before = text[floor : gap.place]
    sign = _SIGN.search(text, floor, gap.place) if before[-1:] in {"+", "-"} else None
    start = sign.start() if sign else gap.place
    value = read_number(number[0], number[1], page.lang) * (-1 if sign and sign[0] == "-" else 1)
    bare = before.rstrip(" +-")
    if {bare[-1:], bare[-3:]} & _currency_ends():
        match = patterns.currency_before.search(text, floor, start)
        if match:
            return _whole(_money_after(page, gap, match, number.end(), value), number[0], value)
    if before[-1:] in terms("times") and (
        match := patterns.times_before.search(text, floor, start)
    ):
        return Found("quantity", match.start(), number.end(), "", value, "x")
    if start == gap.place and _is_inside_word(text, start):
        return None
    return _whole(_counted(page, gap, start, number.end(), value), number[0], value)


def _whole(found: Found | None, number: str, value: float) -> Found | None:
    if not found or found.kind != "money" or found.value != value:
        return found
    whole = whole_money(number)
    return found if whole is None else found._replace(value=copysign(whole, value))


def _is_inside_word(text: str, place: int) -> bool:
    before = text[place - 1 : place]
    return before.isalnum() or before == "_"


def _money_after(
    page: Page, gap: Gap, currency: re.Match[str], end: int, value: float
) -> Found | None:
    if not is_well_cased(page, currency):
        return _counted(page, gap, gap.place, end, value)
    end, factor = magnitude_at(page, end, gap.limit)
    end, unit = _country(page, end, gap.limit, words("currencies")[currency[1]])
    if _is_broken(page.folded.text, end, gap.limit):
        return None
    return Found("money", currency.start(), end, "", value * factor, unit)


def _country(page: Page, end: int, limit: int, unit: str) -> tuple[int, str]:
    match = unit_at(page, end, limit, 1) if unit == "$" else None
    code = words("currencies").get(match[1], unit) if match else unit
    if not match or code == unit or page.folded.text[match.end() : match.end() + 1].isdecimal():
        return end, unit
    return match.end(), code


def _counted(page: Page, gap: Gap, start: int, end: int, value: float) -> Found | None:
    if found := _share(page, gap, start, end, value):
        return found
    text = page.folded.text
    end, factor = magnitude_at(page, end, gap.limit)
    match = unit_at(page, end, gap.limit, factor)
    if not match:
        broken = _is_broken(text, end, gap.limit) or _REFERENCE.match(text, end, gap.limit)
        return None if broken else Found("number", start, end, "", value * factor)
    kind, unit = kind_of(match[1])
    if kind == "money":
        return _money(page, Gap(start, match.end(), gap.limit), value * factor, unit)
    end = match.end()
    for sign in ("/", *(f" {word} " for word in terms("ratios"))):
        always = sign + _ROUND_THE_CLOCK.get(unit, "?")
        end += len(always) if text.startswith(always, end, gap.limit) else 0
    return Found(kind, start, end, "", value * factor, unit)


def _share(page: Page, gap: Gap, start: int, end: int, value: float) -> Found | None:
    text, patterns = page.folded.text, _patterns()
    if match := patterns.ordinal.match(text, end, gap.limit):
        return Found("number", start, match.end(), "", value, "ordinal")
    match = patterns.ratio.match(text, end, gap.limit)
    if not match and text[start] != "0":
        match = _FRACTION.match(text, end, gap.limit)
    if not match or _is_broken(text, match.end(), gap.limit):
        return None
    whole = float(match[1])
    share = value / whole if 0 <= value <= whole and whole else None
    return Found("ratio", start, match.end(), "", share)


def _money(page: Page, gap: Gap, value: float, unit: str) -> Found:
    cents = _FEW_CENTS.match(page.folded.text, gap.place, gap.limit)
    if cents and value == int(value):
        return Found("money", gap.floor, cents.end(), "", value + int(cents[0]) / 100, unit)
    if unit == "cent":
        return Found("money", gap.floor, gap.place, "", value / 100, "")
    end, unit = _country(page, gap.place, gap.limit, unit)
    return Found("money", gap.floor, end, "", value, unit)


def _is_broken(text: str, end: int, limit: int) -> bool:
    after = text[end : min(end + 1, limit)]
    return after.isalpha() or after == "_"
