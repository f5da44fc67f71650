"""What a feed rule kept of the drafts of a run: of a long feed little of it stays in memory."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import Any

from socialint.checks.check import Record
from socialint.checks.picked import Picked
from socialint.engine.deck import Deck
from socialint.engine.spill import Spill

HELD = 2000  # values that are held in memory; those that come after them are written to a file
ALIKE = 500  # values that may be shared between drafts; those that tell drafts apart are more


class Rows:
    """The records of one rule; a record is made when it is asked for."""

    def __init__(self, deck: Deck, spill: Spill) -> None:
        self._deck, self._spill = deck, spill
        self._cards = array("I")
        self._faulty = bytearray()
        # where the value is: in the file, or held, the first at -1
        self._places = array("q")
        self._held: list[Any] = []
        self._known: dict[Any, int] = {}

    def add(self, card: int, value: Any, *, faulty: bool) -> None:
        """Keep the value of one more draft, whose card has that number in the deck."""
        self._cards.append(card)
        self._faulty.append(faulty)
        self._places.append(self._place(value))

    def _place(self, value: Any) -> int:
        """Where the value is from now on; an equal one may be there already."""
        key = (type(value), value)
        try:
            place = self._known.get(key)
        except TypeError:  # it holds a list
            place = 0
        if place:
            return place
        if place is None and len(self._known) < ALIKE:
            self._known[key] = ~len(self._held)
        elif len(self._held) >= HELD and (spilled := self._spill.put(value)) is not None:
            return spilled
        self._held.append(value)
        return -len(self._held)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._cards)

    def record(self, number: int) -> Record:
        """One of the records, counted as they came."""
        card = self._deck.card(self._cards[number])
        return Record(card, self._read, self._places[number], bool(self._faulty[number]))

    def _read(self, place: int) -> Any:
        return self._held[~place] if place < 0 else self._spill.get(place)

    def feed(self) -> Sequence[Record]:
        """All of them in time order."""
        ranks, cards = self._deck.ranks(), self._cards
        order = sorted(range(len(cards)), key=lambda number: ranks[cards[number]])
        return Picked(self.record, array("I", order))
