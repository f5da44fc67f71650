"""Posts that say what they are for nowhere, among others that do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.draft import Draft
from socialint.finding import Hit
from socialint.profile import Profile
from socialint.text import Span


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return _collect


def _collect(subject: Subject) -> Kept | None:
    """Keeps whether the draft, its account or its campaign names an objective."""
    declared = "objective" in subject.draft.fields or _inherited(subject)
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
    return [
        FeedHit(record)
        for record in records
        if not record.value and (everywhere or _folder(record) in folders)
    ]


def _folder(record: Record) -> str:
    return str(PurePath(record.path).parent)


MISSING_OBJECTIVE = FeedCheck(collect, judge, partial=True)
