"""A format held to what every format owes: each character traced, nothing outside the file."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.draft import Draft, Segment
from socialint.errors import Problem
from socialint.formats.reading import Parse, Reading
from socialint.text import Source

_READING = Reading(explicit=True)


def check_format(
    parse: Parse, text: str, path: str = "<sample>", reading: Reading = _READING
) -> tuple[Draft, ...]:
    """The drafts that `parse` finds in `text`, once they are proved to be well made.

    Raises AssertionError, with the place, unless parsing twice gives the same, every span stays
    inside the file, and the pieces of every segment cover its text in order without gaps, the
    verbatim ones equal to the source they stand for.
    """
    source = Source(path, text)
    found = tuple(parse(source, reading))
    again = tuple(parse(source, reading))
    assert list(map(_outline, found)) == list(map(_outline, again)), "two readings differ"  # noqa: S101  what this function is for
    drafts = tuple(item for item in found if isinstance(item, Draft))
    for draft in drafts:
        for fault in _faults(draft, len(text)):
            raise AssertionError(f"{draft.name}: {fault}")
    return drafts


def _outline(item: Draft | Problem) -> object:
    if isinstance(item, Problem):
        return item
    texts = [(part.field, part.text, part.marks, part.links, part.map) for part in item.segments]
    return item.name, item.span, item.kind, item.channels, dict(item.fields), texts


def _faults(draft: Draft, length: int) -> Iterator[str]:
    spans = [("span", draft.span)]
    for name, field in draft.fields.items():
        spans += [(f"name of {name}", field.key), (f"value of {name}", field.span)]
    for name, (start, end) in spans:
        if not 0 <= start <= end <= length:
            yield f"{name} {start}:{end} is outside the file"
    for segment in draft.segments:
        yield from _gaps(segment, draft.source.text)
        for start, end, what in (*segment.marks, *segment.links):
            if not 0 <= start < end <= len(segment.text):
                yield f"{segment.field}: {what} {start}:{end} is outside the text"


def _gaps(segment: Segment, source: str) -> Iterator[str]:
    at = 0
    for piece in segment.map.pieces:
        if piece.text_start != at or piece.text_len <= 0:
            yield f"{segment.field}: a gap or overlap at {at}"
        at = piece.text_start + piece.text_len
        slot = source[piece.source_start : piece.source_start + piece.source_len]
        if len(slot) != piece.source_len:
            yield f"{segment.field}: {piece} is outside the file"
        if piece.verbatim and slot != segment.text[piece.text_start : at]:
            yield f"{segment.field}: {piece} is not verbatim"
    if at != len(segment.text):
        yield f"{segment.field}: pieces cover {at} of {len(segment.text)} code points"
