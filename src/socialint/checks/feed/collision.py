"""Posts of one account so close to each other that they push each other down."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, time, timedelta

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.places import by_place
from socialint.checks.picked import runs
from socialint.checks.platforms import posted, written
from socialint.checks.states import is_dropped
from socialint.finding import Hit
from socialint.layers.language import main_language
from socialint.profile import Profile

# posts that are meant to follow each other
_IN_A_ROW = frozenset({"live", "direct", "story", "thread", "fil"})
# as many in a row, this close to each other, are the coverage of an event
_LIVE = 5
_LIVE_PACE = timedelta(minutes=25)
SAME = "same"  # the variant of two that go out together


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    """Keeps the language of a post with a time of day; midnight stands for none in calendars."""
    draft = subject.draft
    field = draft.fields.get("publish_at")
    value = field.value if field else draft.publish_at
    if not isinstance(value, datetime) or value.time() == time() or is_dropped(draft):
        return None
    kind = written(subject, "content_type")
    if isinstance(kind, str) and kind.strip().lower() in _IN_A_ROW:
        return None
    if written(subject, "repost_of") or not subject.views:
        return None
    lang = main_language(
        next((view for _, view in posted(subject)), next(iter(subject.views.values())))
    )
    return Kept(Hit(None, field.span if field else draft.span), lang)


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, timedelta(minutes=params["minutes"]))


def _hits(records: Sequence[Record], least: timedelta) -> Iterator[FeedHit]:
    told: set[tuple[str, int]] = set()
    for place, feed in by_place(records).items():
        for run in _runs(feed, least):
            run.sort(key=lambda record: record.turn)
            last = run[-1]
            if len(run) < 2 or _is_live(run) or (last.path, last.number) in told:
                continue
            told.add((last.path, last.number))
            minutes = (last.when - run[-2].when).seconds // 60 if last.when and run[-2].when else 0
            args = {"place": place.name, "minutes": str(minutes)}
            about, variant = f"{run[0].when} {run[0].value}", "" if minutes else SAME
            yield FeedHit(last, tuple(run[:-1]), variant, args=args, about=about)


def _runs(feed: Sequence[Record], least: timedelta) -> Iterator[list[Record]]:
    """Posts that follow each other within less than `least`; versions in two languages may."""
    for lang in dict.fromkeys(record.value for record in feed):
        spoken = (record for record in feed if record.value == lang)
        yield from runs(spoken, lambda one, other: _collide(one, other, least))


def _is_live(run: Sequence[Record]) -> bool:
    first, last = run[0].when, run[-1].when
    if len(run) < _LIVE or first is None or last is None:
        return False
    return (last - first) / (len(run) - 1) < _LIVE_PACE


def _collide(one: Record, other: Record, least: timedelta) -> bool:
    if one.when is None or other.when is None or other.when - one.when >= least:
        return False
    return (one.path, one.number) != (other.path, other.number)


SLOT_COLLISION = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "minutes": {
                "type": "integer",
                "minimum": 1,
                "description": "the least time between two posts of an account",
            }
        },
        "required": ["minutes"],
    },
    args=("place", "minutes"),
)
