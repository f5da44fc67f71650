"""Links in places where the channel makes none of them: captions on Instagram and the like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import facts_of, posted, written
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.zones import ZONES
from socialint.text import Span

# Where a link is put on the picture as a sticker, or under it as a button.
LINKABLE = frozenset({"story", "stories", "ad", "ads", "advert", "publicité", "pub"})


def prepare(params: Params, words: Words) -> Detect:
    return lambda subject: _detect(subject, words)


def _detect(subject: Subject, words: Words) -> Iterator[Hit]:
    for channel in subject.channels:
        fact = facts_of(subject, channel).get("links")
        if fact is None:
            continue
        for segment, view in posted(subject):
            if "." not in segment.text:
                continue
            zones = view.layer(ZONES)
            links = [
                entity
                for entity in view.layer(ENTITIES)
                if entity.kind == "url" and not zones.touches(entity.start, entity.end, "code")
            ]
            if "max" in fact:
                yield from _too_many(segment, channel, links, fact["max"])
            elif links and not _elsewhere(subject) and not words.matches(view, "elsewhere"):
                yield _dead(segment, channel, links)


def _elsewhere(subject: Subject) -> bool:
    """Whether the draft says that it is a story, an ad, or has its link on the picture."""
    said = (written(subject, name) for name in ("content_type", "kind"))
    if any(isinstance(word, str) and word.lower() in LINKABLE for word in said):
        return True
    media: Any = written(subject, "media") or ()
    return any(isinstance(medium, dict) and medium.get("link_sticker") for medium in media)


def _dead(segment: Segment, channel: str, links: Sequence[Entity]) -> Hit:
    """On the first link; a bare address can be remembered and typed, and weighs less."""
    live = [link for link in links if "://" in link.text or "/" in link.text.rstrip("/")]
    variant = "" if live else "address"
    first = (live or links)[0]
    args = {"channel": channel}
    clues = tuple(
        Clue(segment, Span(x.start, x.end), alone=args if x in live or not live else None)
        for x in links
        if x is not first
    )
    return Hit(segment, Span(first.start, first.end), variant, args, clues, channel=channel)


def _too_many(segment: Segment, channel: str, links: Sequence[Entity], most: int) -> Iterator[Hit]:
    apart = {link.text: link for link in reversed(links)}
    if len(apart) > most:
        over = sorted(apart.values(), key=lambda link: link.start)[most]
        args = {"channel": channel, "count": str(len(apart)), "limit": str(most)}
        yield Hit(segment, Span(over.start, over.end), "many", args, channel=channel)


LINK_DEAD_ON_CHANNEL = Check(prepare, args=("channel", "count", "limit"))
