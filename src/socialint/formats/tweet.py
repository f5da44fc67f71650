"""The `.tweet` files of twitter-together: fields, a thread cut by `---`, a poll at the end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.draft import Draft, Segment
from socialint.errors import Problem
from socialint.formats.fields import Body, Sheet, build
from socialint.formats.front import Front, read_front
from socialint.formats.names import names_for
from socialint.formats.nodes import Entry, Items, Scalar, Table
from socialint.formats.plain import passage
from socialint.formats.reading import Reading
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Source, SourceMap, Span

_CHOICE = regex(r"[ \t]*\(\s?\)[ \t]+(\S.*?)\s*\Z", re.DOTALL)


class _Post(NamedTuple):
    front: Front
    segment: Segment | None
    choices: tuple[Span, ...]


def parse(source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """The draft of a `.tweet` file: the first post is its text, the others are its thread."""
    posts = list(_posts(source))
    segments = tuple(post.segment for post in posts if post.segment)
    first = posts[0].front
    if segments or first.table.entries:
        sheet = Sheet(
            source, names_for(reading, reading.preset or "twitter-together"), reading.lang,
            channels=("x",),
        )  # fmt: skip
        table = _with_poll(source, first.table, posts[0].choices)
        yield from build(table, sheet, 1, Body(segments), Span(0, len(source.text)))
    for post in posts:
        yield from post.front.problems


def _posts(source: Source) -> Iterator[_Post]:
    start, number = 0, -1
    while start <= len(source.text):
        front = read_front(source, start)
        end, start = _next_post(source.text, front)
        choices, stop = _poll(source.text, front.body, end)
        field = "text" if number < 0 else f"thread[{number}]"
        yield _Post(front, passage(field, source, front.body, stop), choices)
        number += 1


def _next_post(text: str, front: Front) -> tuple[int, int]:
    """Where the post ends, and where the next one begins (beyond the text: there is none)."""
    found = _delimiter(front.table).search(text, front.body)
    return found.span() if found else (len(text), len(text) + 1)


def _delimiter(table: Table) -> re.Pattern[str]:
    said = next((entry.node for entry in table.entries if entry.name == "thread-delimiter"), None)
    mark = said.value if isinstance(said, Scalar) and isinstance(said.value, str) else "---"
    return re.compile(rf"[\r\n]+{re.escape(mark)}[ \t]*(?:\r\n|[\r\n])")


def _poll(text: str, start: int, end: int) -> tuple[tuple[Span, ...], int]:
    """The choices in the last lines (`( ) yes`), and where the text before them ends."""
    choices: list[Span] = []
    while True:
        stop = start + len(text[start:end].rstrip())
        line = max(text.rfind("\n", start, stop), text.rfind("\r", start, stop), start - 1) + 1
        match = _CHOICE.match(text, line, stop)
        if match is None:
            return tuple(reversed(choices)), end
        choices.append(Span(*match.span(1)))
        end = line


def _with_poll(source: Source, table: Table, choices: tuple[Span, ...]) -> Table:
    if not choices:
        return table
    nodes = tuple(Scalar(source.text[a:b], Span(a, b), lambda: SourceMap(())) for a, b in choices)
    span = Span(choices[0].start, choices[-1].end)
    entry = Entry("poll", Span(span.start, span.start), Items(nodes, span))
    return Table((*table.entries, entry), table.span)
