"""A file as read, and the map from a draft's text back to it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Protocol, Self, SupportsIndex, TypeVar

from socialint.frozen import Frozen
from socialint.lazy import regex
from socialint.named import NamedTuple

_LINE_END = regex(r"[\r\n](?:(?<=\r)\n)?")


class Span(NamedTuple):
    """A half-open stretch of text, 0-based, in code points."""

    start: int
    end: int


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


P = TypeVar("P", bound=_Placed)


def apart(found: Iterable[P]) -> Iterator[P]:
    """Those of `found`, which come by their starts, that overlap none kept before."""
    end = 0
    for one in found:
        if one.start >= end:
            end = one.end
            yield one


def touch(one: _Placed, other: _Placed) -> bool:
    """Whether two stretches have a character in common."""
    return one.start < other.end and other.start < one.end


def meets(one: _Placed, others: Iterable[_Placed]) -> bool:
    """Whether a stretch has a character in common with any of the others."""
    return any(touch(one, other) for other in others)


class Position(NamedTuple):
    """A place for people: line and column count from 1, offset from 0, all in code points."""

    line: int
    column: int
    offset: int


class Piece(NamedTuple):
    """A run of text and the run of source it was decoded from.

    A verbatim piece maps character by character; any other (an escape, a folded line break)
    is indivisible and maps as a whole.
    """

    text_start: int
    text_len: int
    source_start: int
    source_len: int
    verbatim: bool


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` code points, an ellipsis for what is left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


class Window(str):
    """A part of a long text: its slices and its length count from the beginning of the whole.

    Methods and patterns see the part alone, from 0: they are for slices.
    """

    __slots__ = ("start",)
    start: int

    def __new__(cls, part: str, start: int) -> Self:
        """The part that begins at offset `start` of the whole."""
        made = super().__new__(cls, part)
        made.start = start
        return made

    def __getitem__(self, key: SupportsIndex | slice) -> str:
        if not isinstance(key, slice):
            return super().__getitem__(int(key) - self.start)
        start, end, _ = key.indices(len(self))
        return super().__getitem__(slice(max(start - self.start, 0), max(end - self.start, 0)))

    def __len__(self) -> int:
        return self.start + super().__len__()


class Source(Frozen):
    """A decoded file: `text` holds neither a BOM nor translated newlines.

    Of a file that is read in parts, `text` is a `Window` and `above` the number of lines before it.
    """

    path: str
    text: str
    encoding: str = "utf-8"
    bom: bool = False
    above: int = 0

    @property
    def start(self) -> int:
        """The offset at which the text begins, 0 but in a part of a file."""
        return self.text.start if isinstance(self.text, Window) else 0

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        """Offsets at which lines begin; lines end at CR LF, LF or CR only."""
        text, start = self.text, self.start
        if "\r" in text:
            return (start, *(start + found.end() for found in _LINE_END.finditer(text)))
        starts, at = [start], text.find("\n")
        while at >= 0:  # a tenth of what a pattern takes
            starts.append(start + at + 1)
            at = text.find("\n", at + 1)
        return tuple(starts)

    def position(self, offset: int) -> Position:
        """The line and column of `offset`, which may be the end of the text."""
        line = bisect_right(self.line_starts, offset)
        return Position(self.above + line, offset - self.line_starts[line - 1] + 1, offset)

    def line(self, number: int) -> Span:
        """The span of line `number` (from 1) without its line end."""
        number -= self.above
        start = self.line_starts[number - 1]
        last = number == len(self.line_starts)
        end = len(self.text) if last else self.line_starts[number]
        return Span(start, start + len(self.text[start:end].rstrip("\r\n")))


class SourceMap(Frozen):
    """How a segment's text came from the source: pieces in text order, covering the text."""

    pieces: tuple[Piece, ...]

    @classmethod
    def identity(cls, start: int, length: int) -> SourceMap:
        """The map of a text that stands verbatim in the source at `start`."""
        return cls((Piece(0, length, start, length, verbatim=True),))

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.text_start for piece in self.pieces]

    def _piece(self, offset: int) -> Piece:
        return self.pieces[max(0, bisect_right(self._starts, offset) - 1)]

    def to_source(self, start: int, end: int) -> Span:
        """The source span of text[start:end]; an indivisible piece counts whole."""
        first = self._piece(start)
        begin = first.source_start
        if first.verbatim:
            begin += start - first.text_start
        if end <= start:
            return Span(begin, begin)
        last = self._piece(end - 1)
        if last.verbatim:
            return Span(begin, last.source_start + end - last.text_start)
        return Span(begin, last.source_start + last.source_len)

    def to_text(self, span: Span) -> Span | None:
        """The stretch of text that stands for a stretch of the source; None if none does."""
        found = [_share(piece, span) for piece in self.pieces]
        held = [one for one in found if one]
        return Span(held[0].start, held[-1].end) if held else None

    def is_verbatim(self, start: int, end: int) -> bool:
        """Whether text[start:end] stands in the source character by character, unbroken."""
        piece = self._piece(start)
        return piece.verbatim and end <= piece.text_start + piece.text_len


def _share(piece: Piece, span: Span) -> Span | None:
    """What of a piece's text stands for the span of the source."""
    source_end = piece.source_start + piece.source_len
    start, end = max(span.start, piece.source_start), min(span.end, source_end)
    if start > end or (start == end and span.start < span.end):
        return None
    if not piece.verbatim:
        return Span(piece.text_start, piece.text_start + piece.text_len)
    first = piece.text_start + start - piece.source_start
    return Span(first, first + end - start)
