"""Posts that go out on days on which the profile wants silence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.missing import first_line
from socialint.checks.platforms import written
from socialint.checks.register.entry import day_of
from socialint.checks.states import is_dropped
from socialint.finding import Hit
from socialint.layers.fold import fold


def prepare(params: Params, words: Words) -> Detect:
    return _detect


def _detect(subject: Subject) -> Iterator[Hit]:
    when = subject.draft.publish_at
    if when is None or is_dropped(subject.draft):
        return
    said = written(subject, "content_type")
    kind = fold(said.strip()).text if isinstance(said, str) else ""
    for window in subject.profile.get("calendar.blackout", ()):
        if _holds(window, when.date()) and kind not in _allowed(window):
            field = subject.draft.fields.get("publish_at")
            span = field.span if field else first_line(subject.draft)
            args = {"day": when.date().isoformat(), "reason": str(window.get("reason") or "…")}
            yield Hit(None, span, args=args)
            return


def _holds(window: Mapping[str, object], day: date) -> bool:
    start, end = day_of(window.get("start")), day_of(window.get("end") or window.get("start"))
    return bool(start and end and start <= day <= end)


def _allowed(window: Mapping[str, object]) -> frozenset[str]:
    allowed = window.get("allow")
    return (
        frozenset(fold(str(each)).text for each in allowed if each)
        if isinstance(allowed, list)
        else frozenset()
    )


BLACKOUT_WINDOW = Check(prepare, wants=("calendar.blackout",), args=("day", "reason"))
