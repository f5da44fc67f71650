"""Comments in Markdown that let findings pass: `<!-- socialint-ignore RULE: reason -->`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import accumulate

from socialint.draft import Draft, Suppression
from socialint.errors import Problem
from socialint.formats.suppressions import from_text, spread
from socialint.frozen import replace
from socialint.lazy import regex
from socialint.text import Source, Span

_COMMENT = regex(r"<!--\s*+socialint\b(?P<word>[\w-]*+)(?P<rest>(?:(?!-->)(?s:.))*+)(?:-->|\Z)")
_BEFORE = regex(r"(?:\s*+<!--(?:(?!-->)(?s:.))*+-->)*+\s*+")
_BLANK_LINE = regex(r"(?:\r\n?|\n)[ \t]*+(?=[\r\n])")
# words, past other comments
_WORDS = regex(r"(?:\s*+<!--(?:(?!-->)(?s:.))*+-->)*+[^\w\r\n<]*+\w")
_LINE_END = regex(r"[ \t]*+(?=[\r\n]|\Z)")
_FENCE = regex(r"(?:\A|(?<=[\r\n]))[ \t]*+(`{3,}+|~{3,}+)")
_PROGRAM = "socialint"
_BLOCK, _DRAFT, _START, _END = "-ignore", "-ignore-draft", "-ignore-start", "-ignore-end"


def with_comments(found: Iterator[Draft | Problem], source: Source) -> Iterator[Draft | Problem]:
    """The same drafts, which know the comments of the file that are about them."""
    items = list(found)
    drafts = [item for item in items if isinstance(item, Draft)]
    written = list(_suppressions(source.text, _Seen(drafts)))
    last = drafts[-1].number if drafts else 0
    number = before = end = 0
    for item in items:
        if not isinstance(item, Draft):
            yield item
            continue
        if item.number != number:
            number, before, end = item.number, end, item.span.end
        # what follows the last draft stands in no other
        region = Span(before, len(source.text) if number == last else end)
        mine = tuple(spread(written, region, item.span))
        yield replace(item, suppressions=(*item.suppressions, *mine))


class _Seen:
    """What readers see of a file: a comment in a fence is no comment."""

    def __init__(self, drafts: Sequence[Draft]) -> None:
        spans = sorted(
            (piece.source_start, piece.source_start + piece.source_len)
            for draft in drafts
            for segment in draft.segments
            for piece in segment.map.pieces
            if piece.verbatim
        )
        self._starts = [start for start, _ in spans]
        # the furthest end of all that begins no later
        self._ends = list(accumulate((end for _, end in spans), max))

    def holds(self, at: int) -> bool:
        """Whether readers see what stands at an offset of the source."""
        number = bisect_right(self._starts, at)
        return number > 0 and at < self._ends[number - 1]


def _suppressions(text: str, seen: _Seen) -> Iterator[Suppression]:
    blocks = _Blocks(text)
    opened: list[Suppression] = []
    for match in _COMMENT.finditer(text):
        if seen.holds(match.start()):
            continue
        one = from_text(match["rest"].strip().lstrip(" \t:"), Span(*match.span()))
        one = one._replace(kind="comment")
        word = match["word"]
        if word == _END and opened:
            start = opened.pop()
            yield start._replace(scope=Span(start.span.end, match.start()))
        elif word == _START:
            opened.append(one)
        elif word == _BLOCK:
            yield one._replace(scope=blocks.meant(match.start(), match.end()))
        elif word == _DRAFT:
            yield one
        else:
            yield one._replace(unclear=f"{_PROGRAM}{word}")
    # how far one was meant to go, only its end can tell
    yield from (one._replace(unclear=f"{_PROGRAM}{_START}") for one in opened)


class _Blocks:
    """The blocks of a text: they end at blank lines, but a fence counts whole."""

    def __init__(self, text: str) -> None:
        self._text = text

    def meant(self, start: int, end: int) -> Span:
        """The block that a comment ends, if words stand before it on its line; or what follows."""
        line = max(self._text.rfind(sign, 0, start) for sign in "\r\n") + 1
        if not _WORDS.match(self._text, line, start) or not _LINE_END.match(self._text, end):
            return self.after(end)
        number = bisect_left(self._blank_lines, start)
        return Span(self._blank_lines[number - 1] if number else 0, start)

    def after(self, at: int) -> Span:
        """What follows an offset, past blanks and comments, up to a blank line."""
        before = _BEFORE.match(self._text, at)
        start = before.end() if before else at
        end = self._end(start)
        number = bisect_left(self._fence_starts, start)
        if number < len(self._fences) and self._fence_starts[number] < end:
            end = self._end(self._close(number))
        return Span(start, end)

    def _end(self, at: int) -> int:
        number = bisect_left(self._blank_lines, at)
        return self._blank_lines[number] if number < len(self._blank_lines) else len(self._text)

    def _close(self, number: int) -> int:
        mark = self._fences[number][1]
        rest = (start for start, other in self._fences[number + 1 :] if other.startswith(mark))
        return next(rest, len(self._text))

    @cached_property
    def _blank_lines(self) -> list[int]:
        return [match.start() for match in _BLANK_LINE.finditer(self._text)]

    @cached_property
    def _fences(self) -> list[tuple[int, str]]:
        return [(match.start(), match[1]) for match in _FENCE.finditer(self._text)]

    @cached_property
    def _fence_starts(self) -> list[int]:
        return [start for start, _ in self._fences]
