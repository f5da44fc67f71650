"""Texts that their channel cuts off or refuses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.counting import COUNTERS
from socialint.text import Span

# A title or an alternative text has limits of its own, which other rules watch.
JUDGED = ("text", "thread")


def prepare(params: Params, words: Words) -> Detect:
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """One hit a channel and segment: its span is what falls off."""
    for channel in subject.channels:
        limits = tuple(_limits(subject, channel))
        for segment in subject.views:
            if limits and segment.field.split("[")[0] in JUDGED:
                yield from _over(segment, channel, limits)


def _limits(subject: Subject, channel: str) -> Iterable[Mapping[str, Any]]:
    """The account's own limit where the profile declares one, else the platform's."""
    facts = subject.facts.get("platforms", {}).get(channel, {})
    limits: Sequence[Mapping[str, Any]] = facts.get(subject.draft.kind) or facts.get("post", ())
    own = _declared(subject, channel)
    return [{**limits[0], "max": own}] if own and limits else limits


def _declared(subject: Subject, channel: str) -> int | None:
    for account in subject.profile.get("accounts", ()):
        named = subject.draft.account in (None, account.get("handle"), account.get("id"))
        if account.get("channel") == channel and named and "limits" in account:
            most = account["limits"].get("text")
            return int(most) if most else None
    return None


def _over(segment: Segment, channel: str, limits: Iterable[Mapping[str, Any]]) -> Iterator[Hit]:
    for limit in limits:
        counter = COUNTERS[limit["counter"]]
        length = counter.count(segment.text)
        cut = counter.cut(segment.text, limit["max"]) if length > limit["max"] else None
        if cut is None:
            continue
        args = {
            "channel": channel,
            "length": str(length),
            "limit": str(limit["max"]),
            "over": str(length - limit["max"]),
        }
        span = Span(cut, len(segment.text.rstrip()))
        yield Hit(segment, span, variant=limit["counter"], args=args, channel=channel)
        return


OVER_LENGTH = Check(prepare)
