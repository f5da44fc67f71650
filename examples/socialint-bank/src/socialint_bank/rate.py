"""Rates of loans that stand without their annual percentage rate."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.finding import Hit
from socialint.layers.entities import ENTITIES
from socialint.text import Span


def prepare(params: Params, words: Words) -> Detect:
    def detect(subject: Subject) -> Iterator[Hit]:
        for segment, view in subject.views.items():
            if words.matches(view, "apr") or not words.matches(view, "loan"):
                continue
            for entity in view.layer(ENTITIES):
                if entity.kind == "percent":
                    yield Hit(segment, Span(entity.start, entity.end))

    return detect


RATE = Check(prepare)
