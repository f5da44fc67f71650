"""Days that can't be: beside a wrong weekday, gone by already, in no month, ending first."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.days.gone import gone
from socialint.checks.days.named import anchor_of, days_in
from socialint.checks.days.ranges import backwards, impossible
from socialint.checks.days.relative import misplaced
from socialint.checks.days.weekdays import misnamed
from socialint.checks.platforms import posted
from socialint.checks.spots import Spots
from socialint.finding import Hit


def prepare(params: Params, words: Words) -> Detect:
    return lambda subject: _detect(subject, words)


def _detect(subject: Subject, words: Words) -> Iterator[Hit]:
    anchor = anchor_of(subject)
    for segment, view in subject.views.items():
        if segment.field == "title":
            yield from misnamed(segment, days_in(view, anchor), view.text)
    for segment, view in posted(subject):
        yield from impossible(segment, view)
        days = days_in(view, anchor)
        if anchor:
            yield from misplaced(segment, view, days, anchor)
        if not days:
            continue
        wrong = [*misnamed(segment, days, view.text), *backwards(segment, days, view.text)]
        yield from wrong
        if anchor and not wrong:
            yield from gone(segment, days, Spots(view, words), anchor)


DATE_CONTRADICTION = Check(prepare, args=("right", "today"))
