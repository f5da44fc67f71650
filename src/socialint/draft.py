"""One post or one reply: its own text in segments, and its fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import Literal

from socialint.frozen import Frozen, field
from socialint.named import NamedTuple
from socialint.text import Source, SourceMap, Span

NOWHERE = Span(0, 0)

Kind = Literal["post", "reply", "account"]
MarkKind = Literal["quote", "code", "comment", "heading"]


class Mark(NamedTuple):
    """A stretch of a segment's text that its format sets apart (a block quote, code)."""

    start: int
    end: int
    kind: MarkKind


class Link(NamedTuple):
    """A link written as markup: the stretch of text that carries it, and where it leads."""

    start: int
    end: int
    url: str


class Segment(Frozen, eq=False):
    """A stretch of the draft's own text.

    `field` is its path in the draft (`text`, `title`, `thread[1]`, `media[0].alt`); `trace` builds
    the map to the source when a finding needs it.  Compared by identity: it keys the layers.
    """

    field: str
    text: str
    trace: Callable[[], SourceMap]
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()

    @cached_property
    def map(self) -> SourceMap:
        """The piecewise map from `text` to the source."""
        return self.trace()


class Field(NamedTuple):
    """A field as written: its value, and the source spans of its name and its value."""

    value: object
    key: Span
    span: Span


NoticeKind = Literal[
    "misspelt-field",
    "swallowed-hashtag",
    "unknown-channel",
    "duplicate-id",
    "unused-suppression",
    "expired-suppression",
    "reasonless-suppression",
    "unclear-suppression",
]


class Notice(NamedTuple):
    """Something odd that was noticed when a draft was read, and the nearest thing known, or ""."""

    kind: NoticeKind
    span: Span
    found: str
    nearest: str
    variant: str = ""


class Suppression(NamedTuple):
    """What a team lets pass: findings of `rules` (names, codes, groups, all), and why.

    `span` is where it stands in the source, `scope` the stretch of source that it holds for,
    None the whole draft.  `until` is its last day.  `unclear` is the part of it that nobody
    understands.  What the baseline accepts is told in the same way.
    """

    rules: tuple[str, ...]
    reason: str = ""
    until: date | None = None
    owner: str = ""
    span: Span = NOWHERE
    scope: Span | None = None
    unclear: str = ""
    kind: Literal["comment", "field", "baseline"] = "field"


class Message(NamedTuple):
    """The message that a reply answers, and in `earlier` what was said around it, oldest first.

    Of a turn in `earlier` the kind `reply` says that the account wrote it.
    """

    text: str
    author: str | None = None
    received_at: datetime | None = None
    kind: str | None = None
    earlier: tuple[Message, ...] = ()


class Draft(Frozen, eq=False):
    """One post or reply.

    Give `text` and what you know; a format also gives `segments`, `source` and `span`.  `fields`
    holds every field by its canonical name (`schemas/draft.schema.json`), the ones named here too.
    `channel` is for one, `channels` for several.  `lang` is None where nobody declared it;
    `id` None stands for `path#number`.
    """

    text: str = ""
    kind: Kind = "post"
    channel: str | None = None
    channels: tuple[str, ...] = ()
    lang: str | None = None
    brand: str | None = None
    account: str | None = None
    id: str | None = None
    title: str | None = None
    publish_at: datetime | None = None
    in_reply_to: Message | str | Sequence[Message | str] | None = None
    fields: Mapping[str, Field] = field(default_factory=dict)
    segments: tuple[Segment, ...] = ()
    notices: tuple[Notice, ...] = ()
    suppressions: tuple[Suppression, ...] = ()
    source: Source = field(default_factory=lambda: Source("<text>", ""))
    span: Span = NOWHERE
    number: int = 1

    @property
    def earlier(self) -> tuple[Message, ...]:
        """What was said before the message that it answers."""
        return self.in_reply_to.earlier if isinstance(self.in_reply_to, Message) else ()

    @property
    def name(self) -> str:
        """What reports call the draft: its own id, else `path#number`."""
        return self.id or f"{self.source.path}#{self.number}"
