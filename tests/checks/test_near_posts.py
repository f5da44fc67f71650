"""Which posts are compared with each other, and how many at most."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.checks.check import Card, Record
from socialint.checks.feed import alike
from socialint.checks.feed.alike import Near, near_pairs
from socialint.checks.feed.mates import MARGIN, NEAR, SAME_DAY_WITHIN, bound_ones, near_ones
from socialint.checks.feed.saying import times_of
from socialint.checks.feed.weights import Text, weigh

FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)
SENTENCES = st.tuples(
    st.integers(900, 903),
    st.lists(st.integers(0, 15), min_size=8, max_size=12, unique=True).map(tuple),
)
TEXTS = st.lists(st.tuples(SENTENCES), max_size=25)


def near(texts: Sequence[Text], margin: float = 0.0) -> list[Near]:
    times = [0.0] * len(texts)
    return list(near_pairs(texts, times, 1.0, 0.4, known=weigh(texts), margin=margin))


@given(TEXTS)
def test_a_post_is_compared_with_so_many_before_it(texts: Sequence[Text]) -> None:
    every = near(texts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(alike, "MOST", 3)
        assert near(texts) == [pair for pair in every if pair.second - pair.first <= 3]


def test_the_latest_of_many_near_posts_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    texts: list[Text] = [((number, tuple(range(30))),) for number in range(20)]
    monkeypatch.setattr(alike, "NAMED", 3)
    firsts = [pair.first for pair in near(texts, -9.0) if pair.second == 19]
    assert firsts == [16, 17, 18]


def feed(days: Iterable[int | None]) -> list[Record]:
    """Records in time order; what has no day comes last."""
    order = sorted(days, key=lambda day: (day is None, day))
    when = (None if day is None else FIRST + timedelta(days=day) for day in order)
    cards = (Card("a.csv", n, time, None, (), asked=True, mark=n) for n, time in enumerate(when))
    return [Record(card, lambda place: place, n, faulty=True) for n, card in enumerate(cards)]


@given(st.data(), TEXTS)
def test_near_posts_of_one_matter_are_found_as_if_all_were_compared(
    data: st.DataObject, texts: Sequence[Text]
) -> None:
    few = st.none() | st.integers(0, 9)
    records = feed(data.draw(st.lists(few, min_size=len(texts), max_size=len(texts))))
    owners = data.draw(st.lists(st.integers(0, 2), min_size=len(texts), max_size=len(texts)))
    bound = [[n for n, owner in enumerate(owners) if owner == each] for each in {*owners} - {0}]
    known = weigh(texts)
    window = SAME_DAY_WITHIN.total_seconds()
    every = near_pairs(texts, times_of(records), window, NEAR, known=known, margin=MARGIN)
    wanted: list[set[int]] = [set() for _ in texts]
    for first, second, _ in every:
        if records[second].when or (owners[first] and owners[first] == owners[second]):
            wanted[second].add(first)
    assert list(near_ones(records, texts, known, bound)) == wanted


@given(st.lists(st.sets(st.integers(0, 30), min_size=2).map(sorted), max_size=4))
def test_bound_posts_come_before_the_one_that_they_are_held_against(
    bound: Sequence[Sequence[int]],
) -> None:
    wanted = [
        {first for same in bound if number in same for first in same if first < number}
        for number in range(31)
    ]
    assert list(bound_ones(31, bound)) == wanted


def calls(run: Callable[[], object]) -> int:
    count: Counter[str] = Counter()
    sys.setprofile(lambda _, event, __: count.update([event]))
    try:
        run()
    finally:
        sys.setprofile(None)
    return count["call"] + count["c_call"]


def same_day(count: int) -> Callable[[], object]:
    texts: list[Text] = [((n, (*range(12), 50 + n)),) for n in range(count)]
    return lambda: near(texts)


def bank(count: int) -> Callable[[], object]:
    texts: list[Text] = [((n, (*range(12), 50 + n)),) for n in range(count)]
    records, pairs = feed([None] * count), [[n, n + 1] for n in range(0, count, 2)]
    return lambda: list(near_ones(records, texts, weigh(texts), pairs))


@pytest.mark.parametrize("made", [same_day, bank])
def test_twice_the_posts_take_twice_the_work(
    made: Callable[[int], Callable[[], object]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alike, "MOST", 20)
    once, twice = (calls(made(count)) for count in (200, 400))
    assert twice <= 2.2 * once
