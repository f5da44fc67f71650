"""Texts that their channel cuts off or refuses, and short messages that are sent as several."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import Fact, account_on, facts_of, own_limit, posted, written
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.counting import COUNTERS
from socialint.layers.sms import count_sms, plain_sms
from socialint.text import Span

# More signs than one in so many, and the text is in another script: no slip to put right.
SLIPS = 10


def prepare(params: Params, words: Words) -> Detect:
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """One hit a channel and segment: its span is what falls off."""
    for channel in subject.channels:
        limits = _limits(subject, channel)
        if limits:
            for segment, _ in posted(subject):
                yield from _over(segment, channel, limits)


def _limits(subject: Subject, channel: str) -> Sequence[Fact]:
    """The account's own limit where the profile declares one, else the platform's."""
    facts = facts_of(subject, channel)
    names = [
        *(["premium"] if account_on(subject, channel).get("premium") else []),
        *(["caption"] if written(subject, "media") else []),
        subject.draft.kind,
        "post",
    ]
    limits: Sequence[Fact] = next((facts[name] for name in names if name in facts), ())
    own = own_limit(subject, channel, "messages" if channel == "sms" else "text")
    return [{**limits[0], "max": own}] if own and limits else limits


def _over(segment: Segment, channel: str, limits: Sequence[Fact]) -> Iterator[Hit]:
    for limit in limits:
        counter = COUNTERS[limit["counter"]]
        cut = counter.cut(segment.text, limit["max"])
        if cut is None:
            continue
        if limit["counter"] == "sms":
            yield _messages(segment, channel, cut)
            return
        length = counter.count(segment.text)
        args = {
            "channel": channel,
            "length": str(length),
            "limit": str(limit["max"]),
            "over": str(length - limit["max"]),
        }
        span = Span(cut, len(segment.text.rstrip()))
        yield Hit(segment, span, variant=limit["counter"], args=args, channel=channel)
        return


def _messages(segment: Segment, channel: str, cut: int) -> Hit:
    """On the sign that makes more messages of the text, else on what the first can't hold."""
    text = segment.text
    sent, foreign = plain_sms(text)
    count = count_sms(text)
    args = {"channel": channel, "length": str(count), "limit": str(sent)}
    if sent < count and len(foreign) * SLIPS <= len(text):
        span = Span(foreign[0], foreign[0] + 1)
        return Hit(segment, span, "alphabet", args, channel=channel)
    span = Span(cut, max(cut + 1, len(text.rstrip())))
    return Hit(segment, span, "sms", args, channel=channel)


OVER_LENGTH = Check(prepare, args=("channel", "length", "limit", "over"))
