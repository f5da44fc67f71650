"""Days that a post announces and that are over when it goes out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from socialint.checks.days.named import Day
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.text import Span

# A post may go out late in the evening of the day it speaks of, in another time zone.
SLACK = 1
# A day without a year, longer ago than this, is rather one to come.
RECENT = 60


def gone(segment: Segment, days: Sequence[Day], spots: Spots, anchor: date) -> Iterator[Hit]:
    """One hit for each day before `anchor` of which the post speaks as if it were to come."""
    for index, day in enumerate(days):
        ago = (anchor - day.day).days
        if ago < SLACK or (ago > RECENT and not day.told) or spots.is_apart(day.start, day.end):
            continue
        if _starts_a_range(days, index, spots.text) or not _is_ahead(day, spots):
            continue
        yield Hit(segment, Span(day.start, day.end), "gone", {"today": anchor.isoformat()})


def _starts_a_range(days: Sequence[Day], index: int, text: str) -> bool:
    """A range may have begun: only its end counts."""
    after = days[index + 1] if index + 1 < len(days) else None
    return after is not None and len(text[days[index].end : after.start].strip()) <= 8


def _is_ahead(day: Day, spots: Spots) -> bool:
    """Whether a word of deadline stands before the day, or one of the future in its clause."""
    sentence = spots.sentences[spots.sentence(day.start)]
    if spots.has("past", *sentence):
        return False
    if spots.last_start("until", day.start) is not None:
        return True
    if spots.has("over", *sentence) or spots.last_start("of", day.start) is not None:
        return False
    return spots.has("ahead", *spots.clause(day.start, day.end, sentence))
