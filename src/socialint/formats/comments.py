"""Comments in Markdown that let findings pass: `<!-- socialint-ignore RULE: reason -->`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from socialint.draft import Draft, Suppression
from socialint.errors import Problem
from socialint.formats.suppressions import from_text, spread
from socialint.lazy import regex
from socialint.text import Source, Span

_COMMENT = regex(r"<!--\s*socialint\b(?P<word>[\w-]*)(?P<rest>.*?)\s*(?:-->|\Z)", re.DOTALL)
_BEFORE = regex(r"(?:\s*+<!--.*?-->)*+\s*+", re.DOTALL)
_BLANK_LINE = regex(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)|\Z")
_FENCE = regex(r"^[ \t]*(`{3,}|~{3,})", re.MULTILINE)
_BLOCK, _DRAFT, _START, _END = "-ignore", "-ignore-draft", "-ignore-start", "-ignore-end"


def with_comments(found: Iterator[Draft | Problem], source: Source) -> Iterator[Draft | Problem]:
    """The same drafts, which know the comments of the file that are about them."""
    items = list(found)
    drafts = [item for item in items if isinstance(item, Draft)]
    written = [one for one in _suppressions(source) if not _is_text(one.span.start, drafts)]
    number = before = end = 0
    for item in items:
        if not isinstance(item, Draft):
            yield item
            continue
        if item.number != number:
            number, before, end = item.number, end, item.span.end
        mine = tuple(spread(written, Span(before, end), item.span))
        yield replace(item, suppressions=(*item.suppressions, *mine))


def _is_text(at: int, drafts: list[Draft]) -> bool:
    """Whether readers see what stands there: in a fence, a comment is no comment."""
    return any(
        piece.verbatim and piece.source_start <= at < piece.source_start + piece.source_len
        for draft in drafts
        for segment in draft.segments
        for piece in segment.map.pieces
    )


def _suppressions(source: Source) -> Iterator[Suppression]:
    text = source.text
    opened: Suppression | None = None
    for match in _COMMENT.finditer(text):
        one = from_text(match["rest"].lstrip(" \t:"), Span(*match.span()))._replace(kind="comment")
        word = match["word"]
        if opened and word == _END:
            yield opened._replace(scope=Span(opened.span.end, match.start()))
            opened = None
        elif word == _START:
            if opened:
                yield opened._replace(scope=Span(opened.span.end, match.start()))
            opened = one
        elif word == _BLOCK:
            yield one._replace(scope=_next_block(text, match.end()))
        elif word == _DRAFT:
            yield one
        else:
            yield one._replace(unclear=f"socialint{word}", scope=one.span)
    if opened:
        yield opened._replace(scope=Span(opened.span.end, len(text)))


def _next_block(text: str, at: int) -> Span:
    """What follows up to a blank line; a fence counts whole."""
    before = _BEFORE.match(text, at)
    start = before.end() if before else at
    end = _end_of_block(text, start)
    if fence := _FENCE.search(text, start, end):
        close = re.compile(rf"^[ \t]*{fence[1]}", re.MULTILINE).search(text, fence.end())
        end = _end_of_block(text, close.end()) if close else len(text)
    return Span(start, end)


def _end_of_block(text: str, at: int) -> int:
    found = _BLANK_LINE.search(text, at)
    return found.start() if found else len(text)
