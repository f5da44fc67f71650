"""Characters as readers see them: the grapheme clusters of Unicode (Standard Annex 29)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from socialint.layers.entities.emoji import pictograph
from socialint.lazy import regex

# Outside of these, each code point is a cluster; Latin, Greek and Cyrillic letters, the signs and
# spaces of typography, currencies, symbols up to the first emoji.
_JOINING = regex(
    "[^\0-\x0c\x0e-\u02ff\u0370-\u0482\u048a-\u0590\u1d00-\u1dbf\u1e00-\u200b\u200e-\u20cf\u2100-\u2188"
    "\u2190-\u2319]+"
)
_PREPENDED = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\u0d4e")
# letters by category that Unicode lets follow as marks do (SpacingMark, Other_Grapheme_Extend)
_FOLLOWING = frozenset("\u200c\u0e33\u0eb3\uff9e\uff9f")
_SKINS = regex("[\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_HANGUL = {
    "L": regex("[\u1100-\u115f\ua960-\ua97c]"),
    "V": regex("[\u1160-\u11a7\ud7b0-\ud7c6]"),
    "T": regex("[\u11a8-\u11ff\ud7cb-\ud7fb]"),
}
_HANGUL_JOINS = frozenset({"LL", "LV", "LA", "LB", "AV", "VV", "AT", "VT", "BT", "TT"})


@cache
def _class(char: str) -> str:
    """How `char` joins its neighbours: E follows, Z joins pictographs P, R pairs, C never joins."""
    if char == "\u200d":
        return "Z"
    if char in _FOLLOWING or _SKINS.match(char):
        return "E"
    if "\U0001f1e6" <= char <= "\U0001f1ff":
        return "R"
    if char in _PREPENDED:
        return "B"
    if "\uac00" <= char <= "\ud7a3":
        return "hA" if (ord(char) - 0xAC00) % 28 == 0 else "hB"
    for name, pattern in _HANGUL.items():
        if pattern.match(char):
            return "h" + name
    category = unicodedata.category(char)
    if category[0] == "M":
        return "E"
    if category in {"Cc", "Cf", "Zl", "Zp"}:
        return "C"
    return "P" if pictograph().match(char) else "O"


def _joins(text: str) -> Iterator[int]:
    for run in _JOINING.finditer(text):
        yield from _joins_of(text, run.start(), run.end())
        if text.startswith("\r\n", run.end() - 1):
            yield run.end()


def _joins_of(text: str, start: int, end: int) -> Iterator[int]:
    before = _class(text[start - 1]) if start else "C"
    picture, flags = before == "P", 0
    for place in range(start, end):
        here = _class(text[place])
        flags = flags + 1 if here == "R" else 0
        pair = here == "R" and flags % 2 == 0
        family = here == "P" and before == "Z" and picture
        if before != "C" and (here in "EZ" or pair or family or _is_joined(before, here)):
            yield place
        if here not in "EZ":
            picture = here == "P"
        before = here
    if before == "B" and end < len(text) and _class(text[end]) != "C":
        yield end


def _is_joined(before: str, here: str) -> bool:
    if before == "B":
        return here != "C"
    return before[0] == here[0] == "h" and before[1] + here[1] in _HANGUL_JOINS


def count_graphemes(text: str) -> int:
    """How many characters a reader sees in `text`."""
    return len(text) - sum(1 for _ in _joins(text))


def floor(text: str, offset: int) -> int:
    """The last place at or before `offset` that splits no grapheme cluster."""
    # nothing that follows parts or joins what comes before
    joins = set(_joins(text[: offset + 1]))
    while offset in joins:
        offset -= 1
    return offset
