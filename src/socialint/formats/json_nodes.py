"""JSON and JSONL files as nodes."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.errors import Problem
from socialint.formats.json_reader import Reader
from socialint.formats.nodes import Node, UnreadableError, problem
from socialint.lazy import regex
from socialint.text import Source

_LINE = regex(r"[^\r\n]++")


def read_json(source: Source, start: int = 0, end: int | None = None) -> Node | Problem:
    """The value in source.text[start:end], or what makes it unreadable.

    A name that is written twice stands twice; NaN, infinities, unpaired surrogates and nesting
    deeper than 100 are refused.
    """
    stop = len(source.text) if end is None else end
    start += source.text[start : min(start + 1, stop)] == "\ufeff"
    reader = Reader(source, start, stop)
    try:
        return reader.root()
    except UnreadableError as refused:
        return problem(source, refused.code, start + refused.offset, **refused.words)


def read_jsonl(source: Source) -> Iterator[Node | Problem]:
    """One value for each line that is not blank; a line that can't be read is one problem."""
    first = source.start
    for line in _LINE.finditer(source.text):
        if line[0].strip():
            yield read_json(source, first + line.start(), first + line.end())
