"""The check: embargo, what the profile keeps back, quiet periods, leaks told as such."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as day_of
from datetime import datetime, time

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.confidential.declared import declared, quiet
from socialint.checks.confidential.due import due_in
from socialint.checks.confidential.evidence import content
from socialint.checks.confidential.hints import VEILS, hinted
from socialint.checks.confidential.leaks import Leak, find_leak
from socialint.checks.confidential.told import SCHEMA, Told, uses
from socialint.checks.platforms import written
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.candidates import LISTS
from socialint.text import Span

EMBARGO = "embargo_until"
FINANCIAL = 2  # the weight of evidence that a business's own figure or deal is told
PARAMS = {
    "required": ["threshold", "hinted", "reach"],
    "properties": {
        "threshold": {"type": "integer", "description": "weight from which a leak is told"},
        "hinted": {"type": "integer", "description": "weight from which hints tell a leak"},
        "reach": {"type": "integer", "description": "sentences on either side that count"},
        **SCHEMA,
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """Hits of what the draft's fields and profile say, and one leak at most a text."""
    due_in_text = due_in(words)
    veils = frozenset(words.key(name) for name in VEILS)
    told = Told(params, words)

    def detect(subject: Subject) -> Iterator[Hit]:
        when = _aware(subject.draft.publish_at, subject)
        until = _until(subject)
        yield from _embargo(subject, when, until)
        if subject.profile.get("confidential"):
            yield from declared(subject, when or subject.as_of)
            yield from _quiet(subject, words, when or subject.as_of)
        lifted = bool(until and when and when >= until)
        for segment, view in subject.views.items():
            present, leak = view.layer(LISTS), None
            due = due_in_text(present)
            if due.kinds or due.pairs:
                leak = find_leak(Spots(view, words), due, params, lifted=lifted)
            if not (leak or lifted or present.isdisjoint(veils)):
                leak = hinted(Spots(view, words), params)
            if not (leak or lifted):
                leak = told.leak(subject, view)
            if leak:
                yield _hit(segment, leak)

    return detect


def _hit(segment: Segment, leak: Leak) -> Hit:
    variant = "stamp" if leak.kind == "stamp" else "leak"
    clues = tuple(Clue(segment, Span(i.start, i.end), i.kind) for i in leak.others)
    return Hit(segment, leak.span, variant, clues=clues)


def _embargo(subject: Subject, when: datetime | None, until: datetime | None) -> Iterator[Hit]:
    if until and (when or subject.as_of) < until:
        span = subject.draft.fields[EMBARGO].span
        yield Hit(None, span, "embargo" if when else "undated")


def _until(subject: Subject) -> datetime | None:
    value = written(subject, EMBARGO)
    if isinstance(value, datetime):
        return _aware(value, subject)
    if isinstance(value, day_of):
        return datetime.combine(value, time(), subject.as_of.tzinfo)
    return None


def _aware(when: datetime | None, subject: Subject) -> datetime | None:
    """A time without a zone is in the run's."""
    if when and when.tzinfo is None:
        return when.replace(tzinfo=subject.as_of.tzinfo)
    return when


def _quiet(subject: Subject, words: Words, when: datetime) -> Iterator[Hit]:
    if quiet(subject, when) is None:
        return
    for segment, view in subject.views.items():
        for item in sorted(content(Spots(view, words))):
            if item.weight >= FINANCIAL:
                yield Hit(segment, Span(item.start, item.end), "quiet")


CONFIDENTIAL = Check(prepare, PARAMS, args=(), uses=uses)
