"""Leaks told by hints: a closed place, a day still to come, a lowered voice, and an event."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Any

from socialint.checks.confidential.evidence import AGAINST, Evidence
from socialint.checks.confidential.leaks import Leak
from socialint.checks.spots import Spots
from socialint.guards import GUARDS
from socialint.layers.entities import ENTITIES, FIGURES
from socialint.layers.phrases import Match
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

VEILS = ("veil-place", "veil-time", "veil-voice", "veil-insider")
EVENT = "event"
TOO = "-too"  # the list of the words that only add to it
MOST = 2  # what the words of one kind can weigh
LESS = 3  # what words against it take off
_NAME = regex(r"(?<=[^\W_] )(?!I\b)[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,}")


def hinted(spots: Spots, params: Mapping[str, Any]) -> Leak | None:
    """The first place, of two sentences at most, whose hints weigh enough; None if none does."""
    if not any(match.weight >= MOST for name in VEILS for match in spots.all(name)):
        return None
    for stretch in _stretches(spots):
        veils = [found for name in VEILS if (found := _chief(spots, name, stretch))]
        if not veils or max(match.weight for _, match in veils) < MOST:
            continue
        event = _chief(spots, EVENT, stretch)
        total = sum(min(match.weight, MOST) for _, match in veils)
        total += min(event[1].weight, MOST) if event else 0
        total += is_exact(spots.view, stretch)
        total -= LESS * any(spots.within(kind, *stretch) for kind in (*AGAINST, "published"))
        least = params["hinted"] + (sum(match.weight >= MOST for _, match in veils) < MOST)
        if total >= least and (event or len(veils) > MOST):
            return _leak([*veils, *([event] if event else [])])
    return None


def _stretches(spots: Spots) -> Iterator[Span]:
    """Each sentence, then each two that follow one another."""
    yield from spots.sentences
    for one, other in pairwise(spots.sentences):
        yield Span(one.start, other.end)


def _chief(spots: Spots, name: str, stretch: Span) -> tuple[str, Match] | None:
    found = [
        match
        for each in (name, name + TOO)
        for match in (spots.within(each, *stretch) if spots.may(each) else ())
        if not spots.is_apart(match.start, match.end) and not GUARDS["question"](spots.view, match)
    ]
    return (name, max(found, key=lambda match: match.weight)) if found else None


def is_exact(view: View, stretch: Span) -> bool:
    """Whether a name or a figure stands there: what a leak lets out."""
    if _NAME.search(view.text, *stretch):
        return True
    return any(
        entity.kind in FIGURES and stretch.start <= entity.start < stretch.end
        for entity in view.layer(ENTITIES)
    )


def _leak(found: list[tuple[str, Match]]) -> Leak:
    parts = sorted(Evidence(m.start, m.end, name, m.weight) for name, m in found)
    first = max(parts, key=lambda part: (part.kind != EVENT, part.weight))
    return Leak(Span(first.start, first.end), "leak", tuple(p for p in parts if p != first))
