"""Reads one JSON value as nodes."""

from __future__ import annotations

import re
from functools import partial
from json import JSONDecodeError, decoder
from math import inf, isinf

from socialint.formats.json_trace import trace_string
from socialint.formats.nodes import (
    MAX_DEPTH,
    SURROGATE,
    Entry,
    Items,
    Node,
    Scalar,
    Table,
    UnreadableError,
)
from socialint.lazy import regex
from socialint.text import Source, SourceMap, Span

_scanstring = decoder.scanstring  # type: ignore[attr-defined]  # typeshed leaves it out
_BLANK = regex(r"[ \t\n\r]*+")
_NUMBER = regex(r"-?(?:0|[1-9]\d*+)(\.\d++)?+([eE][-+]?\d++)?+(?![-+.\w])", re.ASCII)
_COLON = regex(r"[ \t\n\r]*+:[ \t\n\r]*+")
_COMMA = regex(r"[ \t\n\r]*+,[ \t\n\r]*+(?=[^\]} \t\n\r])")
_WORD = regex(r"[-+\w.]{0,40}+")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_NOT_NUMBERS = frozenset(("NaN", "Infinity", "-Infinity"))


class Reader:
    """Reads one value; offsets count from where the value's stretch of source begins."""

    def __init__(self, source: Source, start: int, end: int) -> None:
        self._source = source
        self._base = start
        self._text = source.text[start:end]
        self._last = 0  # where the last value ends

    def root(self) -> Node:
        start = self._skip(0)
        if start == len(self._text):
            raise UnreadableError("json-empty", start)
        node = self._node(start, 0)
        rest = self._skip(self._last)
        if rest < len(self._text):
            raise UnreadableError("json-after-end", rest, found=self._found(rest))
        return node

    def _skip(self, at: int) -> int:
        blank = _BLANK.match(self._text, at)
        return blank.end() if blank else at

    def _found(self, at: int) -> str:
        word = _WORD.match(self._text, at)
        char = self._text[at : at + 1]
        return (word and word[0]) or (char if char.isprintable() else f"U+{ord(char):04X}")

    def _node(self, at: int, depth: int) -> Node:
        char = self._text[at : at + 1]
        if char == '"':
            return self._string(at)
        if char in ("{", "["):
            if depth >= MAX_DEPTH:
                raise UnreadableError("too-deep", at, limit=str(MAX_DEPTH))
            return self._table(at, depth) if char == "{" else self._items(at, depth)
        return self._bare(at)

    def _string(self, at: int) -> Scalar:
        value = self._scan(at)
        span = Span(self._base + at, self._base + self._last)
        return Scalar(value, span, partial(trace_string, self._source.text, span, value))

    def _scan(self, at: int) -> str:
        try:
            value, self._last = _scanstring(self._text, at + 1)
        except JSONDecodeError as error:
            raise self._string_problem(at, error.pos) from None
        if not value.isascii() and (lone := SURROGATE.search(value)):
            trace = trace_string(self._text, Span(at, self._last), value)
            raise UnreadableError("json-surrogate", trace.to_source(*lone.span()).start)
        return str(value)

    def _string_problem(self, start: int, at: int) -> UnreadableError:
        char = self._text[at : at + 1]
        if at == start or char in ("\n", "\r", ""):
            return UnreadableError("json-quote-unclosed", start)
        if char < " ":
            return UnreadableError("json-control", at, char=f"U+{ord(char):04X}")
        return UnreadableError("json-escape", self._text.rfind("\\", start, at + 1))

    def _bare(self, at: int) -> Scalar:
        number = _NUMBER.match(self._text, at)
        if number:
            return self._scalar(at, number.end(), _number(number))
        word = self._found(at)
        if word in _WORDS:
            return self._scalar(at, at + len(word), _WORDS[word])
        kind = "json-not-a-number" if word in _NOT_NUMBERS else "json-value"
        raise UnreadableError(kind if word else "json-end", at, found=word)

    def _scalar(self, at: int, end: int, value: float | None) -> Scalar:
        self._last = end
        span = Span(self._base + at, self._base + end)
        return Scalar(value, span, partial(SourceMap.identity, span.start, end - at))

    def _items(self, at: int, depth: int) -> Items:
        items = []
        place = self._first(at, "]")
        while place:
            items.append(self._node(place, depth + 1))
            place = self._next(at, "]")
        return Items(tuple(items), Span(self._base + at, self._base + self._last))

    def _table(self, at: int, depth: int) -> Table:
        entries = []
        place = self._first(at, "}")
        while place:
            entries.append(self._entry(place, depth))
            place = self._next(at, "}")
        return Table(tuple(entries), Span(self._base + at, self._base + self._last))

    def _entry(self, at: int, depth: int) -> Entry:
        if self._text[at : at + 1] != '"':
            raise UnreadableError("json-name", at, found=self._found(at))
        name = self._scan(at)
        key = Span(self._base + at, self._base + self._last)
        colon = _COLON.match(self._text, self._last)
        if colon is None:
            place = self._skip(self._last)
            found = self._found(place)
            raise UnreadableError("json-colon" if found else "json-end", place, found=found)
        return Entry(name, key, self._node(colon.end(), depth + 1))

    def _first(self, opening: int, closing: str) -> int:
        """Where the first member begins; 0 when there is none."""
        at = self._skip(opening + 1)
        if self._text[at : at + 1] == closing:
            self._last = at + 1
            return 0
        return self._inside(opening, at)

    def _next(self, opening: int, closing: str) -> int:
        """Where the next member begins; 0 after the last one."""
        comma = _COMMA.match(self._text, self._last)
        if comma:
            return comma.end()
        at = self._inside(opening, self._skip(self._last))
        char = self._text[at]
        if char == closing:
            self._last = at + 1
            return 0
        if char != ",":
            raise UnreadableError("json-comma", at, found=self._found(at))
        self._inside(opening, self._skip(at + 1))
        raise UnreadableError("json-comma-trailing", at)

    def _inside(self, opening: int, at: int) -> int:
        if at >= len(self._text):
            raise UnreadableError("json-bracket-unclosed", opening, found=self._text[opening])
        return at


def _number(found: re.Match[str]) -> float:
    try:
        value = float(found[0]) if found[1] or found[2] else int(found[0])
    except ValueError:  # more digits than Python converts
        value = inf
    if isinf(value):
        raise UnreadableError("json-number", found.start())
    return value
