"""What a check is: a value made of functions, with no state and no base class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from socialint.draft import Draft, Segment
from socialint.finding import Hit
from socialint.layers.phrases import PHRASES, Match
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

Params = Mapping[str, Any]


class Turn(NamedTuple):
    """What was said in a thread beside the message that is answered; `own`: by the account."""

    view: View
    own: bool


class Subject(NamedTuple):
    """One draft before a check: its texts as views, its profile, and the run's time.

    `views` are the segments that are judged, in order; `as_of` is the run's one clock;
    `message` is what a reply answers, `earlier` the rest of its thread, oldest first.
    """

    draft: Draft
    views: Mapping[Segment, View]
    profile: Profile
    as_of: datetime
    channels: tuple[str, ...] = ()
    facts: Mapping[str, Any] = {}
    message: View | None = None
    earlier: tuple[Turn, ...] = ()


class Words(NamedTuple):
    """The words of one rule: its own lists by name, shared classes by theirs.

    `patterns` are its token patterns, by language and name.
    """

    rule: str
    lists: frozenset[str] = frozenset()
    patterns: Mapping[str, Mapping[str, Any]] = {}

    def matches(self, view: View, *names: str) -> tuple[Match, ...]:
        """Entries found of these lists, all of the rule's own if none is named.

        In text order; those that a guard silences are left out, and of two that overlap in one
        list the longer stands.
        """
        found = view.layer(PHRASES)
        if len(names) == 1:
            return found.get(self.key(names[0]), ())
        keys = [self.key(name) for name in names] or [
            f"{self.rule}/{n}" for n in sorted(self.lists)
        ]
        return tuple(sorted(match for key in keys for match in found.get(key, ())))

    def key(self, name: str) -> str:
        """The full name of a list of the rule, of a class, or of the words of a guard."""
        if name.startswith("guards/"):
            return name
        return f"{self.rule}/{name}" if name in self.lists else f"classes/{name}"


Detect = Callable[[Subject], Iterable[Hit]]


class Sum(NamedTuple):
    """What was added up and the threshold it takes, with the parts that weigh anything.

    `span` is where it stands in the text of `segment`; both None for what all of a draft weighs.
    """

    total: float
    threshold: float
    parts: Sequence[tuple[str, float]]
    segment: Segment | None = None
    span: Span | None = None


# What must be in a draft for a rule to have anything to say: any of the alternatives, each of them
# groups that must all be met, a group being met by any of its names (see `engine.gate`).
Wakes = Sequence[Sequence[Sequence[str]]]


class Check(NamedTuple):
    """A check of one draft.

    `prepare` is called once per rule with the rule's params and word lists.  `params` is the JSON
    Schema of the params, which are an object and have no properties but those it names.  `wants`
    are the parts of the profile (dotted) without which the rule stays silent and says so.  `args`
    are the words it gives to messages beside `quote`: a rule that asks for another is refused
    (None: not told).  `uses` answers the lists, classes and patterns that params name, with the
    steps to where they stand in the rule's file: one that is not there is refused.  `wakes` answers
    what must be in a draft before a rule of this check, with these params and words, can speak
    (None: it may always); `wakes` of a rule file overrides it.  `sums` answers what the check adds
    up in a draft, enough or not, for who asks why.
    """

    prepare: Callable[[Params, Words], Detect]
    params: Mapping[str, Any] = {}
    wants: tuple[str, ...] = ()
    args: tuple[str, ...] | None = None
    uses: Callable[[Params], Iterable[tuple[tuple[str | int, ...], str]]] | None = None
    wakes: Callable[[Params, Words], Wakes | None] | None = None
    sums: Callable[[Params, Words, Subject], Iterable[Sum]] | None = None


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


class FeedCheck(NamedTuple):
    """A check of the feed in two steps, so that no draft is held in memory.

    `collect` keeps a small value of a draft, or None; `judge` sees all that was kept, in time
    order, what goes out at one time in an order that neither rows nor names of files change, and
    answers hits, or the reason (a text in `locale`) why it can't.  Its records are read anew each
    time they are asked for: of a long feed it holds their numbers (see `checks.picked`), and no
    lists of records.  Drafts that a hit names are read and collected once more to say where it
    stands: `collect` must answer the same again.  `partial` says whether it may judge a part of
    the feed.
    """

    collect: Callable[[Params, Words], Callable[[Subject], Kept | None]]
    judge: Callable[[Params, Sequence[Record], Profile], Iterable[FeedHit] | str]
    params: Mapping[str, Any] = {}
    wants: tuple[str, ...] = ()
    partial: bool = False
    args: tuple[str, ...] | None = None


AnyCheck = Check | FeedCheck
