"""Where posts go out: the feeds that a reader follows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from socialint.checks.check import Card, Record
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


def by_place(records: Iterable[Record]) -> Mapping[Place, list[Record]]:
    """The records of each feed, in the order given; one that goes out twice stands in both."""
    feeds: defaultdict[Place, list[Record]] = defaultdict(list)
    for record in records:
        for place in places(record.card):
            feeds[place].append(record)
    return feeds


def share(one: Card, other: Card) -> bool:
    """Whether two drafts go out on one feed."""
    return not set(places(one)).isdisjoint(places(other))
