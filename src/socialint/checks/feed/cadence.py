"""Whether an account keeps the pace that it promises."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.declared import Account, account_of, breaks
from socialint.checks.feed.places import Place, by_place
from socialint.checks.missing import first_line
from socialint.checks.picked import pick, runs
from socialint.checks.states import is_dropped
from socialint.finding import Hit
from socialint.named import NamedTuple
from socialint.profile import Profile

WEEK = timedelta(days=7)
# Less than four weeks show no pace, nor do a dozen posts.
LEAST_SPAN = timedelta(days=28)
LEAST_POSTS = 12
# With no pace declared, a silence is one if it lasts this many times the usual pause, and days.
LONG_PAUSE = 6
SILENCE = timedelta(days=14)
# More than the declared pace by this factor in a single week is a burst.
BURST = 1.5


class Dated(NamedTuple):
    """The posts of a feed that have a day, and the days."""

    days: Sequence[date]
    feed: Sequence[Record]


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    draft = subject.draft
    if draft.publish_at is None or is_dropped(draft):
        return None
    return Kept(Hit(None, first_line(draft)), None)


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, profile)


def _hits(records: Sequence[Record], profile: Profile) -> Iterator[FeedHit]:
    closed = list(breaks(profile))
    for place, feed in by_place(records).items():
        dated = _dated(feed)
        days = dated.days
        if not days or days[-1] - days[0] < LEAST_SPAN:
            continue
        account = account_of(profile, place)
        cadence = account.get("cadence") or {}
        if cadence.get("per_week"):
            yield from _by_week(dated, place, cadence["per_week"], closed)
        elif not cadence and len(days) >= LEAST_POSTS:
            yield from _silences(dated, place, closed)
        yield from _crowded(dated, place, account)


def _dated(feed: Sequence[Record]) -> Dated:
    known: dict[date, date] = {}
    days = [known.setdefault(day, day) for record in feed if (day := _day(record))]
    return Dated(days, pick(feed, lambda record: record.when is not None))


def _day(record: Record) -> date | None:
    return record.when.date() if record.when else None


def _by_week(
    dated: Dated,
    place: Place,
    promised: Sequence[float],
    closed: Sequence[tuple[date, date]],
) -> Iterator[FeedHit]:
    """Weeks in a row with too few posts, or too many; the first and last week may be cut off."""
    least, most = promised[0], promised[-1]
    counts = Counter(map(_monday, dated.days))
    first, last = _monday(dated.days[0]) + WEEK, _monday(dated.days[-1])
    weeks = [first + WEEK * number for number in range((last - first).days // 7)]
    weeks = [week for week in weeks if not _is_closed(week, week + WEEK, closed)]
    pace = {"place": place.name, "pace": f"{least:g}–{most:g}"}
    for run in _runs([week for week in weeks if counts[week] < least]):
        posts = sum(counts[week] for week in run)
        if len(run) > 1 or not posts:
            record = _after_longest_pause(dated, run[0], run[-1] + WEEK)
            args = {"weeks": str(len(run)), "posts": str(posts), "since": run[0].isoformat()}
            yield FeedHit(record, variant="few", args=args | pace)
    for run in _runs([week for week in weeks if counts[week] > most]):
        posts = sum(counts[week] for week in run)
        if len(run) > 1 or posts > most * BURST:
            record = dated.feed[bisect_left(dated.days, run[-1] + WEEK) - 1]
            args = {"weeks": str(len(run)), "posts": str(posts), "since": run[0].isoformat()}
            yield FeedHit(record, variant="many", args=args | pace)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _is_closed(start: date, end: date, closed: Iterable[tuple[date, date]]) -> bool:
    return any(first < end and last >= start for first, last in closed)


def _runs(weeks: Sequence[date]) -> Iterator[list[date]]:
    """Weeks that follow each other."""
    return runs(weeks, lambda week, after: after - week == WEEK)


def _after_longest_pause(dated: Dated, start: date, end: date) -> Record:
    """The post that ends the longest pause which reaches into the weeks from `start` to `end`."""
    _, back = max(
        (later - earlier, -number)
        for number, (earlier, later) in enumerate(pairwise(dated.days), 1)
        if later >= start and earlier < end
    )
    return dated.feed[-back]


def _silences(dated: Dated, place: Place, closed: Sequence[tuple[date, date]]) -> Iterator[FeedHit]:
    """Pauses that are none of the account's habits."""
    from statistics import median  # noqa: PLC0415  3 ms, and most runs see no such habit

    pauses = [(later - earlier).days for earlier, later in pairwise(dated.days)]
    usual = median([pause for pause in pauses if pause] or [0])
    limit = max(SILENCE, timedelta(days=usual * LONG_PAUSE))
    for number, (earlier, later) in enumerate(pairwise(dated.days), 1):
        if later - earlier > limit and not _is_closed(earlier, later, closed):
            args = {"place": place.name, "days": str((later - earlier).days)}
            args |= {"since": earlier.isoformat()}
            yield FeedHit(dated.feed[number], variant="silence", args=args)


def _crowded(dated: Dated, place: Place, account: Account) -> Iterator[FeedHit]:
    """Days with more posts than the account promises at most."""
    most = (account.get("cadence") or {}).get("max_per_day")
    if not most:
        return
    for day, count in Counter(dated.days).items():
        if count > most:
            last = dated.feed[bisect_right(dated.days, day) - 1]
            args = {"place": place.name, "posts": str(count), "since": day.isoformat()}
            yield FeedHit(last, variant="day", args=args | {"pace": f"{most:g}"})


IRREGULAR_CADENCE = FeedCheck(
    collect, judge, args=("place", "pace", "weeks", "posts", "since", "days")
)
