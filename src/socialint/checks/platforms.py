"""What a channel allows: the platform's facts, and what the profile says of an account on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from socialint.checks.check import Subject
from socialint.draft import Segment
from socialint.layers.view import View

Fact = Mapping[str, Any]
# a title or an alternative text has limits and customs of its own
_POSTED = ("text", "thread")


def account_on(subject: Subject, channel: str) -> Mapping[str, Any]:
    """The draft's account on `channel` as the profile declares it; empty where it doesn't."""
    accounts: list[Mapping[str, Any]] = subject.profile.get("accounts", [])
    said = subject.draft.account
    for account in accounts:
        named = said in (None, account.get("handle"), account.get("id"))
        if account.get("channel") == channel and named:
            return account
    return {}


def own_limit(subject: Subject, channel: str, name: str) -> int | None:
    """The account's own limit, such as `text` or `hashtags`; None where it declares none."""
    most = account_on(subject, channel).get("limits", {}).get(name)
    return None if most is None else int(most)


def facts_of(subject: Subject, channel: str) -> Mapping[str, Any]:
    """All that is known of the platform; empty for a channel that is none."""
    platforms: Mapping[str, Mapping[str, Any]] = subject.facts.get("platforms", {})
    return platforms.get(channel, {})


def limit(subject: Subject, channel: str, name: str) -> Fact | None:
    """The platform's fact `name`, with the account's own figure as its `max` where it has one."""
    fact: Fact | None = facts_of(subject, channel).get(name)
    own = own_limit(subject, channel, name)
    return {**(fact or {}), "max": own} if own is not None else fact


def posted(subject: Subject) -> Iterator[tuple[Segment, View]]:
    """The text and the posts of the thread, with their views."""
    for segment, view in subject.views.items():
        if segment.field.partition("[")[0] in _POSTED:
            yield segment, view


def written(subject: Subject, name: str) -> Any:
    """The value of the draft's field `name`, None where it has none."""
    field = subject.draft.fields.get(name)
    return field.value if field else None
