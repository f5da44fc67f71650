"""A prize contest that doesn't say its rules or its end, or asks for what the channel forbids."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import written
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.phrases import Match
from socialint.text import Span

DATED = ("date", "time")
FORBIDDING = "facebook"


def prepare(params: Params, words: Words) -> Detect:
    """One hit a draft: a prize to win by taking part, and its rules or its end not told."""

    def detect(subject: Subject) -> Iterator[Hit]:
        for segment, view in subject.views.items():
            spots = Spots(view, words)
            if spots.all("prizes") and (prize := _prize(spots)):
                yield from _judge(subject, segment, spots, prize)
                return

    return detect


def _prize(spots: Spots) -> Match | None:
    """What announces the prize, if the text also says how to take part and names no winner."""
    if not spots.all("entering") or spots.all("over"):
        return None
    own = (match for match in spots.all("prizes") if not spots.is_apart(match.start, match.end))
    return next(own, None)


def _judge(subject: Subject, segment: Segment, spots: Spots, prize: Match) -> Iterator[Hit]:
    span = Span(prize.start, prize.end)
    barred = spots.all("barred") if FORBIDDING in subject.channels else ()
    if barred:
        clue = Clue(segment, Span(barred[0].start, barred[0].end), "barred")
        yield Hit(segment, span, "barred", clues=(clue,), channel=FORBIDDING)
        return
    told = _field(subject)
    rules = bool(told.get("rules_url")) or bool(spots.all("rules"))
    end = bool(told.get("ends_at")) or _has_end(spots)
    if not (rules and end):
        yield Hit(segment, span, "both" if not (rules or end) else "end" if rules else "rules")


def _field(subject: Subject) -> Mapping[str, object]:
    told = written(subject, "contest")
    return told if isinstance(told, Mapping) else {}


def _has_end(spots: Spots) -> bool:
    return bool(spots.all("ends")) or any(e.kind in DATED for e in spots.entities)


CONTEST = Check(prepare, args=())
