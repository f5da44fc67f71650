"""Where posts go out: the feeds that a reader follows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socialint.checks.check import Card, Record
from socialint.checks.picked import part
from socialint.named import NamedTuple


class Place(NamedTuple):
    """An account on a channel; a calendar may name but one of the two."""

    channel: str
    account: str

    @property
    def name(self) -> str:
        """What a message calls it."""
        return " · ".join(part for part in self if part)


def places(card: Card) -> tuple[Place, ...]:
    """Where the draft goes out; nothing where it names neither channel nor account."""
    account = card.account or ""
    if card.channels:
        return tuple(Place(channel, account) for channel in card.channels)
    return (Place("", account),) if account else ()


def by_place(records: Sequence[Record]) -> Mapping[Place, Sequence[Record]]:
    """The records of each feed, in the order given; one that goes out twice stands in both."""
    return part(records, lambda record: places(record.card))


def share(one: Card, other: Card) -> bool:
    """Whether two drafts go out on one feed."""
    return not set(places(one)).isdisjoint(places(other))
