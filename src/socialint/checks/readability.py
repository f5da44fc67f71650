"""Texts that are harder, or plainer, to read than the brand has declared."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Hit
from socialint.layers.ease import is_within
from socialint.layers.readability import READABILITY, Readability
from socialint.layers.sentences import SENTENCES
from socialint.text import Span


def prepare(params: Params, words: Words) -> Detect:
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """One hit a text, on its longest sentence; short texts have no readability to speak of."""
    for item in spoken(subject, "readability"):
        band = item.voice["readability"].get(item.lang)
        if item.segment.field != "text" or band is None or item.lang is None:
            continue
        if is_within(item.view, item.lang, *band):
            continue
        if measured := item.view.layer(READABILITY):
            yield from _off(item, measured, band)


def _off(item: Spoken, measured: Readability, band: tuple[float, float]) -> Iterator[Hit]:
    low, high = band
    if low <= measured.flesch <= high:
        return
    text = item.view.text
    sentences = item.view.layer(SENTENCES)
    longest = max(sentences, key=lambda span: len(text[span.start : span.end].split()))
    sentence = text[longest.start : longest.end].rstrip()
    args = {"score": f"{measured.flesch:.0f}", "low": f"{low:g}", "high": f"{high:g}"}
    span = Span(longest.start, longest.start + len(sentence))
    variant = "hard" if measured.flesch < low else "plain"
    yield Hit(item.segment, span, variant, args, channel=item.channel)


READABILITY_OFF = Check(prepare, wants=("voice.readability",), args=("score", "low", "high"))
