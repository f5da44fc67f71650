"""What a check is: a value made of functions, with no state and no base class."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from socialint.checks.record import Card, FeedHit, Kept, Record
from socialint.draft import Draft, Segment
from socialint.finding import Hit
from socialint.layers.phrases import PHRASES, Match
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

__all__ = [
    "AnyCheck",
    "Card",
    "Check",
    "Detect",
    "FeedCheck",
    "FeedHit",
    "Kept",
    "Params",
    "Record",
    "Subject",
    "Sum",
    "Turn",
    "Wakes",
    "Words",
]

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
    up in a draft, enough or not, for who asks why.  `layers` are those that a check which always
    looks asks of every draft's own text: they are made for many drafts in a row, each layer by
    itself, before any rule looks.
    """

    prepare: Callable[[Params, Words], Detect]
    params: Mapping[str, Any] = {}
    wants: tuple[str, ...] = ()
    args: tuple[str, ...] | None = None
    uses: Callable[[Params], Iterable[tuple[tuple[str | int, ...], str]]] | None = None
    wakes: Callable[[Params, Words], Wakes | None] | None = None
    sums: Callable[[Params, Words, Subject], Iterable[Sum]] | None = None
    layers: Sequence[Layer[Any]] = ()


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
