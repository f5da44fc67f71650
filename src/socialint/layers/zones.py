"""Stretches that are other people's words, or no prose: not judged as ours by default."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from typing import Literal

from socialint.draft import Mark
from socialint.frozen import Frozen
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.fold import WORDS, Words, fold_words
from socialint.layers.quotations import find_quotations
from socialint.layers.signatures import find_signature
from socialint.layers.view import Layer, View
from socialint.layers.zonewords import zone_words
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

ZoneKind = Literal["quotation", "block-quote", "code", "comment", "hashtag", "signature", "legal"]
_MARKS: Mapping[str, ZoneKind] = {"quote": "block-quote", "code": "code", "comment": "comment"}
_QUOTED_LINES = regex(r"^[ \t]{0,3}>(?![\w=<)]| ?\d).*(?:\n[ \t]{0,3}>.*)*", re.MULTILINE)
_CODE = regex(r"```.*?```|`[^`\n]+`", re.DOTALL)
_SENTENCE_END = regex(r"[.!?…](?=\s)|\n")
_LEGAL_REACH = 400
# An asterisk or a bracket at its head; from a day to a day, or to a day of a year.
_SMALL = regex(r"[*†‡¹²³(\[]")
_RANGE = regex(
    r"\b\d{1,2}(?:er|st|nd|rd|th)?\b[^\n]{0,24}?(?:\b(?:au|to|until|through|till)\b|[–-])\s?(?:the\s)?"
    r"(?:[a-z]+\s)?\d{1,2}\b|\b(?:until|till|jusqu'au|to|au)\b[^\n]{0,24}?\b20\d\d\b"
)


class Zone(NamedTuple):
    """A stretch set apart: its span in the text, with its marks, and what it is."""

    start: int
    end: int
    kind: ZoneKind


class Zones(Frozen):
    """The zones of a text, by kind: each kind's spans are in order and apart."""

    spans: Mapping[ZoneKind, tuple[Span, ...]]

    def at(self, offset: int) -> frozenset[ZoneKind]:
        """What the character at `offset` stands in."""
        return frozenset(kind for kind in self.spans if self.covers(offset, offset + 1, kind))

    def covers(self, start: int, end: int, *kinds: ZoneKind) -> bool:
        """Whether one zone of these kinds (any, if none is named) holds all of text[start:end]."""
        return any(
            self.spans[kind][index].end >= end
            for kind in kinds or self.spans
            if kind in self.spans and (index := self._before(kind, start)) >= 0
        )

    def touches(self, start: int, end: int, *kinds: ZoneKind) -> bool:
        """Whether a zone of these kinds (any, if none is named) holds some of text[start:end]."""
        return any(
            self.spans[kind][index].end > start
            for kind in kinds or self.spans
            if (index := self._before(kind, end - 1)) >= 0
        )

    def _before(self, kind: ZoneKind, offset: int) -> int:
        return bisect_right(self.spans.get(kind, ()), offset, key=lambda span: span.start) - 1

    def __iter__(self) -> Iterator[Zone]:
        """All zones in text order."""
        zones = (Zone(*span, kind) for kind, spans in self.spans.items() for span in spans)
        return iter(sorted(zones))


def find_zones(
    text: str,
    marks: Iterable[Mark] = (),
    entities: Iterable[Entity] = (),
    words: Words | None = None,
) -> Zones:
    """The zones of `text`.

    `marks` are the stretches that its format set apart; `entities` and `words` those of `text`,
    where they are known already (hashtags are zones only if `entities` holds them).
    """
    words = words or fold_words(text)
    signature = find_signature(text, words.folded)
    found = chain(
        (Zone(m.start, m.end, _MARKS[m.kind]) for m in marks if m.kind in _MARKS),
        (Zone(*span, "quotation") for span in find_quotations(text)),
        _plain_marks(text),
        (Zone(e.start, e.end, "hashtag") for e in entities if e.kind == "hashtag"),
        [Zone(*signature, "signature")] if signature else [],
        (Zone(*span, "legal") for span in _legal_lines(words)),
    )
    return Zones(_by_kind(found))


def _by_kind(found: Iterable[Zone]) -> Mapping[ZoneKind, tuple[Span, ...]]:
    spans: dict[ZoneKind, list[Span]] = {}
    for start, end, kind in sorted(found):
        group = spans.setdefault(kind, [])
        if group and start < group[-1].end:
            group[-1] = Span(group[-1].start, max(group[-1].end, end))
        elif start < end:
            group.append(Span(start, end))
    return {kind: tuple(group) for kind, group in spans.items()}


def _plain_marks(text: str) -> Iterator[Zone]:
    if ">" in text:
        for match in _QUOTED_LINES.finditer(text):
            yield Zone(*match.span(), "block-quote")
    if "`" in text:
        for match in _CODE.finditer(text):
            yield Zone(*match.span(), "code")


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """Legal phrases by their longest word, most texts hold none; and whether each is an offer's."""
    phrases: dict[str, tuple[tuple[str, bool], ...]] = {}
    for name in ("legal", "offer"):
        for phrase in sorted(zone_words(name)):
            key = max(fold_words(phrase).tokens, key=len)
            phrases[key] = (*phrases.get(key, ()), (phrase, name == "offer"))
    return phrases


def _legal_lines(words: Words) -> Iterator[Span]:
    phrases = _phrases()
    text = words.folded.text
    for key in phrases.keys() & set(words.tokens):
        for phrase, offer in phrases[key]:
            place = text.find(phrase)
            while place >= 0:
                start, end = _sentence(text, place, place + len(phrase))
                if _is_small_print(text[start:end], offer=offer):
                    yield words.folded.span(start, end)
                place = text.find(phrase, end)


def _is_small_print(sentence: str, *, offer: bool) -> bool:
    """Whether a sentence tells conditions and presses nobody.

    The end of an offer may be a call to buy: it takes the form of small print as well.
    """
    if _pressing().search(sentence):
        return False
    if not offer:
        return True
    if "!" in sentence:
        return False
    return bool(_SMALL.match(sentence) or _RANGE.search(sentence)) or any(
        phrase in sentence for phrase in zone_words("legal")
    )


@cache
def _pressing() -> re.Pattern[str]:
    return regex(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(zone_words('pressing'))))})(?!\w)")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    floor = max(0, start - _LEGAL_REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, floor, start)]
    first = ends[-1] if ends else floor
    after = _SENTENCE_END.search(text, end, min(len(text), end + _LEGAL_REACH))
    last = after.end() if after else min(len(text), end + _LEGAL_REACH)
    bare = text[first:last]
    return first + len(bare) - len(bare.lstrip()), last - (len(bare) - len(bare.rstrip()))


def _zones(view: View) -> Zones:
    entities: tuple[Entity, ...] = view.layer(ENTITIES)
    return find_zones(view.text, view.marks, entities, view.layer(WORDS))


ZONES: Layer[Zones] = Layer("zones", _zones)
