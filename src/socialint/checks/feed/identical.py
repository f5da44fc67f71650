"""The same text on several channels, or twice on one."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import timedelta

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.places import places, share
from socialint.checks.feed.saying import Saying, saying
from socialint.checks.picked import Picked, alike, in_turn, runs
from socialint.checks.platforms import limit
from socialint.finding import Hit
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span


class Copy(NamedTuple):
    """A text as a hash, its campaign, and what does not fit the channel it is on."""

    whole: int
    campaign: str
    misfit: str


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    least: int = params["letters"]

    def keep(subject: Subject) -> Kept | None:
        found = saying(subject, words, ("elsewhere",))
        if found is None or found[1].said.length < least or found[1].again:
            return None
        segment, post = found
        hit = Hit(segment, Span(0, len(segment.text)))
        return Kept(hit, Copy(post.said.whole, post.campaign, _misfit(subject, post)))

    return keep


def _misfit(subject: Subject, post: Saying) -> str:
    """The first channel of the draft that its text can't be meant for."""
    for channel in subject.channels:
        most = (limit(subject, channel, "text") or {}).get("max")
        if most and post.said.length > most:
            return channel
        if "elsewhere" in post.cues and channel not in ("instagram", "tiktok", "threads"):
            return channel
    return ""


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, timedelta(days=params["days"]), timedelta(days=params["again"]))


def _hits(records: Sequence[Record], days: timedelta, again: timedelta) -> Iterator[FeedHit]:
    for same in alike(array("q", (record.value.whole for record in records))):
        for run in _runs(Picked(records.__getitem__, in_turn(records, same)), max(days, again)):
            yield from _told(run, days)


def _runs(same: Sequence[Record], window: timedelta) -> Iterator[list[Record]]:
    """Copies of one text that follow each other within the window; those without a day together."""
    return runs(same, lambda one, other: _near(one, other, window))


def _near(one: Record, other: Record, window: timedelta) -> bool:
    if one.when is None or other.when is None:
        return one.when is other.when
    return abs(other.when - one.when) <= window


def _told(run: Sequence[Record], days: timedelta) -> Iterator[FeedHit]:
    """One hit a run: on several channels, or else again on one."""
    last = run[-1]
    others = [r for r in run[:-1] if (r.path, r.number) != (last.path, last.number)]
    apart = [
        r
        for r in others
        if not share(r.card, last.card) and _near(r, last, days) and not _is_planned(r, last, 3)
    ]
    if apart and (places(last.card) or any(places(r.card) for r in apart)):
        yield _elsewhere(last, apart)._replace(about=_known_by(run))
        return
    same = [r for r in others if share(r.card, last.card) and not _is_planned(r, last, 7)]
    if same:
        args = {"times": str(len(same) + 1)}
        yield FeedHit(last, tuple(same), "again", args, about=_known_by(run))


def _known_by(run: Sequence[Record]) -> str:
    """Copies may differ in names and links; whichever of them comes last, they are known again."""
    return str(min(record.card.mark for record in run))


def _elsewhere(last: Record, apart: Sequence[Record]) -> FeedHit:
    names = [place.channel or place.account for r in (*apart, last) for place in places(r.card)]
    misfit = next((r.value.misfit for r in (last, *apart) if r.value.misfit), "")
    args = {"channels": ", ".join(dict.fromkeys(names)), "channel": misfit}
    return FeedHit(last, tuple(apart), "misfit" if misfit else "", args)


def _is_planned(one: Record, other: Record, days: int) -> bool:
    """Whether a campaign brings the text back, so many days later or more."""
    campaign = one.value.campaign
    if not campaign or campaign != other.value.campaign or not (one.when and other.when):
        return False
    return abs(other.when - one.when) >= timedelta(days=days)


_WHOLE = {"type": "integer", "minimum": 1}
IDENTICAL_COPY = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "letters": {**_WHOLE, "description": "shorter texts are free"},
            "days": {**_WHOLE, "description": "copies on other channels count within so many days"},
            "again": {**_WHOLE, "description": "copies on one channel count within so many days"},
        },
        "required": ["letters", "days", "again"],
    },
    args=("channels", "channel", "times"),
)
