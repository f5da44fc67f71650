"""What is taken out of a Markdown body while its parser goes through it from front to back."""

from __future__ import annotations

from socialint.draft import Mark, MarkKind
from socialint.formats.lines import merge, whole_lines
from socialint.formats.rewrite import Edit
from socialint.lazy import regex

_QUOTE_MARK = regex(r">[ \t]?")


class Cuts:
    """Edits of `body`; `at` is the end of what has been seen so far.

    `inline` says that it lies inside a line, `quotes` in how many quotes.
    """

    def __init__(self, body: str) -> None:
        self.body = body
        self.at = 0
        self.inline = False
        self.quotes = 0
        self.marks: list[Mark] = []
        self._edits: list[Edit] = []
        self._vanished: list[Edit] = []
        self._outer: list[list[Edit]] = []

    def block(self, start: int) -> None:
        """Reach a block: in a quote, the quote marks on the way are markup."""
        self.inline = False
        if self.quotes:
            self._quote_marks(start)
        self.at = max(self.at, start)

    def step(self, start: int, *, code: bool) -> None:
        """Reach something inside a line; the items of a tight list have no paragraph to open it."""
        if self.inline or code:
            self.gap(start)
        else:
            self.block(start)
            self.inline = True
        self.at = max(self.at, start)

    def gap(self, start: int) -> None:
        """Inside a line, whatever the parser steps over is markup, but for blanks."""
        gap = self.body[self.at : start]
        if not gap or gap.isspace():
            return
        if self.quotes and not gap.strip("> \t"):
            self._quote_marks(start)
        else:
            self.cut(self.at, start)

    def _quote_marks(self, start: int) -> None:
        for match in _QUOTE_MARK.finditer(self.body, self.at, start):
            self.cut(*match.span())

    def cut(self, start: int, end: int) -> None:
        """Leave out what stands there."""
        if end > start:
            self._edits.append(Edit(start, end))

    def put(self, start: int, end: int, text: str) -> None:
        """Show `text` in place of what stands there."""
        self._edits.append(Edit(start, end, text))

    def vanish(self, start: int, end: int) -> None:
        """Leave it out, and the whole line with it where nothing else stands on it."""
        edits = self._edits if self._outer else self._vanished
        edits.append(Edit(start, self.line_end(end)))

    def mark(self, start: int, end: int, kind: MarkKind) -> None:
        """Note what kind of text stands there, unless it is inside a picture."""
        if not self._outer and end > start:
            self.marks.append(Mark(start, end, kind))

    def line_end(self, end: int) -> int:
        """Where the line ends that `end` closes: before its line end."""
        while end > 0 and self.body[end - 1] in "\r\n":
            end -= 1
        return end

    def open_picture(self) -> None:
        """Keep what is edited from here on apart."""
        self._outer.append(self._edits)
        self._edits = []

    def close_picture(self) -> list[Edit]:
        """What was edited since the picture began."""
        inside = self._edits
        self._edits = self._outer.pop()
        return inside

    def edits(self) -> tuple[Edit, ...]:
        """All of them, in order."""
        return merge([*self._edits, *whole_lines(self.body, sorted(self._vanished))])
