"""Markdown as its reader sees it: the edits that take the markup out, found by pyromark.

Everything that isn't markup stays as written, line breaks, list markers and indentation included:
posts are pasted text.  Indented lines are text too, for posts indent for looks, and fence code.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from socialint.draft import Link, Mark
from socialint.formats.cuts import Cuts
from socialint.formats.offsets import offsets_of
from socialint.formats.rewrite import Edit
from socialint.formats.tags import take_tag, take_tags
from socialint.named import NamedTuple

_SPANS = frozenset({"Emphasis", "Strong", "Link"})
_OWN_LINK = frozenset({"Inline", "Reference", "Collapsed", "Shortcut"})


class Picture(NamedTuple):
    """An image: where its alt text stands in the body, and the edits inside it."""

    start: int
    end: int
    edits: tuple[Edit, ...]


class Rendered(NamedTuple):
    """What takes the markup out of a body; all offsets count in the body as written."""

    edits: tuple[Edit, ...]
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()


def render(body: str) -> Rendered:
    """Parse `body` and say what its reader doesn't see."""
    from pyromark import events_with_range  # noqa: PLC0415  only bodies with markup need it

    walk = _Walk(body)
    at = offsets_of(body)
    for event, place in events_with_range(body):
        name, value = next(iter(event.items())) if isinstance(event, dict) else (event, None)
        walk.take(name, value, at(place["start"]), at(place["end"]))
    if "]:" in body:
        walk.definitions(at)
    return walk.rendered()


class _Walk:
    """One pass over the parser's events."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.cuts = Cuts(body)
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.code = ""
        self.urls: list[str | None] = []

    def take(self, name: str, value: Any, start: int, end: int) -> None:
        if name == "Start":
            kind, detail = next(iter(value.items())) if isinstance(value, dict) else (value, None)
            self._open(kind, detail, start)
        elif name == "End":
            kind = next(iter(value)) if isinstance(value, dict) else value
            self._close(kind, start, end)
        elif name == "Rule":
            self.cuts.block(start)
            self.cuts.vanish(start, end)
            self.cuts.at = end
        elif name != "Html":
            self._leaf(name, value, start, end)

    def _open(self, kind: str, detail: Any, start: int) -> None:
        cuts = self.cuts
        if kind in _SPANS or kind == "Image":
            cuts.step(start, code=bool(self.code))
            cuts.at = start
            self._open_span(kind, detail)
            return
        cuts.block(start)
        cuts.at = start
        cuts.inline = kind in ("Paragraph", "Heading")
        if kind == "BlockQuote":
            cuts.quotes += 1
        elif kind == "CodeBlock":
            self.code = "fenced" if isinstance(detail, dict) else "indented"

    def _open_span(self, kind: str, detail: Any) -> None:
        if kind == "Image":
            self.cuts.open_picture()
        elif kind == "Link":
            own = detail["link_type"] in _OWN_LINK
            self.urls.append(detail["dest_url"] if own else None)

    def _close(self, kind: str, start: int, end: int) -> None:
        cuts = self.cuts
        if kind == "Image":
            self._close_image(start, end)
        elif kind in _SPANS:
            cuts.gap(end)
            if kind == "Link" and (url := self.urls.pop()):
                self.links.append(Link(start, end, url))
        elif kind in ("Paragraph", "Heading"):
            self._close_line(kind, start, end)
        elif kind == "CodeBlock":
            self._close_code(start, end)
        elif kind == "HtmlBlock":
            take_tags(cuts, start, end)
            cuts.at = end
        elif kind == "BlockQuote":
            cuts.block(end)
            cuts.quotes -= 1
            cuts.mark(start, cuts.line_end(end), "quote")
        else:
            cuts.inline = False

    def _close_image(self, start: int, end: int) -> None:
        cuts = self.cuts
        # the first gap was the opening mark: the alt text starts behind it
        first, last = start + 2, cuts.at
        inside = cuts.close_picture()
        if last > first:
            edits = tuple(edit for edit in inside if edit.start >= first and edit.end <= last)
            self.pictures.append(Picture(first, last, edits))
        cuts.vanish(start, end)
        cuts.at = end

    def _close_line(self, kind: str, start: int, end: int) -> None:
        cuts = self.cuts
        stop = cuts.line_end(end)
        if stop > cuts.at:
            cuts.gap(stop)
        # a row of dashes parts two stretches of a post more often than it underlines a title
        if kind == "Heading" and (self.body[start] == "#" or self.body[stop - 1] == "="):
            cuts.mark(start, stop, "heading")
        cuts.at = end
        cuts.inline = False

    def _close_code(self, start: int, end: int) -> None:
        cuts = self.cuts
        stop = cuts.line_end(end)
        if self.code == "fenced":
            if cuts.at > start and self.body[cuts.at - 1] == "\n" and stop > cuts.at:
                cuts.at -= 1 + (self.body[cuts.at - 2 : cuts.at - 1] == "\r")
            cuts.cut(cuts.at, stop)
            cuts.mark(start, stop, "code")
        self.code = ""
        cuts.at = end

    def _leaf(self, name: str, value: Any, start: int, end: int) -> None:
        cuts = self.cuts
        if self.code == "indented":
            cuts.at = max(cuts.at, end)
            return
        cuts.step(start, code=bool(self.code))
        if name == "Text" and end > start and self.body[start:end] != value:
            cuts.put(start, end, value)
        elif name == "Code":
            self._code(start, end)
        elif name == "HardBreak" and self.body[start] == "\\":
            cuts.cut(start, start + 1)
        elif name == "InlineHtml":
            take_tag(cuts, start, end)
        cuts.at = max(cuts.at, end)

    def _code(self, start: int, end: int) -> None:
        run = len(self.body[start:end]) - len(self.body[start:end].lstrip("`"))
        first, last = start + run, end - run
        inner = self.body[first:last]
        if inner[:1] == inner[-1:] == " " and inner.strip():
            first, last = first + 1, last - 1
        self.cuts.cut(start, first)
        self.cuts.cut(last, end)
        self.cuts.mark(first, last, "code")

    def definitions(self, at: Callable[[int], int]) -> None:
        """Leave out link definitions (`[name]: url`)."""
        from pyromark import reference_definitions  # noqa: PLC0415  few bodies have them

        for definition in reference_definitions(self.body).values():
            place = definition["span"]
            self.cuts.vanish(at(place["start"]), at(place["end"]))

    def rendered(self) -> Rendered:
        marks = tuple(self.cuts.marks)
        return Rendered(self.cuts.edits(), marks, tuple(self.links), tuple(self.pictures))
