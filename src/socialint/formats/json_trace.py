"""Where each character of a JSON string stands in the source."""

from __future__ import annotations

from socialint.formats.pieces import Pieces
from socialint.lazy import regex
from socialint.text import SourceMap, Span

_ESCAPE = regex(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")


def trace_string(text: str, span: Span, value: str) -> SourceMap:
    """Map `value` to the JSON string text[span], its quotes included."""
    start, end = span.start + 1, span.end - 1
    if end - start == len(value):
        return SourceMap.identity(start, len(value))
    pieces = Pieces()
    at = start
    for escape in _ESCAPE.finditer(text[start:end]):
        pieces.copy(at, start + escape.start())
        pieces.put(start + escape.start(), start + escape.end())
        at = start + escape.end()
    pieces.copy(at, end)
    return pieces.map(start)
