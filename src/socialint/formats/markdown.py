"""Markdown with front matter: a draft a file, or one a heading in a bank of posts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats.fields import Body, Sheet, build
from socialint.formats.front import read_front
from socialint.formats.names import names_for
from socialint.formats.plain import passage
from socialint.formats.reading import Reading
from socialint.lazy import regex
from socialint.text import Source, Span

if TYPE_CHECKING:
    from socialint.formats.bank import Post

# what may be markup: everything else is spared the parser
# One class leads each pattern, so that the search skips from sign to sign.
_SIGNS = regex(
    r"[*`\[\\_<&](?:(?<=[*`\[\\])|(?<=_)(?:(?<!\w_)|(?!\w))|(?<=<)[A-Za-z/!?]|(?<=&)(?:\w+|#\w+);)"
)
_LINE = (
    r"[ \t]*+(?:(?:(?:[-+]|\d{1,9}[.)])[ \t]++)*+(?:>|#{1,6}(?:\s|\Z)|~~~)"
    r"|[-=][-= \t]*+(?:[\r\n]|\Z))"
)
_FIRST_LINE = regex(_LINE)
# `^` would miss the line that a lone CR begins
_OTHER_LINES = regex(r"[\r\n]" + _LINE)
_SUBHEADING = regex(r"^#{2,6}[ \t]", re.MULTILINE)


def parse(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """The draft of a Markdown file; nothing if the file is blank."""
    found = _parse(source, reading)
    if "<!--" not in source.text or "socialint" not in source.text:
        return found
    from socialint.formats.comments import with_comments  # noqa: PLC0415  few files have any

    return with_comments(found, source)


def _parse(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    front = read_front(source)
    sheet = Sheet(source, names_for(reading), reading.lang)
    posts = _bank(source, front.body, reading, sheet)
    if posts:
        from socialint.formats.bank import parse_bank  # noqa: PLC0415  only where there is one

        yield from parse_bank(source, posts, front.table, sheet)
    else:
        body = read_body(source, front.body, len(source.text))
        if body.segments or front.table.entries:
            yield from build(front.table, sheet, 1, body, Span(0, len(source.text)))
    yield from front.problems


def _bank(source: Source, start: int, reading: Reading, sheet: Sheet) -> list[Post]:
    """The posts of a bank; none if the file is a draft."""
    said = reading.markdown_bank
    if said is False or (said is None and not _may_be_bank(source.text)):
        return []
    from socialint.formats.bank import find_posts  # noqa: PLC0415  4 ms, and banks are few

    posts = find_posts(source, start, sheet.names)
    fenced = [post for post in posts if post.fenced and post.labelled]
    if len(fenced) > 1 or (said and fenced):
        return fenced
    return posts if said else []


def _may_be_bank(text: str) -> bool:
    fences = text.count("```") + text.count("~~~")
    return fences > 2 and _SUBHEADING.search(text) is not None


def may_hold_markup(body: str) -> bool:
    """Whether anything in `body` could be markup; if not, its reader sees it as it stands."""
    found = _SIGNS.search(body) or _FIRST_LINE.match(body) or _OTHER_LINES.search(body)
    return found is not None


def read_body(source: Source, start: int, end: int) -> Body:
    """The text and the alt texts of the Markdown at [start:end]."""
    raw = source.text[start:end]
    if not may_hold_markup(raw):
        plain = passage("text", source, start, end)
        return Body((plain,) if plain else ())
    from socialint.formats.markup import read_markup  # noqa: PLC0415  most posts hold none

    return Body(tuple(read_markup(raw, start)))
