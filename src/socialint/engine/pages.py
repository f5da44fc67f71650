"""What a report keeps of a draft to show it as it reads."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.checks.check import Subject
from socialint.draft import Segment
from socialint.layers.personal import PERSONAL
from socialint.layers.secrets import SECRETS
from socialint.layers.view import View
from socialint.page import Page, Passage
from socialint.profile import Profile
from socialint.redact import redact
from socialint.text import Span


def page_of(subject: Subject) -> Page:
    """The draft of the subject, its personal data masked."""
    draft = subject.draft
    owner = draft.fields["owner"].value if "owner" in draft.fields else None
    message = draft.in_reply_to
    text = message if isinstance(message, str) else message.text if message else ""
    return Page(
        path=draft.source.path,
        draft=draft.name,
        kind=draft.kind,
        channels=draft.channels,
        lang=draft.lang,
        brand=draft.brand or _brand(subject.profile),
        account=redact(draft.account) if draft.account else None,
        owner=redact(owner) if isinstance(owner, str) else None,
        when=draft.publish_at,
        message=redact(text),
        passages=tuple(_passage(segment, view) for segment, view in subject.views.items()),
    )


def _brand(profile: Profile) -> str | None:
    said = profile.get("brand")
    name = said.get("name") if isinstance(said, Mapping) else said
    return name if isinstance(name, str) else None


def _passage(segment: Segment, view: View) -> Passage:
    private = [Span(datum.start, datum.end) for datum in view.layer(PERSONAL)]
    private += [Span(secret.start, secret.end) for secret in view.layer(SECRETS)]
    return Passage(segment.field, redact(segment.text, private), segment.map)
