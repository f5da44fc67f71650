"""Edits that turn a text as written into the text a reader sees, traced."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Piece, SourceMap

Trace = Callable[[], SourceMap]


class Edit(NamedTuple):
    """What stands at start:end is read as `text`; an empty `text` leaves it out."""

    start: int
    end: int
    text: str = ""


_ENTITIES = {
    "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'", "&nbsp;": "\u00a0",
}  # fmt: skip
_ENTITY = regex("|".join(_ENTITIES))
_NEWLINE = regex(r"\r\n?")
_WRITTEN_NEWLINE = regex(r"(?:\\r)?\\n")


def rewrite(text: str, edits: Sequence[Edit]) -> str:
    """The text after `edits`, which stand in order and don't overlap."""
    if not edits:
        return text
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.text)
        at = edit.end
    parts.append(text[at:])
    return "".join(parts)


def retrace(length: int, edits: Sequence[Edit], base: Trace) -> Trace:
    """The trace of a rewritten text of `length` code points, from that of the text as written."""
    if not edits:
        return base
    return lambda: SourceMap(tuple(_pieces(length, edits, base())))


def _pieces(length: int, edits: Sequence[Edit], base: SourceMap) -> Iterator[Piece]:
    starts = [piece.text_start for piece in base.pieces]
    at = written = 0
    for edit in (*edits, Edit(length, length)):
        for piece in _kept(base, starts, at, edit.start):
            yield piece._replace(text_start=written)
            written += piece.text_len
        if edit.text:
            place = base.to_source(edit.start, edit.end)
            size = len(edit.text)
            yield Piece(written, size, place.start, place.end - place.start, verbatim=False)
            written += size
        at = edit.end


def _kept(base: SourceMap, starts: list[int], start: int, end: int) -> Iterator[Piece]:
    if start >= end:
        return
    for index in range(max(0, bisect_right(starts, start) - 1), len(starts)):
        piece = base.pieces[index]
        if piece.text_start >= end:
            return
        first = max(start, piece.text_start)
        size = min(end, piece.text_start + piece.text_len) - first
        if size <= 0:
            continue
        if piece.verbatim:
            yield Piece(0, size, piece.source_start + first - piece.text_start, size, verbatim=True)
        else:
            yield piece._replace(text_len=size)


def shifts(edits: Sequence[Edit]) -> Callable[[int], int]:
    """Where an offset of the text as written stands in the rewritten text."""
    if not edits:
        return lambda offset: offset
    ends = [edit.end for edit in edits]
    gains = [0, *accumulate(len(edit.text) - (edit.end - edit.start) for edit in edits)]

    def shifted(offset: int) -> int:
        index = bisect_right(ends, offset)
        if index < len(edits) and edits[index].start < offset:
            offset = edits[index].start
        return offset + gains[index]

    return shifted


def tidy(text: str, *, export: bool = False) -> list[Edit]:
    r"""The edits that every text gets: line ends become `\n`, blanks around it go.

    In an export (CSV, JSON) the HTML entities that tools put for `& < > " '` and the no-break
    space are decoded, and so is a written-out `\n`, if the text has no line break of its own.
    """
    edits: list[Edit] = []
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start:
        edits.append(Edit(0, min(start, len(text))))
    if start < end:
        edits += sorted(_inside(text, start, end, export=export))
    if start < len(text) and end < len(text):
        edits.append(Edit(end, len(text)))
    return edits


def _inside(text: str, start: int, end: int, *, export: bool) -> Iterable[Edit]:
    if "\r" in text:
        for match in _NEWLINE.finditer(text, start, end):
            # the LF of a CR LF stays, verbatim; a CR alone is read as one
            lone = match.end() - match.start() == 1
            yield Edit(match.start(), match.start() + 1, "\n" if lone else "")
    if not export:
        return
    if "&" in text:
        for match in _ENTITY.finditer(text, start, end):
            yield Edit(*match.span(), _ENTITIES[match[0]])
    if "\\n" in text and "\n" not in text and "\r" not in text:
        for match in _WRITTEN_NEWLINE.finditer(text, start, end):
            yield Edit(*match.span(), "\n")
