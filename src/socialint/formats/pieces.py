"""Gathers the pieces of a source map while a value is decoded."""

from __future__ import annotations

from socialint.text import Piece, SourceMap


class Pieces:
    """Pieces in text order; stretches that the value skips (indentation) are simply not added."""

    def __init__(self) -> None:
        self.length = 0
        self._pieces: list[Piece] = []

    def copy(self, start: int, end: int) -> None:
        """Add source[start:end] as it stands."""
        if start >= end:
            return
        last = self._pieces[-1] if self._pieces else None
        if last and last.verbatim and last.source_start + last.source_len == start:
            self._pieces.pop()
            start = last.source_start
            self.length = last.text_start
        self._add(end - start, start, end, verbatim=True)

    def put(self, start: int, end: int, size: int = 1) -> None:
        """Add `size` characters of text that source[start:end] stands for as a whole."""
        self._add(size, start, end, verbatim=False)

    def _add(self, size: int, start: int, end: int, *, verbatim: bool) -> None:
        self._pieces.append(Piece(self.length, size, start, end - start, verbatim))
        self.length += size

    def map(self, start: int) -> SourceMap:
        """The map of what was added; an empty text stands at `start`."""
        return SourceMap(tuple(self._pieces)) if self._pieces else SourceMap.identity(start, 0)
