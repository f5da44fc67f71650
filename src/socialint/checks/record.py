"""What is kept of drafts for checks of the feed, and what those answer about it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from socialint.finding import Hit
from socialint.named import NamedTuple


class Card(NamedTuple):
    """Which draft a record is about, for all rules: where it stands, when and where it goes out.

    `when` is in the run's time zone; `asked` is False for a draft that is read as context only.
    `mark` is a hash of its text, which orders drafts that go out at one time whatever their files
    are called and whichever row they stand in.
    """

    path: str
    number: int
    when: datetime | None
    account: str | None
    channels: tuple[str, ...]
    asked: bool = True
    mark: int = 0


class Record(NamedTuple):
    """What a feed check kept of one draft, in place of the draft itself.

    `faulty` says whether the draft can be at fault: whether `collect` gave it a hit.  `read`
    answers the value that is kept at a place.
    """

    card: Card
    read: Callable[[int], Any]
    place: int
    faulty: bool

    @property
    def value(self) -> Any:
        """What `collect` kept, which may be read from a file each time."""
        return self.read(self.place)

    @property
    def path(self) -> str:
        """The file that holds the draft."""
        return self.card.path

    @property
    def number(self) -> int:
        """Which of the file's drafts it is."""
        return self.card.number

    @property
    def when(self) -> datetime | None:
        """When it goes out."""
        return self.card.when

    @property
    def turn(self) -> tuple[bool, float, str, int]:
        """Sorts records in time order, then as readers come upon them, file by file."""
        when = self.when.timestamp() if self.when else 0.0
        return (self.when is None, when, self.path, self.number)

    @property
    def asked(self) -> bool:
        """Whether findings on it are wanted."""
        return self.card.asked


class FeedHit(NamedTuple):
    """A feed check's answer: the record it is reported on, and the others it is about.

    `spot` is the number of the hit that is meant where `collect` gave several, `spots` those of
    the related records.  `about` is what the hit is known by from run to run where it is not the
    draft that it is reported on, as with what is told once for all drafts of a file.
    """

    record: Record
    related: tuple[Record, ...] = ()
    variant: str = ""
    args: Mapping[str, str] = {}
    spot: int = 0
    spots: tuple[int, ...] = ()
    about: str | None = None


class Kept(NamedTuple):
    """What `collect` keeps of a draft: where to point later if it is at fault, what to compare.

    `others` are further places, of which `judge` may name one by its number: `hit` is 0.
    """

    hit: Hit | None
    value: Any
    others: tuple[Hit, ...] = ()
