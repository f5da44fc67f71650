"""What YAML, JSON and CSV have in common: values that know where they stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from socialint.text import SourceMap, Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, number, truth value or null.

    YAML and CSV scalars stay text.  `span` covers the scalar as written, its quotes included;
    `trace` maps the text of a string value to the source.
    """

    value: str | int | float | bool | None
    span: Span
    trace: Callable[[], SourceMap]


@dataclass(frozen=True, slots=True)
class Items:
    """A list."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """One name and its value; `key` is the span of the name as written."""

    name: str
    key: Span
    node: Node


@dataclass(frozen=True, slots=True)
class Table:
    """A mapping, in written order; a name that is written twice stands twice."""

    entries: tuple[Entry, ...]
    span: Span


Node = Scalar | Items | Table
