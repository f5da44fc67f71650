"""The cards of a run's drafts, in columns: of a long feed there are very many."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from math import inf

from socialint.checks.check import Card

EPOCH = datetime(1970, 1, 1)  # noqa: DTZ001  a reading of clocks, in whatever zone
TICK = timedelta(microseconds=1)
NEVER = -1 << 63
MADE = 16_384  # cards at hand: rules go through a feed again and again

# what many drafts have in common: file, account, channels, whether asked, zone
Common = tuple[str, str | None, tuple[str, ...], bool, tzinfo | None]


class Deck:
    """Cards by number, as they came."""

    def __init__(self) -> None:
        self._common: list[Common] = []
        self._known: dict[Common, int] = {}
        self._kinds = array("I")
        self._numbers = array("Q")
        self._clocks = array("q")
        self._times = array("d")
        self._marks = array("I")
        self._ranks = array("I")
        self._made: dict[int, Card] = {}

    def __len__(self) -> int:
        """How many there are."""
        return len(self._kinds)

    def add(self, card: Card) -> int:
        """The card's number from now on."""
        when = card.when
        zone = when.tzinfo if when else None
        common = (card.path, card.account, card.channels, card.asked, zone)
        kind = self._known.setdefault(common, len(self._common))
        if kind == len(self._common):
            self._common.append(common)
        self._kinds.append(kind)
        self._numbers.append(card.number)
        self._marks.append(card.mark)
        self._clocks.append(_clock(when))
        self._times.append(when.timestamp() if when else inf)
        return len(self._kinds) - 1

    def card(self, number: int) -> Card:
        """An equal card again."""
        if made := self._made.get(number):
            return made
        path, account, channels, asked, zone = self._common[self._kinds[number]]
        clock = self._clocks[number]
        when = None if clock == NEVER else _when(clock, zone)
        mark = self._marks[number]
        if len(self._made) >= MADE:
            self._made.clear()
        card = Card(path, self._numbers[number], when, account, channels, asked, mark)
        self._made[number] = card
        return card

    def ranks(self) -> Sequence[int]:
        """Which card comes how far, in time order; what has no time comes last.

        Where times decide nothing, texts do: rows that change places, and files that get other
        names, must not change what is found.
        """
        if len(self._ranks) != len(self):
            order = sorted(range(len(self)), key=self._numbers.__getitem__)
            order.sort(key=lambda number: self._common[self._kinds[number]][0])
            order.sort(key=self._marks.__getitem__)
            order.sort(key=self._times.__getitem__)
            self._ranks = array("I", bytes(4 * len(self)))
            for rank, number in enumerate(order):
                self._ranks[number] = rank
        return self._ranks


def _clock(when: datetime | None) -> int:
    """What a clock shows, in microseconds, doubled; odd for the second hour when it is set back."""
    if when is None:
        return NEVER
    return (when.replace(tzinfo=None) - EPOCH) // TICK * 2 + when.fold


def _when(clock: int, zone: tzinfo | None) -> datetime:
    return (EPOCH + timedelta(microseconds=clock >> 1)).replace(tzinfo=zone, fold=clock & 1)
