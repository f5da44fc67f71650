"""Stretches that are other people's words, or no prose: not judged as ours by default."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from operator import attrgetter
from types import MappingProxyType
from typing import Literal, get_args

from socialint.frozen import Frozen
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import FOLDED
from socialint.layers.quotations import find_quotations
from socialint.layers.signatures import find_signature
from socialint.layers.smallprint import legal_lines
from socialint.layers.view import Layer, View
from socialint.lazy import Made, regex
from socialint.named import NamedTuple
from socialint.text import Span

ZoneKind = Literal["quotation", "block-quote", "code", "comment", "hashtag", "signature", "legal"]
KINDS: tuple[ZoneKind, ...] = get_args(ZoneKind)
_MARKS: Mapping[str, ZoneKind] = {"quote": "block-quote", "code": "code", "comment": "comment"}
_QUOTED_LINES = regex(r"^[ \t]{0,3}>(?![\w=<)]| ?\d).*(?:\n[ \t]{0,3}>.*)*", re.MULTILINE)
_CODE = regex(r"```.*?```|`[^`\n]+`", re.DOTALL)


class Zone(NamedTuple):
    """A stretch set apart: its span in the text, with its marks, and what it is."""

    start: int
    end: int
    kind: ZoneKind


class Zones(Frozen):
    """The zones of a text, by kind: each kind's spans are in order and apart."""

    spans: Mapping[str, tuple[Span, ...]]

    def at(self, offset: int) -> frozenset[ZoneKind]:
        """What the character at `offset` stands in."""
        return frozenset(kind for kind in KINDS if self.covers(offset, offset + 1, kind))

    def covers(self, start: int, end: int, *kinds: ZoneKind) -> bool:
        """Whether one zone of these kinds (any, if none is named) holds all of text[start:end]."""
        return covered(self.of(kinds), start, end)

    def touches(self, start: int, end: int, *kinds: ZoneKind) -> bool:
        """Whether a zone of these kinds (any, if none is named) holds some of text[start:end]."""
        return covered(self.of(kinds), end - 1, start + 1)

    def of(self, kinds: Sequence[ZoneKind]) -> Sequence[Sequence[Span]]:
        """The spans of those of these kinds (any, if none is named) that the text has."""
        return [spans for kind in kinds or KINDS if (spans := self.spans[kind])]

    def __iter__(self) -> Iterator[Zone]:
        """All zones in text order."""
        zones = (Zone(*span, kind) for kind in KINDS for span in self.spans.get(kind, ()))
        return iter(sorted(zones))


def covered(found: Iterable[Sequence[Span]], offset: int, end: int) -> bool:
    """Whether of one kind (its spans are in order) the last span from `offset` back reaches `end`.

    `found` is what `Zones.of` answers: for who asks of many places.
    """
    for spans in found:
        at = bisect_right(spans, offset, key=_start) - 1
        if at >= 0 and spans[at].end >= end:
            return True
    return False


def find_zones(view: View) -> Zones:
    """The zones of a text, of each kind when it is first asked for."""
    return Zones(Made(_FINDERS, partial(_spans, view)))


def _spans(view: View, kind: str) -> tuple[Span, ...]:
    """What the format of the text set apart as such, and what looks so."""
    found = [*_FINDERS[kind](view)]
    if view.marks:
        found += [(mark.start, mark.end) for mark in view.marks if _MARKS.get(mark.kind) == kind]
    return _merged(found) if found else ()


def _merged(found: Iterable[tuple[int, int]]) -> tuple[Span, ...]:
    """In order; those that overlap are one."""
    apart: list[Span] = []
    for start, end in sorted(found):
        if apart and start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, end))
        elif start < end:
            apart.append(Span(start, end))
    return tuple(apart)


def _quoted_lines(view: View) -> Iterator[tuple[int, int]]:
    if ">" in view.text:
        yield from (match.span() for match in _QUOTED_LINES.finditer(view.text))


def _code(view: View) -> Iterator[tuple[int, int]]:
    if "`" in view.text:
        yield from (match.span() for match in _CODE.finditer(view.text))


def _hashtags(view: View) -> Iterator[tuple[int, int]]:
    return ((one.start, one.end) for one in view.layer(ENTITIES) if one.kind == "hashtag")


def _signature(view: View) -> list[Span]:
    signed = find_signature(view.text, view.layer(FOLDED))
    return [signed] if signed else []


_start = attrgetter("start")
_FINDERS: Mapping[str, Callable[[View], Iterable[tuple[int, int]]]] = MappingProxyType(
    {
        "quotation": lambda view: find_quotations(view.text),
        "block-quote": _quoted_lines,
        "code": _code,
        "comment": lambda _: (),
        "hashtag": _hashtags,
        "signature": _signature,
        "legal": legal_lines,
    }
)
ZONES: Layer[Zones] = Layer("zones", find_zones)
