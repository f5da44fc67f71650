"""Posts that say what they are for nowhere, among others that do."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.platforms import written
from socialint.draft import Draft
from socialint.finding import Hit
from socialint.profile import Profile
from socialint.text import Span


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    """Keeps whether the draft, its account or its campaign names an objective."""
    declared = bool(written(subject, "objective")) or _inherited(subject)
    return Kept(None if declared else Hit(None, first_line(subject.draft)), declared)


def _inherited(subject: Subject) -> bool:
    """Whether the account that the draft goes out on has a goal of its own."""
    draft = subject.draft
    return any(
        bool(account.get("goal"))
        for account in subject.profile.get("accounts", ())
        if draft.account and draft.account in (account.get("handle"), account.get("id"))
    )


def first_line(draft: Draft) -> Span:
    """Where a finding about something missing stands: the line that the draft begins on."""
    source = draft.source
    line = source.line(source.position(draft.span.start).line)
    return Span(draft.span.start, max(draft.span.start, min(line.end, draft.span.end)))


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    """Speaks where the profile declares objectives, or a draft of the same folder names one."""
    everywhere = bool(profile.get("objectives"))
    folders = {_folder(record) for record in records if record.value}
    if not everywhere and not folders:
        return "no-objectives"
    asked = [record for record in records if everywhere or _folder(record) in folders]
    return _hits(asked)


def _hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    """One a draft, or one on the first of a file where no draft has an objective."""
    files: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        files[record.path].append(record)
    for drafts in files.values():
        if len(drafts) > 1 and not any(draft.value for draft in drafts):
            first = min(drafts, key=lambda draft: draft.number)
            yield FeedHit(first, variant="file", args={"count": str(len(drafts))})
        else:
            yield from (FeedHit(draft) for draft in drafts if not draft.value)


def _folder(record: Record) -> str:
    return str(PurePath(record.path).parent)


MISSING_OBJECTIVE = FeedCheck(collect, judge, partial=True)
