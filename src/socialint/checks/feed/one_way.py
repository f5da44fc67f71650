"""Accounts that ask nothing, name nobody and answer nobody for weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta
from itertools import groupby

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.declared import account_of
from socialint.checks.feed.places import by_place
from socialint.checks.missing import first_line
from socialint.checks.platforms import posted, written
from socialint.finding import Hit
from socialint.layers.entities import ENTITIES
from socialint.profile import Profile

# accounts that only tell the traffic or the weather
_TELLS_ONLY = "alerts"


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return lambda subject: _collect(subject, words)


def _collect(subject: Subject, words: Words) -> Kept | None:
    draft = subject.draft
    if draft.publish_at is None and draft.kind == "post":
        return None
    talks = draft.kind == "reply" or _talks(subject, words)
    return Kept(None if draft.kind == "reply" else Hit(None, first_line(draft)), talks)


def _talks(subject: Subject, words: Words) -> bool:
    """Whether the post asks, thanks or names anybody."""
    if written(subject, "mentions") or written(subject, "poll") or written(subject, "repost_of"):
        return True
    return any(
        "?" in view.text
        or any(entity.kind == "mention" for entity in view.layer(ENTITIES))
        or bool(words.matches(view, "thanks"))
        for _, view in posted(subject)
    )


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, params, profile)


def _hits(records: Sequence[Record], params: Params, profile: Profile) -> Iterator[FeedHit]:
    days, least = timedelta(days=params["days"]), params["posts"]
    for place, feed in by_place(records).items():
        if account_of(profile, place).get("purpose") == _TELLS_ONLY:
            continue
        for first, last, count in _monologues(feed):
            start, end = first.when, last.when
            if count >= least and start and end and end - start >= days:
                args = {
                    "place": place.name,
                    "days": str((end - start).days),
                    "posts": str(count),
                }
                yield FeedHit(last, args=args)


def _monologues(feed: Sequence[Record]) -> Iterator[tuple[Record, Record, int]]:
    """Stretches without a post that talks to anybody: the first, the last, how many."""
    for talks, group in groupby(feed, key=lambda record: bool(record.value)):
        if not talks:
            first = last = next(group)
            count = 1
            for count, last in enumerate(group, 2):  # noqa: B007  the last is wanted
                pass
            yield first, last, count


_WHOLE = {"type": "integer", "minimum": 1}
ONE_WAY_FEED = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "days": {**_WHOLE, "description": "a shorter time shows no habit"},
            "posts": {**_WHOLE, "description": "fewer posts show no habit"},
        },
        "required": ["days", "posts"],
    },
    args=("place", "days", "posts"),
)
