"""What folding makes of each character: its case, accents and typography taken off."""

from __future__ import annotations

import codecs
import unicodedata

from socialint.lazy import regex

# combining marks of alphabets, soft hyphen, joiners, direction marks, variation selectors, tags
_DROPPED = (
    "\u00ad\u0300-\u036f\u061c\u180e\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e"
    "\u2060-\u2064\u2066-\u206f\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\ufeff"
    "\U000e0001-\U000e007f\U000e0100-\U000e01ef"
)
_EXPANDED = {
    **dict.fromkeys("œŒ", "oe"),
    **dict.fromkeys("æÆǽǼǣǢ", "ae"),
    **dict.fromkeys("ßẞ", "ss"),
    **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
}
_SAME = {
    **dict.fromkeys("’‘ʼ′´`‛＇", "'"),
    **dict.fromkeys("«»“”„‟‹›″", '"'),
    **dict.fromkeys("‐‑‒–—―−﹣－⁃", "-"),
    **dict.fromkeys("\t\v\f\r\x1c\x1d\x1e\x1f", " "),
    **dict.fromkeys("\u0085\u2028\u2029", "\n"),
    **dict(zip("øØłŁđĐ", "oolldd", strict=True)),
}
UNEVEN = regex(f"[{_DROPPED}{''.join(_EXPANDED)}]")
_STYLED = ("<font>", "<wide>", "<narrow>")


def _fold_char(char: str) -> str:
    if char.isascii():
        return _SAME.get(char) or char.lower()
    if char in _EXPANDED:
        return _EXPANDED[char]
    if UNEVEN.match(char):
        return ""
    if char in _SAME:
        return _SAME[char]
    styled = unicodedata.decomposition(char).startswith(_STYLED)
    parts = unicodedata.normalize("NFKD" if styled else "NFD", char)
    bare = UNEVEN.sub("", parts).lower()
    if len(bare) == 1:
        return " " if bare.isspace() and bare != "\n" else bare
    return char


class _Table(dict[int, str]):
    """Filled as characters are met: the whole of Unicode would cost more than most runs."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_char(chr(code))
        return folded


TABLE = _Table()

# What posts in Latin letters are mostly made of: 256 characters go through a codec, ten times
# faster than str.translate.
_COMMON = "".join(
    [
        *map(chr, range(0x80)),
        *(chr(code) for code in range(0xA0, 0x100) if chr(code) not in "\u00adÆæß"),
        "’‘“”„…–—‑‐•€™→\u202f\u2009ŸŠšŽž",
    ]
).ljust(256, "\ufffe")
ENCODE = codecs.charmap_build(_COMMON)


def _folded_alike(text: str) -> str:
    """What `TABLE` makes of characters that give one each; at once, as a start is in a hurry."""
    parts = unicodedata.normalize(
        "NFD", text.translate({ord(char): same for char, same in _SAME.items()})
    )
    bare = parts.translate(dict.fromkeys(range(0x300, 0x370))).lower()
    return bare.translate(dict.fromkeys(map(ord, "\u00a0\u202f\u2009"), " "))


DECODE = _folded_alike(_COMMON)
