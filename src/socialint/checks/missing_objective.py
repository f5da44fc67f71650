"""Posts that say what they are for nowhere, among others that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.platforms import written
from socialint.draft import Draft
from socialint.finding import Hit
from socialint.layers.fold import fold
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

_LINE_END = regex(r"[\r\n]")
# as many drafts without it, and as large a share of them, are a habit
HABIT = 10
MOST = 0.8


class Aim(NamedTuple):
    """What a draft or its account says of its objective; its campaign may say it for all.

    `known` is False for an objective that the profile doesn't have.
    """

    declared: bool
    campaign: str
    said: str
    known: bool


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    """Keeps whether the draft, its account or its campaign names an objective."""
    own = written(subject, "objective")
    said = own if isinstance(own, str) else ""
    declared = bool(own) or inherited(subject, "goal", "objective")
    known = not said or _is_known(said, subject.profile)
    hit = None if declared and known else Hit(None, first_line(subject.draft))
    return Kept(hit, Aim(declared, campaign_of(subject), said, known))


def campaign_of(subject: Subject) -> str:
    """The campaign that the draft names, folded; "" where it names none."""
    name = written(subject, "campaign")
    return fold(name.strip()).text if isinstance(name, str) else ""


def inherited(subject: Subject, of_account: str, of_campaign: str) -> bool:
    """Whether the account or the campaign, as the profile declares them, says it for the draft."""
    accounts: Sequence[Mapping[str, Any]] = subject.profile.get("accounts", ())
    campaigns: Sequence[Mapping[str, Any]] = subject.profile.get("campaigns", ())
    if not accounts and not campaigns:
        return False
    draft, campaign = subject.draft, campaign_of(subject)
    return any(
        bool(account.get(of_account))
        for account in accounts
        if draft.account and draft.account in (account.get("handle"), account.get("id"))
    ) or any(
        bool(each.get(of_campaign))
        for each in campaigns
        if campaign and campaign in (_folded(each.get("id")), _folded(each.get("name")))
    )


def _folded(name: object) -> str:
    return fold(str(name or "").strip()).text


def _is_known(said: str, profile: Profile) -> bool:
    """Whether the profile has the objective; one that lists none takes any."""
    listed = profile.get("objectives", ())
    names = {
        _folded(name)
        for each in listed
        for name in ((each.get("id"), each.get("name")) if isinstance(each, Mapping) else (each,))
    } - {""}
    return not names or _folded(said) in names


def first_line(draft: Draft) -> Span:
    """Where a finding about something missing stands: the line that the draft begins on."""
    start, end = draft.span
    # five rules ask for it of every draft: to number the lines of a file costs more
    found = _LINE_END.search(draft.source.text, start, max(start, end))
    return Span(start, found.start() if found else max(start, end))


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    """Speaks where the profile declares objectives, or a draft of the same folder names one."""
    everywhere = bool(profile.get("objectives"))
    folders = {folder(record) for record in records if record.value.declared}
    if not everywhere and not folders:
        return "no-objectives"
    asked = [record for record in records if everywhere or folder(record) in folders]
    return [*hits(asked), *_strange(records)]


def hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    """One a draft, or one for all where no draft of a file, or hardly one, declares it.

    A draft need not say what another of its campaign says.
    """
    told = {r.value.campaign for r in records if r.value.declared and r.value.campaign}
    for drafts in _together(records):
        bare = [d for d in drafts if not d.value.declared and d.value.campaign not in told]
        if bare and (variant := _variant(bare, drafts)):
            args = {"count": str(len(bare)), "total": str(len(drafts))}
            first = min(bare, key=lambda draft: (draft.path, draft.number))
            yield FeedHit(first, variant=variant, args=args)
        else:
            yield from (FeedHit(draft) for draft in bare)


def _together(records: Sequence[Record]) -> Iterable[Sequence[Record]]:
    """The drafts of each file that holds several, and the others of each folder."""
    files: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        files[record.path].append(record)
    folders: defaultdict[str, list[Record]] = defaultdict(list)
    for drafts in files.values():
        if len(drafts) == 1:
            folders[folder(drafts[0])] += drafts
    return [*(drafts for drafts in files.values() if len(drafts) > 1), *folders.values()]


def _variant(bare: Sequence[Record], drafts: Sequence[Record]) -> str:
    """How to tell of all of them at once: a habit is told once."""
    if len(bare) == len(drafts) > 1 and bare[0].path == bare[-1].path:
        return "file"
    return "most" if len(bare) >= max(HABIT, MOST * len(drafts)) else ""


def _strange(records: Sequence[Record]) -> Iterator[FeedHit]:
    for record in records:
        if not record.value.known:
            yield FeedHit(record, variant="unknown", args={"said": record.value.said, "count": "1"})


def folder(record: Record) -> str:
    """The folder of the record's file: what is customary in one may not be in another."""
    return str(PurePath(record.path).parent)


MISSING_OBJECTIVE = FeedCheck(collect, judge, partial=True, args=("count", "said", "total"))
