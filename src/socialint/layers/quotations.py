"""Quotation marks of all kinds, paired; what does not pair is no quotation."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.lazy import regex
from socialint.text import Span

# A mark between two letters is an apostrophe.  One class in front lets the search skip ahead.
_MARK = regex(
    '[«»“”„‟‹›❝❞"‘‚\'’\n](?:(?<=[«»“”„‟‹›❝❞"])'
    r"|(?<=[‘‚'’])(?:(?<!\w.)|(?!\w))|(?<=\n)[ \t\r\u00a0]*\n)"
)
_ANYWHERE = '«“„‟‹❝"”»'
_BEFORE_WORDS = tuple((sign, regex(rf"{sign}(?<!\w.)")) for sign in "'‘‚")
_CLOSES = {"«": "»", "“": "”", "„": "“”", "‟": "”", "‹": "›", "❝": "❞", "‘": "’", "‚": "‘’"}
_REVERSED = {"»": "«", "”": "”"}
_STRAIGHT = "\"'"
_LONGEST_SINGLE = 200


def find_quotations(text: str) -> Iterator[Span]:
    """Spans of quotations with their marks; a nested one comes before the one it stands in.

    A paragraph of a longer quotation may begin with its mark anew.  Straight marks must pair
    within a paragraph.
    """
    if not any(map(text.__contains__, _ANYWHERE)) and not any(
        sign in text and pattern.search(text) for sign, pattern in _BEFORE_WORDS
    ):
        return
    opened: list[tuple[str, int]] = []
    for match in _MARK.finditer(text):
        mark, place = match[0], match.start()
        if mark[0] == "\n":
            opened = [(sign, start) for sign, start in opened if sign not in "\"'‘‚"]
            continue
        if (index := _opener(text, opened, mark, place)) is not None:
            start = opened[index][1]
            del opened[index:]
            if mark not in "'’‘" or place - start <= _LONGEST_SINGLE:
                yield Span(start, place + 1)
        elif _opens(text, mark, place) and not _resumes(text, opened, mark, place):
            opened.append((mark, place))


def _opener(text: str, opened: list[tuple[str, int]], mark: str, place: int) -> int | None:
    if mark in "'’" and (place == 0 or text[place - 1].isspace() or _is_plural(text, place)):
        return None
    for index in range(len(opened) - 1, max(-1, len(opened) - 9), -1):
        sign, start = opened[index]
        pairs = sign if sign in _STRAIGHT else _CLOSES.get(sign) or _REVERSED.get(sign, "")
        if mark in pairs and place > start + (2 if mark in "'’" else 1):
            return index if _closes(text, mark, place) else None
    return None


def _closes(text: str, mark: str, place: int) -> bool:
    after = text[place + 1 : place + 2]
    return mark not in _STRAIGHT or not after.isalnum()


def _is_plural(text: str, place: int) -> bool:
    """Whether the mark may be the genitive of a plural ("the players' time")."""
    return text[place - 1] == "s" and text[place + 1 : place + 3].strip().isalpha()


def _opens(text: str, mark: str, place: int) -> bool:
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if mark == "’" or not after:
        return False
    if mark in _CLOSES and mark not in "‘‚":
        return True
    if before.isalnum() or (mark in "»›❞"):
        return mark == "»" and not before.strip() and not after.isspace()
    if mark == '"':
        return not before or before.isspace() or before in "([{«“’'-–—/:…*_" or not before.isascii()
    if mark == "'":
        return after.isalpha() and (not before or before.isspace() or before in '(["«“')
    return not after.isspace()


def _resumes(text: str, opened: list[tuple[str, int]], mark: str, place: int) -> bool:
    """Whether a mark at the start of a line only reminds that its quotation goes on."""
    if not any(sign == mark for sign, _ in opened):
        return False
    return text.rfind("\n", 0, place) >= 0 and not text[text.rfind("\n", 0, place) : place].strip()
