"""How a text is sent as SMS: in which alphabet, in how many messages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.layers.graphemes import floor
from socialint.lazy import regex
from socialint.named import NamedTuple

# GSM 03.38 (3GPP TS 23.038): the alphabet, and its extension, whose characters take two places
_EXTENSION = "\f^{}\\[~]|€"
_DOUBLE = regex(f"[{re.escape(_EXTENSION)}]")
_FOREIGN = regex(
    f"[^@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !-#¤%-Z¡ÄÖÑÜ§¿a-zäöñüà{re.escape(_EXTENSION)}]"
)
_ASTRAL = regex("[\U00010000-\U0010ffff]")


class Sms(NamedTuple):
    """A text message as sent.

    `alphabet` is "gsm7" or "ucs2"; `units` its length in characters of that alphabet; `segments`
    how many messages that makes; `foreign` the offsets of the characters that force UCS-2.
    """

    alphabet: str
    units: int
    segments: int
    foreign: tuple[int, ...]


def sms(text: str) -> Sms:
    """How `text` is sent: 160 units at once or 153 a message, 70 or 67 in UCS-2 (TS 23.040)."""
    foreign = tuple(match.start() for match in _FOREIGN.finditer(text))
    alphabet, whole = ("ucs2", 70) if foreign else ("gsm7", 160)
    units = len(text) + len((_ASTRAL if foreign else _DOUBLE).findall(text))
    if units <= whole:
        return Sms(alphabet, units, min(units, 1), foreign)
    if units > len(text):
        *_, (_, segments) = _places(text, ucs2=bool(foreign))
    else:
        segments = -(-units // _part(ucs2=bool(foreign)))
    return Sms(alphabet, units, segments, foreign)


def _part(*, ucs2: bool) -> int:
    """The places of each of several messages: their joint takes some."""
    return 67 if ucs2 else 153


def count_sms(text: str) -> int:
    """How many messages are sent."""
    return sms(text).segments


def plain_sms(text: str) -> tuple[int, tuple[int, ...]]:
    """How many messages it were without signs that force UCS-2, and the offsets of those."""
    foreign = sms(text).foreign
    return count_sms(_FOREIGN.sub("x", text)), foreign


def cut_sms(text: str, limit: int) -> int | None:
    """The offset of what does not fit into `limit` messages, or None; splits no grapheme."""
    made = sms(text)
    if made.segments <= limit:
        return None
    ucs2 = made.alphabet == "ucs2"
    if limit == 1:
        whole = 70 if ucs2 else 160
        return floor(text, next(o for o, n in _running(text, ucs2=ucs2) if n > whole))
    if made.units == len(text):
        return floor(text, limit * _part(ucs2=ucs2))
    return floor(text, next((o for o, n in _places(text, ucs2=ucs2) if n > limit), 0))


def _size(char: str, *, ucs2: bool) -> int:
    return 1 + (ord(char) > 0xFFFF if ucs2 else char in _EXTENSION)


def _running(text: str, *, ucs2: bool) -> Iterator[tuple[int, int]]:
    total = 0
    for offset, char in enumerate(text):
        total += _size(char, ucs2=ucs2)
        yield offset, total


def _places(text: str, *, ucs2: bool) -> Iterator[tuple[int, int]]:
    """Each offset with the number of the message it falls into; a character is never split."""
    message, filled = 1, 0
    for offset, char in enumerate(text):
        size = _size(char, ucs2=ucs2)
        if filled + size > _part(ucs2=ucs2):
            message, filled = message + 1, 0
        filled += size
        yield offset, message
