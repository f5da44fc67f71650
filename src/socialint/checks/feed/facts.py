"""Posts on one matter that give different prices, shares, days, hours or codes."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from pathlib import PurePath

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.alike import near_pairs
from socialint.checks.feed.conflict import Conflict, conflict
from socialint.checks.feed.parcel import each, marks, tied
from socialint.checks.feed.places import places, share
from socialint.checks.feed.saying import Saying, name_others, saying, texts_of, times_of
from socialint.checks.feed.weights import Text, Weights, weigh
from socialint.checks.picked import alike
from socialint.checks.platforms import written
from socialint.finding import Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.stated import STATED
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

# a name that ends in a language: launch-fr, launch.en
_VERSION = regex(r"(.+)[-_. ](?:fr|en)(?:[-_][A-Za-z]{2})?", 2)
_ONE_DRAFT = frozenset({".md", ".markdown", ".txt", ".tweet"})
NEAR = 0.5
MARGIN = 5.0
# posts of a campaign that are compared with each other
MOST = 60
# a recurring event has another day each time: of posts further apart days are not compared
SAME_DAY_WITHIN = timedelta(days=4)
VERSIONS_WITHIN = timedelta(hours=36)


class Claim(NamedTuple):
    """A post's figures, what ties it to other versions of itself, the links it gives; as marks."""

    post: Saying
    ties: bytes
    links: bytes


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
    claim = Claim(post, marks(_ties(subject)), marks(links))
    return Kept(hits[0], claim, hits[1:])


def _ties(subject: Subject) -> Iterator[str]:
    draft = subject.draft
    if draft.segments and draft.channels:
        yield f"{draft.source.path}#{draft.number}"
    path = PurePath(draft.source.path)
    # of a file with many drafts the first in French need not be the first in English
    if path.suffix.lower() in _ONE_DRAFT and (match := _VERSION.fullmatch(path.stem)):
        yield f"{path.parent}/{match[1]}#{draft.number}"
    if draft.id:
        match = _VERSION.fullmatch(draft.id)
        yield match[1] if match else draft.id
    others = written(subject, "language_links")
    if isinstance(others, Mapping):
        yield from (str(other) for other in others.values())


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records)


def _hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    texts = texts_of(records, _text)
    known = weigh(texts)
    mates = zip(_near(records, texts, known), _bound(records), strict=True)
    for other, (near, bound) in zip(records, mates, strict=True):
        for first in sorted(near | bound, reverse=True):
            one = records[first]
            if found := _found(one, other, known, near=first in near):
                yield _hit(one, other, found)
                break


def _text(record: Record) -> Text:
    claim: Claim = record.value
    return claim.post.said.text


def _near(records: Sequence[Record], texts: Sequence[Text], known: Weights) -> Iterator[set[int]]:
    """For each record in turn those before it that say nearly the same."""
    window = SAME_DAY_WITHIN.total_seconds()
    pairs = near_pairs(texts, times_of(records), window, NEAR, known=known, margin=MARGIN)
    pair = next(pairs, None)
    for number in range(len(texts)):
        found: set[int] = set()
        while pair and pair.second == number:
            found.add(pair.first)
            pair = next(pairs, None)
        yield found


def _bound(records: Sequence[Record]) -> Iterator[set[int]]:
    """For each record in turn those before it that are of one campaign, or versions of one post."""
    keys, numbers = array("q"), array("I")
    for number, record in enumerate(records):
        for key in _keys(record.value):
            keys.append(key)
            numbers.append(number)
    # which record follows which stretch of `mates`
    later, starts, ends, mates = array("I"), array("I"), array("I"), array("I")
    for same in alike(keys):
        for place, entry in enumerate(same):
            later.append(numbers[entry])
            starts.append(len(mates) - place % MOST)
            ends.append(len(mates))
            mates.append(numbers[entry])
    order = iter(sorted(range(len(later)), key=later.__getitem__))
    at = next(order, None)
    for number in range(len(records)):
        found: set[int] = set()
        while at is not None and later[at] == number:
            found.update(mates[starts[at] : ends[at]])
            at = next(order, None)
        yield found


def _keys(claim: Claim) -> Iterator[int]:
    """Hashes of what makes it one with others."""
    if claim.post.campaign:
        yield hash(("campaign", claim.post.campaign))
    yield from each(claim.ties)


def _found(one: Record, other: Record, known: Weights, *, near: bool) -> Conflict | None:
    before, after = one.value.post.said, other.value.post.said
    if other.value.post.cues or not _may_differ(one, other):
        return None
    if before.lang != after.lang:
        if not _are_versions(one, other):
            return None
        found = conflict(before.facts, after.facts, None)
    else:
        if name_others(before, after):
            return None
        found = conflict(before.facts, after.facts, known.of, near=near)
    return found if found and _both_hold(one, other, found) else None


def _may_differ(one: Record, other: Record) -> bool:
    """Posts of two campaigns are of two matters; one account may say new things on another day.

    What no campaign or version binds must go out on two known feeds, on known days.
    """
    before, after = one.value.post.campaign, other.value.post.campaign
    if (before and before == after) or tied(one.value.ties, other.value.ties):
        return True
    known = one.when and other.when and places(one.card) and places(other.card)
    return bool(known) and not (before and after) and not share(one.card, other.card)


def _are_versions(one: Record, other: Record) -> bool:
    """Whether two posts in different languages say the same thing."""
    if tied(one.value.ties, other.value.ties):
        return True
    if not (one.when and other.when) or abs(other.when - one.when) > VERSIONS_WITHIN:
        return False
    if tied(one.value.links, other.value.links):
        return True
    before, after = one.value.post, other.value.post
    same = before.campaign and before.campaign == after.campaign
    return bool(same and before.said.names & after.said.names)


def _both_hold(one: Record, other: Record, found: Conflict) -> bool:
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
