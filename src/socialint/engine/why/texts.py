"""What one may take from the texts of a draft, or change in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from socialint.checks.check import Subject
from socialint.draft import Draft, Mark, Segment
from socialint.engine.prepare import Prepared
from socialint.engine.subject import Terms, subject_of
from socialint.engine.why.seen import seen_in
from socialint.engine.why.twist import Made, Twist
from socialint.frozen import replace
from socialint.layers.entities import ENTITIES
from socialint.layers.sentences import SENTENCES
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.profile import Profile
from socialint.text import Span, touch

MOST_RUN = 3  # words taken away together, where no rule looked any up
_QUOTES = '«»“”„"‹›'
_BRACKET = regex(r"\([^()]*\d[^()]*\)")
_WORD = regex(r"\w[\w’'-]*")


def stretches_of(
    rule: Prepared, draft: Draft, profile: Profile, terms: Terms, stretch: Span
) -> Iterator[Twist]:
    """The words that the rule looked up, figures and names by their form, the other sentences."""
    subject = subject_of(draft, profile, terms)
    seen = seen_in(rule, subject)
    for segment, view in subject.views.items():
        spans = {
            Span(*item.match[:2]): ", ".join(dict.fromkeys(one for one, _ in items))
            for items in seen.get(segment, {}).values()
            for _, item in items[:1]
        }
        for span, lists in spans.items():
            yield _cut(draft, segment, span, "words", {"list": lists})
        for entity in view.layer(ENTITIES):
            if (place := Span(entity.start, entity.end)) not in spans:
                yield _cut(draft, segment, place, "part")
        for sentence in view.layer(SENTENCES):
            if not touch(segment.map.to_source(*sentence), stretch):
                yield _cut(draft, segment, sentence, "sentence")


def words_of(draft: Draft, stretch: Span, most: int) -> Iterator[Twist]:
    """Each of the first words, and each few in a row, that lie in the stretch.

    Those with a number in brackets (a year, as of a source) say so in their args.
    """
    for segment in draft.segments:
        words = [Span(*found.span()) for found in _WORD.finditer(segment.text)]
        words = [word for word in words if touch(segment.map.to_source(*word), stretch)][:most]
        for length in range(1, MOST_RUN + 1):
            for first, last in zip(words, words[length - 1 :], strict=False):
                span = _closed(segment.text, first.start, last.end)
                bracket = _BRACKET.search(segment.text, *span)
                yield _cut(draft, segment, span, "part", {"in": bracket[0]} if bracket else {})


def _closed(text: str, start: int, end: int) -> Span:
    """The stretch with the brackets around its last or first word, of which it has one."""
    inside = text[start:end]
    if inside.count("(") > inside.count(")") and text[end : end + 1] == ")":
        end += 1
    elif inside.count(")") > inside.count("(") and text[start - 1 : start] == "(":
        start -= 1
    return Span(start, end)


def seen_words(rule: Prepared, subject: Subject, stretch: Span) -> Span | None:
    """The sentences of the stretch that hold words which the rule looked up, as one stretch."""
    found = []
    for segment, places in seen_in(rule, subject).items():
        words = [item.match for items in places.values() for _, item in items]
        for sentence in subject.views[segment].layer(SENTENCES):
            held = any(sentence.start <= word.start < sentence.end for word in words)
            span = segment.map.to_source(*sentence)
            if held and touch(span, stretch):
                found.append(span)
    if not found:
        return None
    start, end = min(span.start for span in found), max(span.end for span in found)
    return Span(max(start, stretch.start), min(end, stretch.end))


def _cut(
    draft: Draft, segment: Segment, span: Span, name: str, args: Mapping[str, str] = {}
) -> Twist:
    """Without text[span]: blanks stand there instead."""
    source = segment.map.to_source(*span)
    at = draft.segments.index(segment)

    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        return _blank(draft, at, span), profile, rule

    return Twist(name, change, args, source)


def _blank(draft: Draft, at: int, span: Span, by: Mapping[str, str] | None = None) -> Draft:
    text = draft.segments[at].text
    piece = text[slice(*span)]
    piece = "".join(by.get(sign, sign) for sign in piece) if by else " " * len(piece)
    return _rewritten(draft, at, text=text[: span.start] + piece + text[span.end :])


def _rewritten(draft: Draft, at: int, **changes: Any) -> Draft:
    segments = list(draft.segments)
    segments[at] = replace(segments[at], **changes)
    return replace(draft, segments=tuple(segments))


def signs_of(draft: Draft, profile: Profile, terms: Terms, stretch: Span) -> Iterator[Twist]:
    """The sentences of the stretch as statements, out of their quotation marks, or in some."""
    subject = subject_of(draft, profile, terms)
    for at, (segment, view) in enumerate(subject.views.items()):
        everything = Span(0, len(segment.text))
        if "?" in segment.text:
            yield _resigned("question", at, everything, {"?": "."})
        zones = view.layer(ZONES).spans
        if segment.marks or any(zones.get(kind) for kind in ("quotation", "block-quote", "code")):
            yield _resigned("quotation", at, everything, dict.fromkeys(_QUOTES + ">`", " "))
        here = [one for one in view.layer(SENTENCES) if touch(segment.map.to_source(*one), stretch)]
        for sentence in here:
            yield _marked(at, sentence)
            yield _lowered(at, sentence)
            yield _resigned("calm", at, sentence, {"!": ".", "¡": " "})
            yield _resigned("asked", at, sentence, {".": "?", "!": "?"})


def _resigned(name: str, at: int, span: Span, by: Mapping[str, str]) -> Twist:
    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        changed = _blank(draft, at, span, by)
        marks = () if name == "quotation" else draft.segments[at].marks
        return _rewritten(changed, at, marks=marks), profile, rule

    return Twist(name, change)


def _lowered(at: int, span: Span) -> Twist:
    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        piece = draft.segments[at].text[slice(*span)]
        small = {sign: low for sign in piece if len(low := sign.lower()) == 1}
        return _blank(draft, at, span, small), profile, rule

    return Twist("lowered", change)


def _marked(at: int, span: Span) -> Twist:
    def change(draft: Draft, profile: Profile, rule: Prepared) -> Made:
        marks = (*draft.segments[at].marks, Mark(*span, "quote"))
        return _rewritten(draft, at, marks=marks), profile, rule

    return Twist("quoted", change)
