"""What YAML, JSON and CSV have in common: values that know where they stand."""

from __future__ import annotations

from collections.abc import Callable

from socialint.errors import Problem
from socialint.frozen import Frozen, field
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Source, SourceMap, Span

MAX_DEPTH = 100  # no draft nests deeper; a bomb does
SURROGATE = regex("[\ud800-\udfff]")  # half a character, which no encoding can write


class Scalar(Frozen):
    """A text, number, truth value or null.

    YAML and CSV scalars stay text.  `span` covers the scalar as written, its quotes included;
    `trace` maps the text of a string value to the source.  `plain` tells a YAML scalar written
    bare (`yes`, `12`, `2026-03-01`), which may mean more than text, from a quoted one.
    """

    value: str | int | float | bool | None
    span: Span
    # not shown: it holds the whole source
    trace: Callable[[], SourceMap] = field(compare=False)
    plain: bool = False


class Items(NamedTuple):
    """A list."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """One name and its value; `key` is the span of the name as written."""

    name: str
    key: Span
    node: Node


class Table(NamedTuple):
    """A mapping, in written order; a name that is written twice stands twice."""

    entries: tuple[Entry, ...]
    span: Span


Node = Scalar | Items | Table


class UnreadableError(Exception):
    """What a reader raises inside itself; its callers get a `Problem`."""

    def __init__(self, code: str, offset: int, **words: str) -> None:
        super().__init__(code, offset)
        self.code = code
        self.offset = offset
        self.words = words


def problem(source: Source, code: str, offset: int, **words: str) -> Problem:
    """The problem `code` at `offset` (code points) of `source`; `words` fill its message."""
    line, column, _ = source.position(min(offset, len(source.text)))
    return Problem(code, source.path, line, column, words)


def duplicates(table: Table) -> tuple[Entry, ...]:
    """The entries whose name stood before in the same table, in written order."""
    seen: set[str] = set()
    again = []
    for entry in table.entries:
        if entry.name in seen and entry.name:  # columns without a name are no duplicates
            again.append(entry)
        seen.add(entry.name)
    return tuple(again)
