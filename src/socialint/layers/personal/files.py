"""Numbers that a word beside them makes somebody's: orders, files, identity papers."""

from __future__ import annotations

from socialint.layers.personal.chains import Chain
from socialint.layers.personal.datum import (
    BLANK,
    HYPHENS,
    SPACES,
    Datum,
    DatumKind,
    in_address,
    vocabulary,
    words_after,
    words_before,
)
from socialint.lazy import regex

_JOINED = regex(r"[\w/‐‑-]*")
_JOINED_BEFORE = regex(r"[\w/-]*")  # of the signs before, the last one first
_JOINED_ON = regex(r"[\w/‐‑-]\w")
_SERIES_BEFORE = regex(rf"(?<!\w)[A-Z]{{1,6}}{BLANK}\Z")
_SERIES_AFTER = regex(rf"[\w/‐‑-]*(?:{BLANK}(?=\w*\d)[A-Z\d]{{1,8}}(?!\w)){{0,5}}")
_DATE = regex(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|(?:19|20)\d\d(?:[/-](?:19|20)?\d\d)?")
_JUST_YEAR = regex(r"(?:19|20)\d\d(?![\w/-])")
_DUMMY = regex(r"[A-ZX]*[-/]?[0X-]+")
_UNIT = regex(r"[ \u00a0\u202f]?[%€$£¥°]|[,.:]\d")
_MONEY = frozenset("€$£¥")
_SSN = regex(r"(?!000|666|9)\d{3}-(?!00)\d\d-(?!0000)\d{4}")  # US Social Security, since 2011
# France and Italy since 1994 and 2009, Great Britain since 2001, Ireland since 1987
_PLATE = regex(
    rf"(?<![\w-])(?:[A-Z]{{2}}[-{SPACES}]?\d{{3}}[-{SPACES}]?[A-Z]{{2}}"
    rf"|[A-Z]{{2}}\d{{2}}[{SPACES}]?[A-Z]{{3}}|\d{{2,3}}-[A-Z]{{1,2}}-\d{{1,6}})(?![\w-])"
)
# what every plate has behind its first figure
PLATED = rf"(?<=[A-Z]{{2}}\d)|(?<=[A-Z]{{2}}[-{SPACES}]\d)|\d{{1,2}}[{HYPHENS}][A-Z]"
_BOOKING = regex(r"(?=\w*\d)(?=(?:\w*[A-Z]){2})[A-Z\d]{6}")  # IATA resolution 830d: six signs
SSN_SIZE = len("000-00-0000")
_LEAST_DIGITS = 4
_LEAST_SERIAL = 6
_MOST_LETTERS = 24


def find_file(chain: Chain) -> Datum | None:
    """The order, file, account or identity number that the chain's first figures belong to."""
    text, first = chain.text, chain.first
    size = chain.end - chain.start
    if size == SSN_SIZE and _SSN.fullmatch(text, chain.start, chain.end):
        return Datum("nir", chain.start, chain.end)
    if not may_number(text, first, chain.end):
        return None
    start = _left(text, first)
    if _JUST_YEAR.match(text, start) or _is_of_link(text, start, first):
        return None
    words = chain.words if start == chain.start else words_before(text, start)
    kind = _kind(words)
    if kind is None:
        start = _left_series(text, start)
        kind = _kind(words_before(text, start))
        if kind != "identity":
            return None
    end = _right(chain, kind)
    sure = kind != "file" or (bool(words) and words[0] in vocabulary()["number"])
    if kind == "identity" and not _is_serial(text[start:end]):
        return None
    if kind == "identity" or _is_number(text, start, end, sure=sure):
        return Datum(kind, start, end)
    return None


def _is_of_link(text: str, start: int, end: int) -> bool:
    """Whether figures after text[start:end] end a web address: papers are named in capitals."""
    before = text[start:end]
    return before != before.upper() and in_address(text, start)


def may_number(text: str, start: int, end: int) -> bool:
    """Whether text[start:end], figures, is long enough for a file's number, or part of one."""
    long = end - start >= _LEAST_DIGITS or text[start - 1 : start] == "-"
    return long or _JOINED_ON.match(text, end) is not None


def find_plate(chain: Chain) -> Datum | None:
    """A number plate beside a word for a vehicle or driver: AB-123-CD, AB12 CDE, 191-TN-4407."""
    text, (at, end) = chain.text, chain.groups[0]
    beside = text[max(0, at - 3) : at] + text[end : end + 2]
    if beside == beside.lower():  # no capital, no plate
        return None
    plate = _PLATE.match(text, max(0, at - 3)) or _PLATE.match(text, max(0, at - 2))
    plate = plate or _PLATE.match(text, at)
    if plate is None or not plate.start() <= at < plate.end():
        return None
    around = (*words_before(text, plate.start()), *words_after(text, plate.end()))
    if vocabulary()["vehicle"].isdisjoint(around):
        return None
    return Datum("plate", *plate.span())


def _is_serial(value: str) -> bool:
    """Whether figures and capitals are as many as on a plate or an identity paper."""
    signs = sum(map(str.isalnum, value))
    return signs >= _LEAST_SERIAL and sum(map(str.isdigit, value)) > 1 and value == value.upper()


def _left(text: str, at: int) -> int:
    before = text[max(0, at - _MOST_LETTERS) : at][::-1]
    joined = _JOINED_BEFORE.match(before)
    return at - (joined.end() if joined else 0)


def _left_series(text: str, at: int) -> int:
    match = _SERIES_BEFORE.search(text[max(0, at - 8) : at])
    return at - len(match[0]) if match else at


def _right(chain: Chain, kind: DatumKind) -> int:
    text, first = chain.text, chain.groups[0]
    pattern = _SERIES_AFTER if kind == "identity" else _JOINED
    short = kind == "file" and first.end - first.start < _LEAST_DIGITS
    match = pattern.match(text, chain.end if short else first.end)
    return match.end() if match else first.end


def _kind(words: list[str]) -> DatumKind | None:
    """What the nearest noun says that the number is, past words such as “number” or “n°”."""
    lists = vocabulary()
    for word in words[:5]:
        if word in lists["tail"]:
            return "account" if (lists["card"] | lists["file"]) & set(words[:9]) else None
        if word in lists["identity"]:
            return "identity"
        if word in lists["file"]:
            return "file"
        if word not in lists["number"]:
            return None
    return None


def _is_number(text: str, start: int, end: int, *, sure: bool) -> bool:
    value = text[start:end]
    digits = sum(map(str.isdigit, value))
    if _BOOKING.fullmatch(value):
        return True
    if digits < _LEAST_DIGITS or (digits == _LEAST_DIGITS and not (sure or "-" in value)):
        return False
    if _DATE.fullmatch(value) or _DUMMY.fullmatch(value) or _UNIT.match(text, end):
        return False
    if not _MONEY.isdisjoint(text[max(0, start - 2) : start]):
        return False
    return (sure or not value.endswith("000")) and not in_address(text, start)
