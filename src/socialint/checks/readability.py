"""Texts that are harder, or plainer, to read than the brand has declared."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.readability import READABILITY, Readability
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.text import Span


def prepare(params: Params, words: Words) -> Detect:
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """One hit a text, on its longest sentence; short texts have no readability to speak of."""
    bands = subject.profile.get("voice.readability", {})
    for segment, view in subject.views.items():
        if segment.field != "text" or not any(lang in bands for lang in view.languages):
            continue
        measured = view.layer(READABILITY)
        if measured and measured.lang in bands:
            yield from _off(segment, view, measured, bands[measured.lang])


def _off(
    segment: Segment, view: View, measured: Readability, band: tuple[float, float]
) -> Iterator[Hit]:
    low, high = band
    if low <= measured.flesch <= high:
        return
    text = view.text
    sentences = view.layer(SENTENCES)
    longest = max(sentences, key=lambda span: len(text[span.start : span.end].split()))
    sentence = text[longest.start : longest.end].rstrip()
    args = {"score": f"{measured.flesch:.0f}", "low": f"{low:g}", "high": f"{high:g}"}
    span = Span(longest.start, longest.start + len(sentence))
    yield Hit(segment, span, "hard" if measured.flesch < low else "plain", args)


READABILITY_OFF = Check(prepare, wants=("voice.readability",), args=("score", "low", "high"))
