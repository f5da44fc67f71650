"""Offsets in UTF-8 bytes, as parsers written elsewhere count, to offsets in code points."""

from __future__ import annotations

from collections.abc import Callable

_CONTINUATION = bytes(range(0x80, 0xC0))
_BLOCK = 256


def offsets_of(body: str) -> Callable[[int], int]:
    """From an offset in UTF-8 bytes to one in code points."""
    if body.isascii():
        return int
    encoded = body.encode()
    before = [0]
    for start in range(0, len(encoded), _BLOCK):
        block = encoded[start : start + _BLOCK]
        before.append(before[-1] + len(block.translate(None, _CONTINUATION)))

    def offset(byte: int) -> int:
        start = byte - byte % _BLOCK
        return before[byte // _BLOCK] + len(encoded[start:byte].translate(None, _CONTINUATION))

    return offset
