"""Posts on one matter that give different prices, shares, days, hours or codes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.claim import Claim, are_versions, ties
from socialint.checks.feed.conflict import Conflict, conflict
from socialint.checks.feed.mates import SAME_DAY_WITHIN, bound_ones, groups, near_ones
from socialint.checks.feed.parcel import marks, tied
from socialint.checks.feed.places import places, share
from socialint.checks.feed.saying import name_others, saying, texts_of
from socialint.checks.feed.weights import Text, Weights, weigh
from socialint.finding import Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.stated import STATED
from socialint.profile import Profile
from socialint.text import Span


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return lambda subject: _collect(subject, words)


def _collect(subject: Subject, words: Words) -> Kept | None:
    found = saying(subject, words, ("update",))
    if found is None:
        return None
    segment, post = found
    view = subject.views[segment]
    hits = tuple(Hit(segment, Span(fact.start, fact.end)) for fact in view.layer(STATED))
    if not hits:
        return None
    links = (entity.text for entity in view.layer(ENTITIES) if entity.kind == "url")
    claim = Claim(post, marks(ties(subject)), marks(links))
    return Kept(hits[0], claim, hits[1:])


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records)


def _hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    texts = texts_of(records, _text)
    known = weigh(texts)
    same = groups(records)
    mates = zip(near_ones(records, texts, known, same), bound_ones(len(texts), same), strict=True)
    for other, (near, bound) in zip(records, mates, strict=True):
        for first in sorted(near | bound, reverse=True):
            one = records[first]
            if found := _found(one, other, known, near=first in near):
                yield _hit(one, other, found)
                break


def _text(record: Record) -> Text:
    claim: Claim = record.value
    return claim.post.said.text


def _found(one: Record, other: Record, known: Weights, *, near: bool) -> Conflict | None:
    before, after = one.value.post.said, other.value.post.said
    if other.value.post.cues or not _may_differ(one, other):
        return None
    if before.lang != after.lang:
        if not are_versions(one, other):
            return None
        found = conflict(before.facts, after.facts, None)
    else:
        if name_others(before, after):
            return None
        found = conflict(before.facts, after.facts, known.of, near=near)
    return found if found and _are_of_one_time(one, other, found) else None


def _may_differ(one: Record, other: Record) -> bool:
    """Posts of two campaigns are of two matters; one account may say new things on another day.

    What no campaign or version binds must go out on two known feeds, on known days.
    """
    before, after = one.value.post.campaign, other.value.post.campaign
    if (before and before == after) or tied(one.value.ties, other.value.ties):
        return True
    known = one.when and other.when and places(one.card) and places(other.card)
    return bool(known) and not (before and after) and not share(one.card, other.card)


def _are_of_one_time(one: Record, other: Record, found: Conflict) -> bool:
    """A day that was over when the second post went out, or a series, contradicts nothing."""
    fact = one.value.post.said.facts[found.first]
    if fact.kind != "date" or not (one.when and other.when):
        return True
    return abs(other.when - one.when) <= SAME_DAY_WITHIN


def _hit(one: Record, other: Record, found: Conflict) -> FeedHit:
    where = next(iter(places(one.card)), None)
    args = {
        "other": one.value.post.said.facts[found.first].text,
        "place": where.name if where else one.path,
    }
    return FeedHit(other, (one,), args=args, spot=found.second, spots=(found.first,))


CONTRADICTORY_FACTS = FeedCheck(collect, judge, args=("other", "place"))
