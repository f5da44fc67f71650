"""A Markdown body that holds markup, as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from socialint.draft import Link, Mark, Segment
from socialint.formats.render import Picture, Rendered, render
from socialint.formats.rewrite import Edit, Trace, retrace, rewrite, shifts, tidy
from socialint.text import SourceMap


def read_markup(raw: str, start: int) -> Iterator[Segment]:
    """The text and the alt texts of `raw`, which stands in the source at `start`."""
    rendered = _render(raw)
    text = _segment("text", raw, rendered, partial(SourceMap.identity, start, len(raw)))
    alts = (_alt(number, raw, picture, start) for number, picture in enumerate(rendered.pictures))
    yield from (segment for segment in (text, *alts) if segment.text)


def _render(raw: str) -> Rendered:
    try:
        return render(raw)
    except UnicodeEncodeError:
        # a text made in memory may hold lone surrogates, which the parser can't take
        return Rendered(())


def _segment(field: str, raw: str, rendered: Rendered, base: Trace) -> Segment:
    half = rewrite(raw, rendered.edits)
    edits = tidy(half)
    shift, again = shifts(rendered.edits), shifts(edits)
    trace = retrace(len(half), edits, retrace(len(raw), rendered.edits, base))
    text = rewrite(half, edits)

    def to_text(offset: int) -> int:
        return min(again(shift(offset)), len(text))

    marks = (Mark(to_text(m.start), to_text(m.end), m.kind) for m in rendered.marks)
    links = (Link(to_text(link.start), to_text(link.end), link.url) for link in rendered.links)
    return Segment(
        field,
        text,
        trace,
        tuple(sorted(mark for mark in marks if mark.end > mark.start)),
        tuple(link for link in links if link.end > link.start),
    )


def _alt(number: int, raw: str, picture: Picture, start: int) -> Segment:
    inner = raw[picture.start : picture.end]
    edits = tuple(
        Edit(edit.start - picture.start, edit.end - picture.start, edit.text)
        for edit in picture.edits
    )
    base = partial(SourceMap.identity, start + picture.start, len(inner))
    return _segment(f"media[{number}].alt", inner, Rendered(edits), base)
