"""What drafts lack that others say, and their account or campaign may say for them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from socialint.checks.check import FeedHit, Record, Subject
from socialint.checks.picked import part, pick
from socialint.checks.platforms import written
from socialint.draft import Draft
from socialint.layers.fold import fold
from socialint.lazy import regex
from socialint.text import Span

# as many drafts without it, and as large a share of them, are a habit
HABIT = 10
MOST = 0.8
_LINE_END = regex(r"[\r\n]")


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
        bool(account.get(of_account)) for account in accounts if _goes_out_on(draft, account)
    ) or any(
        bool(each.get(of_campaign))
        for each in campaigns
        if campaign and campaign in (folded(each.get("id")), folded(each.get("name")))
    )


def _goes_out_on(draft: Draft, account: Mapping[str, Any]) -> bool:
    """Whether it is the draft's account: one name may stand for accounts on several channels."""
    channel = account.get("channel")
    return (
        bool(draft.account)
        and draft.account in (account.get("handle"), account.get("id"))
        and (not channel or not draft.channels or channel in draft.channels)
    )


def folded(name: object) -> str:
    """The name as it is compared with others."""
    return fold(str(name or "").strip()).text


def first_line(draft: Draft) -> Span:
    """Where a finding about something missing stands: the line that the draft begins on."""
    start, end = draft.span
    # five rules ask for it of every draft: to number the lines of a file costs more
    found = _LINE_END.search(draft.source.text, start, max(start, end))
    return Span(start, found.start() if found else max(start, end))


def without(records: Sequence[Record], *, everywhere: bool) -> list[FeedHit] | None:
    """The drafts that don't declare it, in the folders of those that do, or `everywhere`.

    The value of a record says whether it is `declared`, and the `campaign` of the draft.  None
    where nobody declares it.
    """
    folders = {_folder(record) for record in records if record.value.declared}
    if not everywhere and not folders:
        return None
    asked = pick(records, lambda record: everywhere or _folder(record) in folders)
    return list(_hits(asked))


def _hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    """One a draft, or one for all where no draft of a file, or hardly one, declares it.

    A draft need not say what another of its campaign says.
    """
    told = {r.value.campaign for r in records if r.value.declared and r.value.campaign}
    for drafts in _together(records):
        bare = pick(drafts, lambda d: not d.value.declared and d.value.campaign not in told)
        if bare and (variant := _variant(bare, drafts)):
            args = {"count": str(len(bare)), "total": str(len(drafts))}
            first = min(bare, key=lambda draft: (draft.path, draft.number))
            yield FeedHit(first, variant=variant, args=args, about=variant)
        else:
            yield from (FeedHit(draft) for draft in bare)


def _together(records: Sequence[Record]) -> Iterable[Sequence[Record]]:
    """The drafts of each file that holds several, and the others of each folder."""
    files = Counter(record.path for record in records)
    many = part(records, lambda record: [record.path] if files[record.path] > 1 else ())
    lone = part(records, lambda record: () if files[record.path] > 1 else [_folder(record)])
    return [*many.values(), *lone.values()]


def _variant(bare: Sequence[Record], drafts: Sequence[Record]) -> str:
    """How to tell of all of them at once: a habit is told once."""
    if len(bare) == len(drafts) > 1 and bare[0].path == bare[-1].path:
        return "file"
    return "most" if len(bare) >= max(HABIT, MOST * len(drafts)) else ""


def _folder(record: Record) -> str:
    """The folder of the record's file: what is customary in one may not be in another."""
    return str(PurePath(record.path).parent)
