"""Rules and drafts made ready for each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any

from socialint.checks.check import AnyCheck, Check, Detect, FeedCheck, Kept, Params, Subject, Words
from socialint.draft import Draft, Kind, Message, Segment
from socialint.engine.gate import Gate, gate
from socialint.finding import SEVERITIES, Severity
from socialint.frozen import Frozen, replace
from socialint.layers.view import Layer
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.rule import Rule
from socialint.text import Source, SourceMap, Span
from socialint.turns import last_turn


class Prepared(Frozen, eq=False):
    """A rule and its check, which is imported and made ready when a draft first needs it.

    `severity` is what the settings say, or None.
    """

    rule: Rule
    checks: Mapping[str, AnyCheck]
    severity: Severity | None = None

    @cached_property
    def check(self) -> AnyCheck:
        """The check that the rule names."""
        return self.checks[self.rule.check]

    @cached_property
    def detect(self) -> Detect | None:
        """The check of one draft, with its params and words in place."""
        return self.check.prepare(*self._given) if isinstance(self.check, Check) else None

    @cached_property
    def collect(self) -> Callable[[Subject], Kept | None] | None:
        """The first step of a check of the feed, with its params and words in place."""
        return self.check.collect(*self._given) if isinstance(self.check, FeedCheck) else None

    @cached_property
    def layers(self) -> Sequence[Layer[Any]]:
        """The layers that the check asks of every draft's own text."""
        return self.check.layers if isinstance(self.check, Check) else ()

    @cached_property
    def gate(self) -> Gate | None:
        """What must be in a draft before the check is worth a call; None if it always is."""
        return None if self.rule.wakes is None else gate(self.rule.wakes)

    @property
    def _given(self) -> tuple[Params, Words]:
        rule = self.rule
        return rule.params, Words(rule.name, rule.lists, rule.patterns)

    def severity_of(self, variant: str) -> Severity:
        """How bad a hit is: the settings' word for the rule, never above a milder variant."""
        plain = self.severity or self.rule.severity[""]
        own = self.rule.severity.get(variant)
        if not variant or own is None:
            return plain
        return own if self.severity is None else min(own, plain, key=SEVERITIES.index)


class Plan(NamedTuple):
    """The rules that look at drafts of a kind, and those that want a part of the profile first."""

    rules: Sequence[Prepared]
    asleep: Sequence[tuple[str, str]]


def plan(rules: Iterable[Prepared], kind: Kind, profile: Profile) -> Plan:
    """What rules that are on have to do with drafts of a kind under a profile."""
    told = [(rule, wanting(rule.rule, profile)) for rule in rules if kind in rule.rule.kinds]
    return Plan(
        [rule for rule, lacking in told if lacking is None],
        [(rule.rule.name, lacking) for rule, lacking in told if lacking is not None],
    )


class Part(NamedTuple):
    """A text of a draft that was given as a value, and the name of its segment."""

    field: str
    text: str


def located(draft: Draft, path: str) -> Draft:
    """The draft with segments: one given as values gets a source that holds its texts in turn.

    The text comes first, so that offsets in it are offsets in what was given.
    """
    channels = draft.channels or ((draft.channel,) if draft.channel else ())
    message = draft.in_reply_to
    if message is not None and not isinstance(message, Message):
        message = Message(message) if isinstance(message, str) else _thread(message)
    draft = replace(draft, channels=channels, in_reply_to=message)
    if draft.segments:
        return draft
    if message:  # what answers a message is a reply, as in files
        draft = replace(draft, kind="reply")
    parts = [Part("text", draft.text)]
    if draft.title:
        parts.append(Part("title", draft.title))
    source = Source(path, "\n\n".join(part.text for part in parts))
    return replace(
        draft,
        segments=tuple(_segments(parts)),
        source=source,
        span=Span(0, len(source.text)),
    )


def _thread(turns: Sequence[Message | str]) -> Message:
    return last_turn([Message(turn) if isinstance(turn, str) else turn for turn in turns])


def _segments(parts: list[Part]) -> Iterator[Segment]:
    start = 0
    for part in parts:
        whole = SourceMap.identity(start, len(part.text))
        yield Segment(part.field, part.text, lambda whole=whole: whole)  # type: ignore[misc]  # bound early
        start += len(part.text) + 2


def wanting(rule: Rule, profile: Profile) -> str | None:
    """The first part of the profile that the rule needs and does not find."""
    return next((part for part in rule.wants if not profile.declares(part)), None)
