"""What a brand's profile keeps back: terms, code names, partners, quiet periods."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from socialint.checks.check import Subject
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.fold import FOLDED, fold
from socialint.layers.view import View
from socialint.profile import day
from socialint.text import Span

PART = "confidential"


def declared(subject: Subject, when: datetime) -> Iterator[Hit]:
    """A hit for each place where a term, code name or partner of the profile stands.

    Terms and partners are found in any case and without their accents, code names as written.
    """
    part = subject.profile.get(PART, {})
    for segment, view in subject.views.items():
        for name, variant in (("terms", "term"), ("partners", "partner")):
            for term in part.get(name, ()):
                yield from _folded(segment, view, term, variant)
        for codename in part.get("codenames", ()):
            yield from _codename(segment, view, codename, when)


def _folded(segment: Segment, view: View, term: str, variant: str) -> Iterator[Hit]:
    folded = view.layer(FOLDED)
    for found in _whole(fold(term).text, folded.text):
        yield Hit(segment, folded.span(*found), variant)


def _codename(
    segment: Segment, view: View, codename: str | Mapping[str, Any], when: datetime
) -> Iterator[Hit]:
    entry = {"name": codename} if isinstance(codename, str) else codename
    until = day(entry.get("until"))
    if until and when.date() >= until:
        return
    near = entry.get("near", ())
    low = view.layer(FOLDED).text
    if near and not any(_whole_of(fold(word).text, low) for word in near):
        return
    for found in _whole(entry["name"], view.text):
        yield Hit(segment, found, "codename")


def _whole(term: str, text: str) -> Iterator[Span]:
    if term.strip() and term in text:
        for found in re.finditer(rf"(?<!\w){re.escape(term)}(?!\w)", text):
            yield Span(*found.span())


def _whole_of(word: str, text: str) -> bool:
    return next(_whole(word, text), None) is not None


def quiet(subject: Subject, when: datetime) -> str | None:
    """The last day of the quiet period that `when` lies in, as written; None outside of any."""
    for period in subject.profile.get(f"{PART}.quiet_periods", ()):
        start, end = day(period.get("start")), day(period.get("end"))
        if start and end and start <= when.date() <= end:
            return str(period["end"])
    return None
