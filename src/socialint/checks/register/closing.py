"""Accounts that close and tell nobody where to go on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.feed.declared import bare
from socialint.checks.missing import first_line
from socialint.checks.register.entry import CLOSED, CLOSING, entry_of
from socialint.finding import Hit
from socialint.layers.fold import fold
from socialint.profile import Profile

# reasons that leave nobody to send on
_EXEMPT = ("compromis", "pirat", "hack", "dissol", "dissous", "secur")


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return lambda subject: Kept(Hit(None, first_line(subject.draft)), entry_of(subject.draft))


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records)


def _hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    ended = {name for r in records if r.value.status == CLOSED for name in r.value.names}
    going = {
        name for r in records if r.value.status not in (CLOSED, CLOSING) for name in r.value.names
    }
    for record in records:
        account = record.value
        reason = fold(str(account.values.get("closed_reason") or "")).text
        if account.status not in (CLOSED, CLOSING) or reason.startswith(_EXEMPT):
            continue
        args = {"account": account.shown, "target": ""}
        target = bare(str(account.values.get("redirect_to") or ""))
        if not target and not account.has("pinned_message"):
            yield FeedHit(record, args=args)
        elif target in ended - going:
            yield FeedHit(record, variant="dead", args={**args, "target": target})


CLOSED_WITHOUT_REDIRECT = FeedCheck(collect, judge, partial=True, args=("account", "target"))
