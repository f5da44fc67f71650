"""Letters whose accents stand apart, as some systems write them, read as the letters they are."""

from __future__ import annotations

from unicodedata import is_normalized, normalize

from socialint.draft import Draft, Link, Mark, Segment
from socialint.formats.rewrite import Edit, retrace, rewrite, shifts
from socialint.frozen import replace
from socialint.lazy import regex

_LOOSE = regex("[^\u0300-\u036f][\u0300-\u036f]+")


def composed(draft: Draft) -> Draft:
    """The draft with one character for each such letter, each mapped to all that is written."""
    if all(is_normalized("NFC", segment.text) for segment in draft.segments):
        return draft
    segments = tuple(map(_composed, draft.segments))
    title = draft.title and normalize("NFC", draft.title)
    return replace(draft, segments=segments, title=title, text=normalize("NFC", draft.text))


def _composed(segment: Segment) -> Segment:
    edits = [
        Edit(*found.span(), letter)
        for found in _LOOSE.finditer(segment.text)
        if (letter := normalize("NFC", found[0])) != found[0]
    ]
    if not edits:
        return segment
    moved = shifts(edits)
    return Segment(
        segment.field,
        rewrite(segment.text, edits),
        retrace(len(segment.text), edits, segment.trace),
        tuple(Mark(moved(start), moved(end), kind) for start, end, kind in segment.marks),
        tuple(Link(moved(start), moved(end), url) for start, end, url in segment.links),
    )
