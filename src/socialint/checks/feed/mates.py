"""Which earlier posts each post of the feed is to be held against.

What has no day contradicts no post but of its own campaign, or another version of itself: in a bank
of thousands of undated posts only these are compared, and no post with more than 60 for each
campaign or version that it is of, beside those that are near it.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import chain

from socialint.checks.check import Record
from socialint.checks.feed.alike import count_pairs, near_pairs
from socialint.checks.feed.claim import keys
from socialint.checks.feed.saying import times_of
from socialint.checks.feed.weights import Text, Weights
from socialint.checks.picked import Picked, alike

NEAR = 0.5
MARGIN = 5.0
# posts of a campaign that are compared with each other
MOST = 60
# a recurring event has another day each time: of posts further apart days are not compared
SAME_DAY_WITHIN = timedelta(days=4)

Groups = Sequence[Sequence[int]]
Pair = tuple[int, int]  # numbers of two records, the earlier first


def groups(records: Sequence[Record]) -> Groups:
    """The numbers of those that are of one campaign, or versions of one post."""
    marks, numbers = array("q"), array("I")
    for number, record in enumerate(records):
        for key in keys(record.value):
            marks.append(key)
            numbers.append(number)
    return [array("I", [numbers[entry] for entry in same]) for same in alike(marks)]


def near_ones(
    records: Sequence[Record], texts: Sequence[Text], known: Weights, bound: Groups
) -> Iterator[set[int]]:
    """For each record in turn those before it that say nearly the same.

    `records` come in time order, those without a day at the end; `bound` are their groups.
    """
    window, times = SAME_DAY_WITHIN.total_seconds(), times_of(records)
    compared = count_pairs(times, window)
    dated = next((number for number, each in enumerate(records) if not each.when), len(times))
    late = bisect_left(times, times[dated - 1] - window, 0, dated) if dated else 0

    def pairs(numbers: Sequence[int]) -> Iterator[Pair]:
        """Of those with a day, within the window; what has none is held against the last ones."""
        when = array("d", [times[min(number, dated - 1)] if dated else 0.0 for number in numbers])
        some = Picked(texts.__getitem__, numbers)
        near = near_pairs(some, when, window, NEAR, known=known, margin=MARGIN, compared=compared)
        for pair in near:
            yield numbers[pair.first], numbers[pair.second]

    undated = [same[bisect_left(same, late) :] for same in bound if same[-1] >= dated]
    return _mates(len(times), chain(pairs(range(dated)), _later(map(pairs, undated), dated)))


def _later(found: Iterable[Iterator[Pair]], first: int) -> Iterator[Pair]:
    """The pairs whose second is `first` or comes after it, in the order of these."""
    codes = array("Q")
    for pairs in found:
        codes.extend(other << 32 | one for one, other in pairs if other >= first)
    for code in sorted(codes):
        yield code & 0xFFFFFFFF, code >> 32


def _mates(total: int, pairs: Iterator[Pair]) -> Iterator[set[int]]:
    """For each of `total` numbers in turn those that stand before it in a pair."""
    pair = next(pairs, None)
    for number in range(total):
        found: set[int] = set()
        while pair and pair[1] == number:
            found.add(pair[0])
            pair = next(pairs, None)
        yield found


def bound_ones(total: int, bound: Groups) -> Iterator[set[int]]:
    """For each of `total` records in turn those before it that one of the groups holds too."""
    later, groups, places = array("I"), array("I"), array("I")
    for group, same in enumerate(bound):
        for place, number in enumerate(same):
            later.append(number)
            groups.append(group)
            places.append(place)
    order = iter(sorted(range(len(later)), key=later.__getitem__))
    at = next(order, None)
    for number in range(total):
        found: set[int] = set()
        while at is not None and later[at] == number:
            place = places[at]
            found.update(bound[groups[at]][place - place % MOST : place])
            at = next(order, None)
        yield found
