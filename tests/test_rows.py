"""What a run keeps of its drafts for the rules that look across posts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta, timezone
from itertools import pairwise
from math import log
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.checks.check import Card
from socialint.checks.feed.weights import PRIOR, Text, weigh
from socialint.checks.picked import alike, part, pick
from socialint.engine import rows as rows_module
from socialint.engine import spill as spill_module
from socialint.engine.deck import Deck
from socialint.engine.rows import Rows
from socialint.engine.spill import Spill

ZONES = (UTC, ZoneInfo("Europe/Paris"), timezone(timedelta(hours=-3)))
WHEN = st.none() | st.datetimes(
    datetime(1, 1, 3),  # noqa: DTZ001  the zone is drawn
    datetime(9999, 12, 28),  # noqa: DTZ001  as above
    timezones=st.sampled_from(ZONES),
    allow_imaginary=True,
)
CARDS = st.builds(
    Card,
    st.sampled_from(["b.md", "a.md", "c/é.jsonl"]),
    st.integers(1, 9),
    WHEN,
    st.none() | st.sampled_from(["acme", "@acme"]),
    st.sampled_from([(), ("x",), ("x", "linkedin")]),
    st.booleans(),
    st.integers(0, 1) | st.just(2**32 - 1),
)
VALUES = st.none() | st.booleans() | st.text(max_size=3) | st.tuples(st.integers(0, 2), st.text())


def order(card: Card) -> tuple[bool, float, int, str, int]:
    when = card.when.timestamp() if card.when else 0.0
    return (card.when is None, when, card.mark, card.path, card.number)


@given(st.lists(CARDS, max_size=20))
def test_a_deck_answers_the_cards_that_it_was_given(cards: Sequence[Card]) -> None:
    deck = Deck()
    numbers = [deck.add(card) for card in cards]
    again = [deck.card(number) for number in numbers]
    assert again == list(cards)
    assert [(c.when and c.when.isoformat()) for c in again] == [
        (c.when and c.when.isoformat()) for c in cards
    ]
    in_order = sorted(range(len(deck)), key=deck.ranks().__getitem__)
    assert [deck.card(number) for number in in_order] == sorted(cards, key=order)


def kept(values: Sequence[tuple[Card, Any]]) -> Rows:
    deck = Deck()
    rows = Rows(deck, Spill())
    for card, value in values:
        rows.add(deck.add(card), value, faulty=card.number % 2 == 0)
    return rows


@pytest.mark.parametrize(("held", "block"), [(0, 1), (0, 1 << 18), (3, 40), (9999, 1)])
@given(st.lists(st.tuples(CARDS, VALUES), max_size=20))
def test_records_come_in_time_order_wherever_their_values_are(
    held: int, block: int, values: Sequence[tuple[Card, Any]]
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rows_module, "HELD", held)
        patch.setattr(rows_module, "ALIKE", 2)
        patch.setattr(spill_module, "BLOCK", block)
        patch.setattr(spill_module, "RECENT", 2)
        feed = kept(values).feed()
    wanted = sorted(values, key=lambda pair: order(pair[0]))
    assert [(record.card, record.value) for record in feed] == wanted
    assert [record.faulty for record in feed] == [card.number % 2 == 0 for card, _ in wanted]
    assert [record.value for record in feed[1:3]] == [value for _, value in wanted[1:3]]


def full(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device")


class Short:
    """A file on a disk that takes half of what is written."""

    def seek(self, place: int) -> int:
        return place

    def write(self, data: bytes) -> int:
        return len(data) // 2

    def close(self) -> None:
        pass


@pytest.mark.parametrize("opened", [full, lambda **_: Short()])
def test_a_full_disk_loses_nothing(
    opened: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.TemporaryFile", opened)
    monkeypatch.setattr(spill_module, "BLOCK", 10)
    spill = Spill()
    places = [spill.put(f"value {number}") for number in range(99)]
    assert None not in places
    assert [spill.get(place) for place in places if place is not None] == [
        f"value {number}" for number in range(99)
    ]


def test_what_no_file_can_hold_is_held_in_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows_module, "HELD", 0)
    values = [lambda: 1, "plain", (lambda: 2, 3), ["a list"]]
    cards = [Card("a.md", number, None, None, ()) for number in range(len(values))]
    assert [record.value for record in kept(list(zip(cards, values, strict=True))).feed()] == values


TEXTS = st.lists(
    st.lists(
        st.tuples(st.integers(900, 904), st.lists(st.integers(0, 30), max_size=5)), max_size=4
    ),
    max_size=30,
)


@given(TEXTS)
def test_a_rough_count_changes_no_weight(given_texts: Sequence[Any]) -> None:
    texts: list[Text] = [
        [(code, tuple(dict.fromkeys(stems))) for code, stems in dict(text).items()]
        for text in given_texts
    ]
    stems = Counter(stem for text in texts for _, own in text for stem in own)
    sentences = Counter(code for text in texts for code, _ in text)
    pairs = Counter(pair for text in texts for _, own in text for pair in pairwise(own))
    total = len(texts) + PRIOR
    known = weigh(texts)
    assert known.of == {stem: log(1 + total / count) for stem, count in stems.items()}
    assert known.habits == {c: log(1 + total / n) for c, n in sentences.items() if n > 3}
    assert known.bound == {
        (stem, before): 1 - count / stems[stem]
        for (before, stem), count in pairs.items()
        if count > 3 and count * 2 > stems[stem]
    }


@given(st.lists(st.integers(0, 6)))
def test_alike_are_the_places_of_equal_keys(keys: Sequence[int]) -> None:
    groups: defaultdict[int, list[int]] = defaultdict(list)
    for place, key in enumerate(keys):
        groups[key].append(place)
    wanted = [tuple(places) for places in groups.values() if len(places) > 1]
    assert [tuple(places) for places in alike(keys)] == wanted


@given(st.lists(st.tuples(CARDS, st.integers(0, 3)), max_size=12))
def test_parts_of_a_feed_keep_its_order(values: Sequence[tuple[Card, int]]) -> None:
    feed = kept(values).feed()
    odd = pick(feed, lambda record: record.value % 2 == 1)
    assert [record.value for record in odd] == [r.value for r in feed if r.value % 2 == 1]
    parts = part(feed, lambda record: record.card.channels)
    assert {name: [r.value for r in found] for name, found in parts.items()} == {
        name: [r.value for r in feed if name in r.card.channels] for name in parts
    }
    assert set(parts) == {name for record in feed for name in record.card.channels}
