"""Which earlier posts each post of the feed is to be held against."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from datetime import timedelta

from socialint.checks.check import Record
from socialint.checks.feed.alike import near_pairs
from socialint.checks.feed.claim import keys
from socialint.checks.feed.saying import times_of
from socialint.checks.feed.weights import Text, Weights
from socialint.checks.picked import alike

NEAR = 0.5
MARGIN = 5.0
# posts of a campaign that are compared with each other
MOST = 60
# a recurring event has another day each time: of posts further apart days are not compared
SAME_DAY_WITHIN = timedelta(days=4)


def near_ones(
    records: Sequence[Record], texts: Sequence[Text], known: Weights
) -> Iterator[set[int]]:
    """For each record in turn those before it that say nearly the same."""
    window = SAME_DAY_WITHIN.total_seconds()
    pairs = near_pairs(texts, times_of(records), window, NEAR, known=known, margin=MARGIN)
    pair = next(pairs, None)
    for number in range(len(texts)):
        found: set[int] = set()
        while pair and pair.second == number:
            found.add(pair.first)
            pair = next(pairs, None)
        yield found


def bound_ones(records: Sequence[Record]) -> Iterator[set[int]]:
    """For each record in turn those before it that are of one campaign, or versions of one post."""
    later, starts, ends, mates = _stretches(records)
    order = iter(sorted(range(len(later)), key=later.__getitem__))
    at = next(order, None)
    for number in range(len(records)):
        found: set[int] = set()
        while at is not None and later[at] == number:
            found.update(mates[starts[at] : ends[at]])
            at = next(order, None)
        yield found


def _stretches(records: Sequence[Record]) -> tuple[array[int], ...]:
    """Numbers of records, the start and end of a stretch that each follows, and what that is of."""
    marks, numbers = array("q"), array("I")
    for number, record in enumerate(records):
        for key in keys(record.value):
            marks.append(key)
            numbers.append(number)
    later, starts, ends, mates = array("I"), array("I"), array("I"), array("I")
    for same in alike(marks):
        for place, entry in enumerate(same):
            later.append(numbers[entry])
            starts.append(len(mates) - place % MOST)
            ends.append(len(mates))
            mates.append(numbers[entry])
    return later, starts, ends, mates
