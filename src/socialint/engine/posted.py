"""What a post has, of what a presence counts: a goal, a source, a description, tracked links."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Subject
from socialint.checks.links.address import read_address
from socialint.checks.links.policy import policy_of
from socialint.checks.links.untracked import fault_of
from socialint.checks.missing import inherited
from socialint.checks.pictures import pictures
from socialint.checks.platforms import posted, written
from socialint.checks.sources import field_sources
from socialint.draft import Draft, Message
from socialint.engine.look import PROMO
from socialint.engine.run import Run
from socialint.layers.entities import ENTITIES


def delay(draft: Draft) -> Iterator[float]:
    """The minutes from a message to the reply that the draft is, if both say when."""
    message = draft.in_reply_to
    received = message.received_at if isinstance(message, Message) else None
    sent = draft.publish_at
    if (
        received
        and sent
        and (received.tzinfo is None) is (sent.tzinfo is None)
        and sent >= received
    ):
        yield (sent - received).total_seconds() / 60


def facts_of(run: Run, subject: Subject) -> Iterator[tuple[str, bool]]:
    """What a post has, of all that is asked of it; a post without pictures needs no description."""
    promo = run.rules[PROMO].collect if PROMO in run.rules else None
    kept = promo(subject) if promo else None
    yield "posts", True
    yield "selling", bool(kept and kept.value)
    yield "aimed", bool(written(subject, "objective")) or inherited(subject, "goal", "objective")
    yield "sourced", field_sources(subject.draft)
    shown = list(pictures(subject))
    if shown or any(segment.field.startswith("media[") for segment in subject.views):
        yield "described", not any(picture.bare for picture in shown)
    yield from _tracked(subject)


def _tracked(subject: Subject) -> Iterator[tuple[str, bool]]:
    if subject.profile.get("links.own_domains") is None:
        return
    policy = policy_of(subject)
    urls = [e.text for _, view in posted(subject) for e in view.layer(ENTITIES) if e.kind == "url"]
    link = written(subject, "link")
    urls += [link] if isinstance(link, str) else []
    own = [url for url in urls if (address := read_address(url)) and policy.is_own(address)]
    if own:
        yield "tracked", not any(fault_of(url, policy) for url in own)
