"""Front matter: the YAML fields at the head of a text."""

from __future__ import annotations

import re

from socialint.errors import Problem
from socialint.formats.flat_yaml import read_flat
from socialint.formats.nodes import Scalar, Table, problem
from socialint.formats.values import blank
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Source, Span


class Front(NamedTuple):
    """The fields at the head of a text, where its body begins, and what is wrong with them."""

    table: Table
    body: int
    problems: tuple[Problem, ...] = ()


_OPEN = regex(r"---[ \t]*(?:\r\n?|\n|\Z)")
_CLOSE = regex(r"^(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)", re.MULTILINE)
_NAMED = regex(r"[ \t]*[^\W\d][\w -]*:(?:\s|\Z)")
_BLANK_LINE = regex(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)|\Z")


def read_front(source: Source, start: int = 0) -> Front:
    """The front matter of the source from `start` on; no fields where there is none.

    Front matter that never ends is a problem: what looks like fields, up to the first blank
    line, is read as such, and the rest is the body.
    """
    text = source.text
    opened = _OPEN.match(text, start)
    if opened is None:
        return Front(Table((), Span(start, start)), start)
    closed = _find_close(text, opened.end())
    if closed:
        return _fields(source, start, opened.end(), closed.start(), closed.end())
    if not _NAMED.match(text, opened.end()):
        # a text that begins with a rule
        return Front(Table((), Span(start, start)), start)
    blank_line = _BLANK_LINE.search(text, opened.end())
    stop = blank_line.start() if blank_line else len(text)
    front = _fields(source, start, opened.end(), stop, stop)
    return front._replace(problems=(problem(source, "front-matter-open", start), *front.problems))


def _find_close(text: str, start: int) -> re.Match[str] | None:
    for match in _CLOSE.finditer(text, start):
        return match
    if "\r" in text:
        # ^ knows only LF: look again behind each CR
        return re.compile(r"(?<=\r)(?:---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)").search(text, start)
    return None


def _fields(source: Source, opened: int, start: int, end: int, body: int) -> Front:
    empty = Table((), Span(start, end))
    if not source.text[start:end].strip():
        return Front(empty, body)
    flat = read_flat(source.text, start, end)
    if flat:
        return Front(flat, body)
    from socialint.formats.yaml_nodes import read_yaml  # noqa: PLC0415  imports yaml

    found = read_yaml(source, start, end)
    if isinstance(found, Problem):
        return Front(empty, body, (found,))
    node = found[0] if found else empty
    if isinstance(node, Table):
        return Front(node, body)
    if isinstance(node, Scalar):
        # nothing but comments, or a text between two rules
        return Front(empty, body if blank(node) else opened)
    return Front(empty, body, (problem(source, "front-matter-no-fields", node.span.start),))
