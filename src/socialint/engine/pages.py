"""What a report keeps of a draft to show it as it reads."""

from __future__ import annotations

from collections.abc import Mapping

from socialint.checks.check import Subject
from socialint.checks.platforms import limit, posted
from socialint.draft import Message, Segment
from socialint.engine.place import private_spans
from socialint.fingerprint.measures import measured
from socialint.layers.view import View
from socialint.page import Fold, Page, Passage, Turn, Voice
from socialint.profile import Profile
from socialint.redact import redact
from socialint.turns import OWN


def page_of(subject: Subject, *, sells: bool | None = None) -> Page:
    """The draft of the subject, its personal data masked; `sells`: whether it is an offer."""
    draft = subject.draft
    owner = draft.fields["owner"].value if "owner" in draft.fields else None
    message = draft.in_reply_to
    text, turns = (message.text, message.earlier) if isinstance(message, Message) else ("", ())
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
        fold=_fold(subject) if draft.kind == "post" else None,
        sells=sells,
        voice=_voice(subject) if draft.kind == "post" and draft.publish_at else None,
        turns=tuple(Turn(redact(turn.text), turn.kind == OWN) for turn in turns),
    )


def _fold(subject: Subject) -> Fold | None:
    """The first fold of its channels that the text goes beyond, and is not nearly done at."""
    longest = max(
        (len(one.text.rstrip()) for one in subject.views if one.field == "text"), default=0
    )
    facts = ((channel, limit(subject, channel, "fold")) for channel in subject.channels)
    folds = [(int(fact["max"]), channel) for channel, fact in facts if fact and "max" in fact]
    at, channel = min(folds, default=(longest, ""))
    return Fold(channel, at) if at < longest else None


def _voice(subject: Subject) -> Voice:
    counts = [measured(view, "") for _, view in posted(subject)]
    return Voice(
        sum(one.words for one in counts),
        sum(one.sentences for one in counts),
        sum(one.exclamation for one in counts),
    )


def _brand(profile: Profile) -> str | None:
    said = profile.get("brand")
    name = said.get("name") if isinstance(said, Mapping) else said
    return name if isinstance(name, str) else None


def _passage(segment: Segment, view: View) -> Passage:
    return Passage(segment.field, redact(segment.text, private_spans(view)), segment.map)
