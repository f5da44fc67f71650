"""Plain text: a draft a file."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from socialint.draft import Draft, Segment
from socialint.errors import Problem
from socialint.formats.fields import Body, Sheet, build
from socialint.formats.names import names_for
from socialint.formats.nodes import Scalar, Table
from socialint.formats.reading import Reading
from socialint.formats.rewrite import retrace, rewrite, tidy
from socialint.text import Source, SourceMap, Span


def passage(field: str, source: Source, start: int, end: int) -> Segment | None:
    """The segment of source text [start:end], as it stands; None if it is blank."""
    raw = source.text[start:end]
    edits = tidy(raw)
    text = rewrite(raw, edits)
    if not text:
        return None
    base = partial(SourceMap.identity, start, len(raw))
    return Segment(field, text, retrace(len(raw), edits, base))


def word(source: Source, start: int, end: int) -> Scalar:
    """The value of a field that is the source text [start:end], as it stands."""
    base = partial(SourceMap.identity, start, end - start)
    return Scalar(source.text[start:end], Span(start, end), base)


def parse(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """The draft of a plain text file; nothing if the file is blank."""
    whole = Span(0, len(source.text))
    body = passage("text", source, *whole)
    if body is None:
        return
    sheet = Sheet(source, names_for(reading), reading.lang)
    yield from build(Table((), whole), sheet, 1, Body((body,)))
