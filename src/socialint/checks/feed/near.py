"""A post that says again, in nearly the same words, what the account said of late."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.alike import near_pairs
from socialint.checks.feed.places import Place, places
from socialint.checks.feed.saying import Saying, name_others, saying, texts_of, times_of
from socialint.checks.feed.weights import Text, Weights, weigh
from socialint.checks.picked import part
from socialint.finding import Hit
from socialint.layers.stated import Stated
from socialint.profile import Profile
from socialint.text import Span

# what makes a post come again on purpose: a reminder, a correction, an announcement before it
CUES = ("reminder", "teaser", "update")


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    least: int = params["stems"]

    def keep(subject: Subject) -> Kept | None:
        found = saying(subject, words, CUES) if subject.draft.publish_at else None
        if found is None or found[1].said.stems < least or found[1].again:
            return None
        segment, post = found
        return Kept(Hit(segment, Span(0, len(segment.text))), post)

    return keep


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, params)


def _hits(records: Sequence[Record], params: Params) -> Iterator[FeedHit]:
    known = weigh(texts_of(records, _text))
    best: dict[tuple[str, int], tuple[Record, Record, float]] = {}
    for same in part(records, _feeds).values():
        for one, other, near in _pairs(same, params, known):
            key = (other.path, other.number)
            if key not in best or near > best[key][2]:
                best[key] = (one, other, near)
    for one, other, near in best.values():
        args = {"percent": f"{near:.0%}".rstrip("%"), "day": _day(one)}
        yield FeedHit(other, (one,), args=args)


def _text(record: Record) -> Text:
    post: Saying = record.value
    return post.said.text


def _feeds(record: Record) -> Iterator[tuple[Place, str | None]]:
    """Where the post goes out, and in what language."""
    for place in places(record.card):
        yield place, record.value.said.lang


def _pairs(
    records: Sequence[Record], params: Params, known: Weights
) -> Iterator[tuple[Record, Record, float]]:
    texts, times = texts_of(records, _text), times_of(records)
    window = timedelta(days=params["days"]).total_seconds()
    for first, second, near in near_pairs(
        texts, times, window, params["percent"] / 100, known=known
    ):
        one, other = records[first], records[second]
        if _says_again(one, other):
            yield one, other, near


def _day(record: Record) -> str:
    return record.when.date().isoformat() if record.when else ""


def _says_again(one: Record, other: Record) -> bool:
    """Whether the later post brings nothing new and is not meant to come again."""
    if (one.path, one.number) == (other.path, other.number):
        return False
    before, after = one.value.said, other.value.said
    if before.whole == after.whole or _is_meant(one.value, other.value):
        return False
    return not name_others(before, after) and _agree(before.facts, after.facts)


def _is_meant(before: Saying, after: Saying) -> bool:
    if before.campaign and before.campaign == after.campaign:
        return True
    return "reminder" in after.cues or "update" in after.cues or "teaser" in before.cues


def _agree(before: Sequence[Stated], after: Sequence[Stated]) -> bool:
    """Whether neither text states a figure that the other contradicts or replaces."""
    one = {(fact.kind, fact.unit, fact.value) for fact in before}
    other = {(fact.kind, fact.unit, fact.value) for fact in after}
    return one <= other or other <= one


_WHOLE = {"type": "integer", "minimum": 1}
NEAR_DUPLICATE = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "percent": {**_WHOLE, "maximum": 100, "description": "how near is too near"},
            "days": {**_WHOLE, "description": "how far back posts are compared"},
            "stems": {**_WHOLE, "description": "posts with fewer words of substance are free"},
        },
        "required": ["percent", "days", "stems"],
    },
    args=("percent", "day"),
)
