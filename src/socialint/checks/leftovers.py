"""What a writer meant to fill in or take out: blanks, reminders, an assistant's small talk."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

# Blanks in brackets: what stands inside decides.
BRACKETS = regex(r"\[([^\[\]\n]{1,60})\](?!\()|(?<![\w<])<([^<>\n/]{1,40})>|\{([^{}\n]{1,40})\}")
# Variables of mail and scheduling tools: nobody writes these to be read.
VARIABLES = regex(
    r"\{\{[^{}\n]{1,60}\}\}|\$\{[^{}\n]{1,60}\}|\*\|[A-Z_:]{2,40}\|\*|%[A-Z][A-Z_]{2,30}%|<%[^%\n]{1,60}%>"
)
CROSSES = regex(r"(?<![\w/.-])(?:X{3,}|x{3,}|[Xx]{2,3}(?=\s?(?:%|€|\$|£)))(?![\w/.-])")
# A day nobody has put in: XX/XX, xx/xx/2026.
CROSSED_DATE = regex(r"(?<![\w/.-])[Xx]{2}[/.][Xx]{2}(?:[/.](?:[Xx]{2,4}|\d{2,4}))?(?![\w/-])")
ASIDE = regex(r"\([ \u00a0]?([^()\n]{1,80})\)")
QUESTION_MARKS = regex(r"^[ \t]*\?{2,}[ \t]*$|\?{2,}(?=\s?(?:%|€|\$|£))", re.MULTILINE)


def prepare(params: Params, words: Words) -> Detect:
    def detect(subject: Subject) -> Iterator[Hit]:
        for segment, view in subject.views.items():
            yield from _hits(segment, view, words)

    return detect


def _hits(segment: Segment, view: View, words: Words) -> Iterator[Hit]:
    zones = view.layer(ZONES)
    end = 0
    for span, variant in sorted((*_shapes(view, words), *_markers(view, words))):
        if span.start >= end and not zones.covers(span.start, span.end, "code"):
            end = span.end
            yield Hit(segment, span, variant)


def _shapes(view: View, words: Words) -> Iterator[tuple[Span, str]]:
    text = view.text
    if any(sign in text for sign in "[<{%*$"):
        yield from ((Span(*found.span()), "blank") for found in VARIABLES.finditer(text))
        yield from ((span, "blank") for span in _blanks(view, words))
    if "xx" in text.lower():
        yield from ((Span(*found.span()), "blank") for found in CROSSES.finditer(text))
        yield from ((Span(*found.span()), "blank") for found in CROSSED_DATE.finditer(text))
    if "??" in text:
        yield from ((Span(*found.span()), "blank") for found in QUESTION_MARKS.finditer(text))


def _blanks(view: View, words: Words) -> Iterator[Span]:
    """Brackets whose first word names what should stand there."""
    named = {match.start: match.end for match in words.matches(view, "blanks")}
    lone = {match.start: match.end for match in words.matches(view, "blanks_alone")}
    for found in BRACKETS.finditer(view.text):
        inner = found.start(found.lastindex or 0)
        inner += len(view.text[inner : found.end()]) - len(view.text[inner : found.end()].lstrip())
        end = named.get(inner)
        alone = lone.get(inner)
        if end or (alone and not view.text[alone : found.end() - 1].strip()):
            yield Span(*found.span())


def _markers(view: View, words: Words) -> Iterator[tuple[Span, str]]:
    yield from ((Span(m.start, m.end), "blank") for m in words.matches(view, "pending"))
    for variant in ("reminder", "filler", "assistant"):
        for match in words.matches(view, variant):
            yield Span(match.start, match.end), variant
    yield from ((span, "assistant") for span in _prompts(view, words))
    yield from ((span, "reminder") for span in _asides(view, words))


def _prompts(view: View, words: Words) -> Iterator[Span]:
    """Orders to a model: at the head of a line that also says how long, or in which tone."""
    for match in words.matches(view, "prompt"):
        line = view.text.rfind("\n", 0, match.start) + 1
        end = view.text.find("\n", match.end)
        end = end if end >= 0 else len(view.text)
        heads = not view.text[line : match.start].strip()
        if heads and any(match.end <= m.start < end for m in words.matches(view, "measure")):
            yield Span(match.start, match.end)


def _asides(view: View, words: Words) -> Iterator[Span]:
    """Notes to whoever reads it before it is out, in brackets."""
    named = {match.start for match in words.matches(view, "asides")}
    if named:
        for found in ASIDE.finditer(view.text):
            if found.start(1) in named:
                yield Span(*found.span())


LEFTOVERS = Check(prepare, args=())
