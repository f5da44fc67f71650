"""More accounts than there are people to keep them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.missing import first_line
from socialint.checks.register.entry import Entry, entry_of, pace_of
from socialint.finding import Hit
from socialint.named import NamedTuple
from socialint.profile import Profile

# one page a shop is no doubling
_LOCAL = frozenset({"local", "shop", "magasin", "agence"})


class Seat(NamedTuple):
    """An active account and the capacity that its register declares."""

    account: Entry
    capacity: Mapping[str, Any]


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    account = entry_of(subject.draft)
    if not account.active or account.values.get("purpose") in _LOCAL:
        return None
    said = account.values.get("capacity") or subject.profile.get("capacity") or {}
    capacity = said if isinstance(said, Mapping) else {}
    return Kept(Hit(None, first_line(subject.draft)), Seat(account, capacity))


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records, params["accounts"])


def _hits(records: Sequence[Record], each: int) -> Iterator[FeedHit]:
    if not records:
        return
    last = records[-1]
    capacity = last.value.capacity
    team, posts = _number(capacity.get("team_size")), _number(capacity.get("posts_per_week"))
    if team and len(records) > team * each:
        args = {"count": str(len(records)), "team": f"{team:g}"}
        yield FeedHit(last, tuple(records[:-1]), args=args)
    promised = sum(pace[0] for r in records if (pace := pace_of(r.value.account.values)))
    if posts and promised > posts:
        args = {"promised": f"{promised:g}", "posts": f"{posts:g}"}
        yield FeedHit(last, variant="pace", args=args)
    yield from _twins(records)


def _twins(records: Sequence[Record]) -> Iterator[FeedHit]:
    """Accounts on one channel, in the same languages, for the same people."""
    alike: defaultdict[tuple[str, frozenset[str], str], list[Record]] = defaultdict(list)
    for record in records:
        account = record.value.account
        if account.channel and account.languages and account.has("audience"):
            audience = str(account.values["audience"]).casefold()
            alike[account.channel, account.languages, audience].append(record)
    for (channel, _, _), same in alike.items():
        if len(same) > 1:
            args = {"count": str(len(same)), "channel": channel}
            yield FeedHit(same[-1], tuple(same[:-1]), "twins", args)


def _number(said: object) -> float | None:
    try:
        return float(str(said))
    except ValueError:
        return None


TOO_MANY_ACCOUNTS = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "accounts": {
                "type": "integer",
                "minimum": 1,
                "description": "accounts a person can keep",
            }
        },
        "required": ["accounts"],
    },
    partial=True,
    args=("count", "team", "promised", "posts", "channel"),
)
