"""Signs dressed up as letters (bold, script, circled, tiny), and the plain letters behind them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from socialint.lazy import regex
from socialint.text import Span

# Mathematical, enclosed and full-width letters and digits.  Letterlike symbols (ℕ, ℹ) and circled
# figures (①) mean something of their own: they count only beside others.
_DRESSED = (
    "\U0001d400-\U0001d6a3\U0001d7ce-\U0001d7ff\u24b6-\u24e9\U0001f130-\U0001f149"
    "\U0001f150-\U0001f169\U0001f170-\U0001f189\uff21-\uff3a\uff41-\uff5a"
)
# Small capitals and letters above the line, which phoneticians and ordinals (1ᵉʳ, nᵗʰ) use too.
_TINY = (
    "\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f\u1d00\u1d04\u1d05\u1d07\u1d0a\u1d0b\u1d0d"
    "\u1d0f\u1d18\u1d1b\u1d1c\u1d20-\u1d22\u1d2c\u1d2e\u1d30-\u1d31\u1d33-\u1d3a\u1d3c\u1d3e-\u1d43"
    "\u1d47-\u1d49\u1d4d\u1d4f\u1d50\u1d52\u1d56-\u1d58\u1d5b\u2071\u207f\u02b0\u02b2\u02b3"
    "\u02b7\u02b8\u02e1-\u02e3\ua730\ua731"
)
SIGNS = _DRESSED + _TINY  # for a class of characters
_SIGN = regex(f"[{SIGNS}]")
_ANY = f"{_DRESSED}{_TINY}\u2102-\u2149\uff10-\uff19"
_STRETCH = regex(rf"[{_ANY}](?:[^\n]*[{_ANY}])?[\u0300-\u036f]*")
_BIG = regex(f"[{_DRESSED}]{{2}}")
_BLOCKS = regex(r"\S+")
_NAMED = regex(
    r"(?:SMALL CAPITAL|LATIN (?:CAPITAL|SMALL) LETTER|MODIFIER LETTER (?:CAPITAL|SMALL)"
    r"|SUPERSCRIPT LATIN SMALL LETTER) ([A-Z])$"
)
_FORMULA = regex(r"[=<>^∑∫√±×÷∈⊂∀∃→/\[\]]")
_EAST = regex(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]")
_LEAST, _LEAST_TINY = 3, 4


@lru_cache(maxsize=1024)
def _plain(char: str) -> str:
    if not _STRETCH.match(char):
        return char
    apart = unicodedata.normalize("NFKD", char)
    if apart != char and apart.isascii():
        return apart
    name = unicodedata.name(char, "")
    found = _NAMED.search(name)
    if found is None:
        return char
    small = "SMALL" in name
    return found[1].lower() if small else found[1]


def plain(text: str) -> str:
    """`text` with plain letters and digits in place of dressed-up ones; the rest as it stands."""
    return unicodedata.normalize("NFC", "".join(map(_plain, text)))


def find_styled(text: str) -> Iterator[Span]:
    """Runs of words in dressed-up letters, in order: three letters at least, four if tiny.

    Formulas are none, nor full-width letters among Chinese, Japanese or Korean ones.
    """
    if not _SIGN.search(text):
        return
    east = _EAST.search(text) is not None
    words = [(*block.span(), bool(_SIGN.search(block[0]))) for block in _BLOCKS.finditer(text)]
    for dressed, group in groupby(words, key=lambda word: word[2]):
        if dressed:
            run = list(group)
            span = _trimmed(text, run[0][0], run[-1][1])
            if _is_writing(text[slice(*span)], east=east):
                yield span


def _trimmed(text: str, start: int, end: int) -> Span:
    lines = list(_STRETCH.finditer(text, start, end))
    return Span(lines[0].start(), lines[-1].end())


def _is_writing(run: str, *, east: bool) -> bool:
    signs = _SIGN.findall(run)
    big = _BIG.search(run)
    if _FORMULA.search(run) or (east and "\uff20" < signs[0] < "\uff5b"):
        return False
    return len(signs) >= (_LEAST if big else _LEAST_TINY) and (bool(big) or _tiny_word(run))


def _tiny_word(run: str) -> bool:
    """Whether some word is tiny all through: an ordinal has its figure or its initial before it."""
    return any(len(_SIGN.findall(word)) >= _LEAST_TINY for word in run.split())
