"""Channels that nobody knows, each told once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.finding import Hit
from socialint.profile import Profile


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    for notice in subject.draft.notices:
        if notice.kind == "unknown-channel":
            return Kept(Hit(None, notice.span), (notice.found, notice.nearest))
    return None


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    """One hit a channel, on the first draft that names it; the others are related."""
    groups: defaultdict[tuple[str, str], list[Record]] = defaultdict(list)
    for record in sorted(records, key=lambda record: (record.path, record.number)):
        groups[record.value].append(record)
    return [
        FeedHit(
            first,
            tuple(others),
            variant="" if near else "alone",
            args={"found": name, "nearest": near},
            about=name,
        )
        for (name, near), (first, *others) in groups.items()
    ]


UNKNOWN_CHANNEL = FeedCheck(collect, judge, partial=True, args=("found", "nearest"))
