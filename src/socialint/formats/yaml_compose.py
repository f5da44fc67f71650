"""From YAML events to nodes; anchors are shared, never copied."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from socialint.formats.nodes import (
    SURROGATE,
    Entry,
    Items,
    Node,
    Scalar,
    Table,
    UnreadableError,
)
from socialint.formats.yaml_growth import Anchored, Growth
from socialint.formats.yaml_trace import trace_scalar
from socialint.text import SourceMap, Span

# libyaml reads some twenty times faster, but not every build of PyYAML has it
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TOO_DEEP = "maximum nesting depth"  # as libyaml puts it, from version 0.2.6 on
NULLS = frozenset(("", "~", "null", "Null", "NULL"))
NULL_TAG = "tag:yaml.org,2002:null"


def compose(text: str, start: int, end: int) -> tuple[Node, ...]:
    """The roots of the documents in text[start:end]; raises as `Composer` does."""
    try:
        return tuple(Composer(text, start, end).documents())
    except yaml.MarkedYAMLError as error:
        if TOO_DEEP not in (error.problem or ""):
            raise
    # the other parser reads no further ahead than we ask, so that our own limit is met first
    return tuple(Composer(text, start, end, yaml.SafeLoader).documents())


class Composer:
    """Builds the nodes of text[start:end]; raises `UnreadableError` and `yaml.YAMLError`."""

    def __init__(self, text: str, start: int, end: int, loader: Any = None) -> None:
        self._text = text
        self._base = start
        self._events: Iterator[Event] = yaml.parse(text[start:end], Loader=loader or LOADER)
        self._anchors: dict[str, Anchored | None] = {}
        self._growth = Growth()
        self._last = start  # where the last value ends
        self._close = start  # where the last collection ends

    def documents(self) -> Iterator[Node]:
        """The root of each document."""
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                self._anchors.clear()
                yield self._node(next(self._events), 0)

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, AliasEvent):
            return self._alias(event, depth)
        if isinstance(event, NodeEvent) and event.anchor is not None:
            return self._anchored(event.anchor, event, depth)
        return self._value(event, depth)

    def _value(self, event: Event, depth: int) -> Node:
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        assert isinstance(event, CollectionStartEvent), event  # noqa: S101  YAML has no other
        return self._collection(event, depth)

    def _anchored(self, name: str, event: Event, depth: int) -> Node:
        growth = self._growth
        size, deepest = growth.size, growth.deepest
        self._anchors[name] = None
        growth.deepest = depth
        node = self._value(event, depth)
        self._anchors[name] = Anchored(node, growth.size - size, growth.deepest - depth)
        growth.deepest = max(deepest, growth.deepest)
        return node

    def _span(self, event: Event) -> Span:
        start, end = event.start_mark, event.end_mark
        assert start is not None, event  # noqa: S101  the parser always marks
        assert end is not None, event  # noqa: S101  the parser always marks
        self._last = self._base + end.index
        return Span(self._base + start.index, self._last)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        span = self._span(event)
        value = event.value
        self._growth.weigh(1 + (len(value) >> 6))
        plain = _is_plain(event)
        if (plain and value in NULLS) or event.tag == NULL_TAG:
            return Scalar(None, span, partial(SourceMap.identity, span.start, 0), plain)
        if event.style == '"' and (lone := SURROGATE.search(value)):  # libyaml refuses it itself
            trace = trace_scalar(self._text, *span, value, '"')
            raise UnreadableError("yaml-escape", trace.to_source(*lone.span()).start)
        return Scalar(
            value, span, partial(trace_scalar, self._text, *span, value, event.style or ""), plain
        )

    def _alias(self, event: AliasEvent, depth: int) -> Node:
        span = self._span(event)
        name = event.anchor or ""
        if name not in self._anchors:
            raise UnreadableError("yaml-alias-unknown", span.start, name=name)
        anchored = self._anchors[name]
        if anchored is None:
            raise UnreadableError("yaml-alias-recursive", span.start, name=name)
        return self._growth.repeat(anchored, depth, span.start)

    def _collection(self, event: CollectionStartEvent, depth: int) -> Node:
        start = self._span(event).start
        self._growth.enter(depth + 1, start)
        self._growth.weigh(1)
        if isinstance(event, MappingStartEvent):
            entries = tuple(self._entries(depth + 1))
            return Table(entries, self._closed(event, start))
        items = tuple(self._items(depth + 1))
        return Items(items, self._closed(event, start))

    def _closed(self, event: CollectionStartEvent, start: int) -> Span:
        # a block ends with its last value: its own end event stands at the next token
        if event.flow_style:
            self._last = self._close
        return Span(start, self._last)

    def _until(self, closing: type[Event]) -> Iterator[Event]:
        for event in self._events:
            if isinstance(event, closing):
                self._close = self._base + event.end_mark.index if event.end_mark else self._last
                return
            yield event

    def _items(self, depth: int) -> Iterator[Node]:
        for event in self._until(SequenceEndEvent):
            yield self._node(event, depth)

    def _entries(self, depth: int) -> list[Entry]:
        entries: list[Entry] = []
        merged: list[Node] = []
        for event in self._until(MappingEndEvent):
            name, key = self._key(event, depth)
            node = self._node(next(self._events), depth)
            if name == "<<" and _is_plain(event):
                merged.append(node)
            else:
                entries.append(Entry(name, key, node))
        if merged:
            names = {entry.name for entry in entries}
            entries.extend(entry for node in merged for entry in _merge(node, names))
        return entries

    def _key(self, event: Event, depth: int) -> tuple[str, Span]:
        if isinstance(event, ScalarEvent) and event.anchor is None:
            self._growth.weigh(1)
            return event.value, self._span(event)
        key = self._node(event, depth)
        if isinstance(event, ScalarEvent):  # a null too is named by what is written
            return event.value, key.span
        # an alias as a name stands where it is used, its node where it is anchored
        span = self._span(event) if isinstance(event, AliasEvent) else key.span
        if isinstance(key, Scalar):
            return str(key.value or ""), span
        return self._text[slice(*key.span)], span


def _is_plain(event: Event) -> bool:
    return isinstance(event, ScalarEvent) and not event.style and event.tag is None


def _merge(node: Node, names: set[str]) -> Iterator[Entry]:
    for table in node.items if isinstance(node, Items) else (node,):
        if not isinstance(table, Table):
            raise UnreadableError("yaml-merge", table.span.start)
        for entry in table.entries:
            if entry.name not in names:
                names.add(entry.name)
                yield entry
