"""Replies that come later than the profile promises."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta, tzinfo

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.conversation.evasion import told
from socialint.checks.conversation.heard import HEARD, about
from socialint.checks.conversation.hours import Hours, duration, open_time, read_hours
from socialint.draft import Message
from socialint.finding import Hit
from socialint.profile import Profile

PARAMS = {"required": ["far"], "properties": {"far": {"type": "number", "minimum": 1}}}


def prepare(params: Params, words: Words) -> Detect:
    """One hit, on the whole reply: more open time passed than `replies.first_response` allows.

    Silent where nobody says when the message came.  A reply that is not dated counts as sent now.
    Beyond `far` times the promise, and on a danger, the variant is `far`.
    """

    def detect(subject: Subject) -> Iterator[Hit]:
        asked = subject.draft.in_reply_to
        if not isinstance(asked, Message) or asked.received_at is None:
            return
        promise = _promise(subject)
        if promise is None:
            return
        hours = _hours(subject.profile, subject.as_of.tzinfo)
        received = _aware(asked.received_at, hours.zone)
        sent = _aware(subject.draft.publish_at or subject.as_of, hours.zone)
        taken = open_time(received, sent, hours)
        if taken > promise:
            grave = taken > promise * params["far"] or _about(subject) == "safety"
            args = {"taken": _told(taken), "promise": _told(promise)}
            variant = "far" if grave else ""
            for segment, view in subject.views.items():
                yield Hit(segment, told(view), variant, args)
                break

    return detect


def _promise(subject: Subject) -> timedelta | None:
    """What the profile promises for this kind of message."""
    written = subject.profile.get("replies.first_response")
    if isinstance(written, Mapping):
        asked = subject.draft.in_reply_to
        declared = asked.kind if isinstance(asked, Message) else None
        names = [declared, _about(subject), _kind(subject), "default"]
        written = next((written[name] for name in names if name in written), None)
    return duration(str(written)) if written else None


def _kind(subject: Subject) -> str:
    return subject.message.layer(HEARD).kind if subject.message else ""


def _about(subject: Subject) -> str:
    return about(subject.message) if subject.message else ""


def _hours(profile: Profile, fallback: tzinfo | None) -> Hours:
    written = profile.get("replies.hours", {})
    zone = fallback
    if name := written.get("timezone"):
        from zoneinfo import ZoneInfo  # noqa: PLC0415  only where a profile names one

        zone = ZoneInfo(name)
    return read_hours(written, zone)


def _aware(moment: datetime, zone: tzinfo | None) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _told(length: timedelta) -> str:
    minutes = round(length.total_seconds() / 60)
    hours, rest = divmod(minutes, 60)
    return f"{hours} h {rest:02} min" if rest else f"{hours} h"


LATE = Check(prepare, PARAMS, wants=("replies.first_response",), args=("taken", "promise"))
