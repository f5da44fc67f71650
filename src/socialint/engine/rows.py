"""What a feed rule kept of the drafts of a run, in columns: a long feed has very many."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from socialint.checks.check import Card, Record

ALIKE = 500  # values that may be shared between drafts; those that tell drafts apart are more


class Rows:
    """The records of one rule; a record is made when it is asked for."""

    def __init__(self) -> None:
        self._cards: list[Card] = []
        self._values: list[Any] = []
        self._faulty = bytearray()
        self._known: dict[Any, Any] = {}

    def add(self, card: Card, value: Any, *, faulty: bool) -> None:
        """Keep the value of one more draft."""
        self._cards.append(card)
        self._values.append(self._shared(value) if isinstance(value, tuple) else value)
        self._faulty.append(faulty)

    def _shared(self, value: tuple[Any, ...]) -> Any:
        """An equal value of a draft before, if there is one."""
        try:
            known = self._known.get(value)
        except TypeError:  # it holds a list
            return value
        if known is None and len(self._known) < ALIKE:
            self._known[value] = value
        return value if known is None else known

    def of(self, card: Card) -> Any:
        """The value of the draft that was added last, None if that is another one."""
        return self._values[-1] if self._cards and self._cards[-1] is card else None

    def __iter__(self) -> Iterator[Record]:
        """The records, as they came."""
        for card, value, faulty in zip(self._cards, self._values, self._faulty, strict=True):
            yield Record(card, value, bool(faulty))

    def __len__(self) -> int:
        """How many there are."""
        return len(self._cards)
