"""Markdown as its reader sees it: the edits that take the markup out, found by pyromark.

Everything that isn't markup stays as written, line breaks, list markers and indentation included:
posts are pasted text.  Indented lines are text too, for posts indent for looks, and fence code.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from socialint.draft import Link, Mark, MarkKind
from socialint.formats.lines import merge, whole_lines
from socialint.formats.offsets import offsets_of
from socialint.formats.rewrite import Edit
from socialint.lazy import regex
from socialint.named import NamedTuple

_TAG = regex(r"<!--(?:.*?-->|.*)|</?[A-Za-z][^<>]*>|<[!?][^<>]*>", re.DOTALL)
_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)
_QUOTE_MARK = regex(r">[ \t]?")
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
    """One pass over the parser's events; `at` is the end of what has been seen so far."""

    def __init__(self, body: str) -> None:
        self.body = body
        self.at = 0
        self.inline = False
        self.edits: list[Edit] = []
        self.vanished: list[Edit] = []
        self.marks: list[Mark] = []
        self.links: list[Link] = []
        self.pictures: list[Picture] = []
        self.outer: list[list[Edit]] = []
        self.quotes = 0
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
            self._block(start)
            self._vanish(start, end)
            self.at = end
        elif name != "Html":
            self._leaf(name, value, start, end)

    def _open(self, kind: str, detail: Any, start: int) -> None:
        if kind in _SPANS or kind == "Image":
            self._step(start)
            self.at = start
            self._open_span(kind, detail)
            return
        self._block(start)
        self.at = start
        self.inline = kind in ("Paragraph", "Heading")
        if kind == "BlockQuote":
            self.quotes += 1
        elif kind == "CodeBlock":
            self.code = "fenced" if isinstance(detail, dict) else "indented"

    def _open_span(self, kind: str, detail: Any) -> None:
        if kind == "Image":
            self.outer.append(self.edits)
            self.edits = []
        elif kind == "Link":
            own = detail["link_type"] in _OWN_LINK
            self.urls.append(detail["dest_url"] if own else None)

    def _close(self, kind: str, start: int, end: int) -> None:
        if kind == "Image":
            self._close_image(start, end)
        elif kind in _SPANS:
            self._gap(end)
            if kind == "Link" and (url := self.urls.pop()):
                self.links.append(Link(start, end, url))
        elif kind in ("Paragraph", "Heading"):
            self._close_line(kind, start, end)
        elif kind == "CodeBlock":
            self._close_code(start, end)
        elif kind == "HtmlBlock":
            self._html(start, end)
        elif kind == "BlockQuote":
            self._block(end)
            self.quotes -= 1
            self._mark(start, self._line_end(end), "quote")
        else:
            self.inline = False

    def _close_image(self, start: int, end: int) -> None:
        # the first gap was the opening mark: the alt text starts behind it
        inner = start + 2
        edits = tuple(edit for edit in self.edits if edit.start >= inner and edit.end <= self.at)
        if self.at > inner:
            self.pictures.append(Picture(inner, self.at, edits))
        self.edits = self.outer.pop()
        self._vanish(start, end)
        self.at = end

    def _close_line(self, kind: str, start: int, end: int) -> None:
        stop = self._line_end(end)
        if stop > self.at:
            self._gap(stop)
        # a row of dashes parts two stretches of a post more often than it underlines a title
        if kind == "Heading" and (self.body[start] == "#" or self.body[stop - 1] == "="):
            self._mark(start, stop, "heading")
        self.at = end
        self.inline = False

    def _close_code(self, start: int, end: int) -> None:
        stop = self._line_end(end)
        if self.code == "fenced":
            if self.at > start and self.body[self.at - 1] == "\n" and stop > self.at:
                self.at -= 1 + (self.body[self.at - 2 : self.at - 1] == "\r")
            self._cut(self.at, stop)
            self._mark(start, stop, "code")
        self.code = ""
        self.at = end

    def _html(self, start: int, end: int) -> None:
        for match in _TAG.finditer(self.body, start, end):
            if _BREAK.fullmatch(match[0]):
                self._break(*match.span())
            else:
                self._vanish(*match.span())
        self.at = end

    def _leaf(self, name: str, value: Any, start: int, end: int) -> None:
        if self.code == "indented":
            self.at = max(self.at, end)
            return
        self._step(start)
        if name == "Text" and end > start and self.body[start:end] != value:
            self.edits.append(Edit(start, end, value))
        elif name == "Code":
            self._code(start, end)
        elif name == "HardBreak" and self.body[start] == "\\":
            self._cut(start, start + 1)
        elif name == "InlineHtml":
            self._inline_html(start, end)
        self.at = max(self.at, end)

    def _code(self, start: int, end: int) -> None:
        run = len(self.body[start:end]) - len(self.body[start:end].lstrip("`"))
        first, last = start + run, end - run
        inner = self.body[first:last]
        if inner[:1] == inner[-1:] == " " and inner.strip():
            first, last = first + 1, last - 1
        self._cut(start, first)
        self._cut(last, end)
        self._mark(first, last, "code")

    def _inline_html(self, start: int, end: int) -> None:
        if _BREAK.fullmatch(self.body, start, end):
            self._break(start, end)
        else:
            self._vanish(start, end)

    def _break(self, start: int, end: int) -> None:
        follows = self.body[end : end + 1] in ("\n", "\r")
        self.edits.append(Edit(start, end, "" if follows else "\n"))

    def _block(self, start: int) -> None:
        """Reach a block: in a quote, the quote marks on the way are markup."""
        self.inline = False
        if self.quotes:
            self._quote_marks(start)
        self.at = max(self.at, start)

    def _step(self, start: int) -> None:
        """Reach something inside a line; the items of a tight list have no paragraph to open it."""
        if self.inline or self.code:
            self._gap(start)
        else:
            self._block(start)
            self.inline = True
        self.at = max(self.at, start)

    def _gap(self, start: int) -> None:
        """Inside a line, whatever the parser steps over is markup, but for blanks."""
        gap = self.body[self.at : start]
        if not gap or gap.isspace():
            return
        if self.quotes and not gap.strip("> \t"):
            self._quote_marks(start)
        else:
            self._cut(self.at, start)

    def _quote_marks(self, start: int) -> None:
        for match in _QUOTE_MARK.finditer(self.body, self.at, start):
            self._cut(*match.span())

    def _cut(self, start: int, end: int) -> None:
        if end > start:
            self.edits.append(Edit(start, end))

    def _vanish(self, start: int, end: int) -> None:
        """Cut, and the whole line with it where nothing else stands on it."""
        (self.edits if self.outer else self.vanished).append(Edit(start, self._line_end(end)))

    def _mark(self, start: int, end: int, kind: MarkKind) -> None:
        if not self.outer and end > start:
            self.marks.append(Mark(start, end, kind))

    def _line_end(self, end: int) -> int:
        while end > 0 and self.body[end - 1] in "\r\n":
            end -= 1
        return end

    def definitions(self, at: Callable[[int], int]) -> None:
        """Leave out link definitions (`[name]: url`)."""
        from pyromark import reference_definitions  # noqa: PLC0415  few bodies have them

        for definition in reference_definitions(self.body).values():
            place = definition["span"]
            self._vanish(at(place["start"]), at(place["end"]))

    def rendered(self) -> Rendered:
        edits = merge([*self.edits, *whole_lines(self.body, sorted(self.vanished))])
        return Rendered(edits, tuple(self.marks), tuple(self.links), tuple(self.pictures))
