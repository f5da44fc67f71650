"""The state of a presence: what each account posts, against what is promised of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from statistics import median

from socialint.checks.feed.declared import bare
from socialint.checks.feed.places import Place
from socialint.checks.register.entry import Entry, entry, entry_of, pace_of
from socialint.checks.states import is_dropped
from socialint.discover import discover
from socialint.draft import Draft
from socialint.engine.posted import delay, facts_of
from socialint.engine.run import Run
from socialint.engine.subject import card_of, subject_of
from socialint.errors import Problem
from socialint.named import NamedTuple
from socialint.profile import Profile

DAYS_OF_A_WEEK = 7


class Share(NamedTuple):
    """So many of so many; of none there is no share."""

    part: int
    whole: int

    @property
    def percent(self) -> int | None:
        """The share in per cent."""
        return round(100 * self.part / self.whole) if self.whole else None


class Row(NamedTuple):
    """One account: how much it posts, since when, how fast it answers, and what its posts have.

    `per_week` is the mean from the first to the last dated post, `promised` the least and the most
    that its register or profile says; `delay` the median time to an answer in minutes; `tracked`
    counts the posts with links of the brand's own, `described` those with pictures.
    """

    channel: str
    account: str
    status: str
    posts: int
    replies: int
    first: date | None
    last: date | None
    per_week: float | None
    promised: tuple[float, float] | None
    delay: int | None
    selling: Share
    aimed: Share
    sourced: Share
    described: Share
    tracked: Share


@dataclass
class _Count:
    """What is counted of one account."""

    replies: int = 0
    days: list[date] = field(default_factory=list)
    delays: list[float] = field(default_factory=list)
    facts: dict[str, list[bool]] = field(default_factory=lambda: defaultdict(list))


def presence(run: Run, paths: Iterable[str]) -> tuple[list[Row], list[Problem]]:
    """A row for each account that posts or is registered, and what could not be read."""
    counts: defaultdict[Place, _Count] = defaultdict(_Count)
    entries: dict[Place, Entry] = {}
    profiles: dict[int, Profile] = {id(p): p for p in run.profiles.values()}
    for draft, profile in _drafts(run, paths):
        if draft.kind == "account":
            account = entry_of(draft)
            entries[Place(account.channel, bare(draft.account or ""))] = account
        elif not is_dropped(draft):
            profiles[id(profile)] = profile
            _count(run, draft, profile, counts)
    for profile in profiles.values():
        for each in profile.get("accounts", ()):
            account = entry(each, str(each.get("channel", "")), str(each.get("handle") or ""))
            entries.setdefault(Place(account.channel, bare(str(each.get("handle") or ""))), account)
    every = sorted({*counts, *entries})
    rows = [_row(place, counts.get(place, _Count()), _entry(place, entries)) for place in every]
    taken = {id(row_entry) for place in counts if (row_entry := _entry(place, entries))}
    alone = [
        row
        for place, row in zip(every, rows, strict=True)
        if place in counts or id(_entry(place, entries)) not in taken
    ]
    return alone, run.tally.problems


def _drafts(run: Run, paths: Iterable[str]) -> Iterator[tuple[Draft, Profile]]:
    settings = run.settings
    for found in discover(paths, run.formats, settings.exclude, settings.root):
        if isinstance(found, Problem):
            run.tally.problems.append(found)
            continue
        if found.explicit:
            run.tally.explicit.add(found.path.as_posix())
        if Path(found.path).suffix.lower() in run.formats:
            yield from run.again(found.path.as_posix())


def _count(run: Run, draft: Draft, profile: Profile, counts: dict[Place, _Count]) -> None:
    subject = subject_of(draft, profile, run.terms)
    card = card_of(draft, run.terms.as_of)
    account = bare(draft.account or "")
    places = [Place(channel, account) for channel in draft.channels] or [Place("", account)]
    facts = {} if draft.kind == "reply" else dict(facts_of(run, subject))
    for place in places:
        count = counts[place]
        if card.when:
            count.days.append(card.when.date())
        if draft.kind == "reply":
            count.replies += 1
            count.delays.extend(delay(draft))
        for name, value in facts.items():
            count.facts[name].append(value)


def _entry(place: Place, entries: Mapping[Place, Entry]) -> Entry | None:
    """The registered account, also for posts that name but its channel."""
    if place in entries:
        return entries[place]
    found = [
        each
        for each in entries.values()
        if (each.channel == place.channel or not place.channel)
        and (not place.account or place.account in each.names)
    ]
    return found[0] if len(found) == 1 else None


def _row(place: Place, count: _Count, known: Entry | None) -> Row:
    facts = {name: Share(sum(values), len(values)) for name, values in count.facts.items()}
    none = Share(0, 0)
    days = sorted(count.days)
    weeks = ((days[-1] - days[0]).days + 1) / DAYS_OF_A_WEEK if days else 0
    return Row(
        channel=place.channel,
        account=place.account or (min(known.names, default="") if known else ""),
        status=known.status if known else "",
        posts=facts.get("posts", none).whole,
        replies=count.replies,
        first=days[0] if days else None,
        last=days[-1] if days else None,
        per_week=round(len(days) / weeks, 1) if weeks >= 1 else None,
        promised=pace_of(known.values) if known else None,
        delay=round(median(count.delays)) if count.delays else None,
        selling=facts.get("selling", none),
        aimed=facts.get("aimed", none),
        sourced=facts.get("sourced", none),
        described=facts.get("described", none),
        tracked=facts.get("tracked", none),
    )
