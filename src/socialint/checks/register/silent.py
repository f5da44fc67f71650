"""Accounts that are called active and have not spoken for months."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.declared import bare
from socialint.checks.missing import first_line
from socialint.checks.register.entry import Entry, day_of, entry_of, pace_of
from socialint.finding import Hit
from socialint.named import NamedTuple
from socialint.profile import Profile

# Accounts that speak when they are spoken to, or when something happens.
_WAITS = frozenset({"support", "alerts", "alertes", "sav"})
# times the pause that the account's pace makes usual
_PAUSES = 4


# the account and the channels that a post names
Where = tuple[str | None, tuple[str, ...]]


class Seen(NamedTuple):
    """An active account on the day of the run."""

    account: Entry
    today: date


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    """Keeps active accounts, and of posts with a day nothing but their card."""
    draft = subject.draft
    if draft.kind != "account":
        return Kept(None, None) if draft.publish_at else None
    account = entry_of(draft)
    if not account.active or account.values.get("purpose") in _WAITS:
        return None
    return Kept(Hit(None, first_line(draft)), Seen(account, subject.as_of.date()))


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, params["days"])


def _hits(records: Sequence[Record], days: int) -> Iterator[FeedHit]:
    posted = _posted(records)
    for record in records:
        if record.value is None:
            continue
        account, today = record.value
        last = _last(account, posted)
        pace = pace_of(account.values)
        limit = max(float(days), _PAUSES * 7 / pace[0]) if pace and pace[0] else float(days)
        if last and today - last > timedelta(days=limit):
            args = {"account": account.shown, "days": str((today - last).days)}
            yield FeedHit(record, args=args)


def _posted(records: Sequence[Record]) -> Mapping[Where, date]:
    """The last day of all posts that name an account and channels, by these."""
    last: dict[Where, date] = {}
    for record in records:
        if record.value is None and record.when:
            # records come in time order
            last[record.card.account, record.card.channels] = record.when.date()
    return last


def _last(account: Entry, posted: Mapping[Where, date]) -> date | None:
    """The last day on which it spoke or is to speak."""
    days = [day_of(account.values.get("last_post_at"))]
    days += [day for where, day in posted.items() if _is_on(account, *where)]
    return max((day for day in days if day), default=None)


def _is_on(account: Entry, name: str | None, channels: tuple[str, ...]) -> bool:
    if name:
        return bare(name) in account.names and (
            not channels or not account.channel or account.channel in channels
        )
    return bool(account.channel) and account.channel in channels


ABANDONED_ACCOUNT = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "days": {"type": "integer", "minimum": 1, "description": "a shorter silence is none"}
        },
        "required": ["days"],
    },
    args=("account", "days"),
)
