"""Paragraphs in a language that the account does not speak, replies not in the customer's."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import account_on
from socialint.checks.voice.kept import kept
from socialint.finding import Hit
from socialint.layers.guess import guess
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

BLOCK = regex(r"\S(?:.*?\S)?(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)
LEAST_LETTERS = 40
CLEAR = 15  # five words that only the one language has
LETTER = regex(r"[^\W\d_]")


def prepare(params: Params, words: Words) -> Detect:
    """A hit on the first paragraph in a language that nobody reads there."""
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """Short paragraphs, names of things and quotations tell no language."""
    heard = _heard(subject)
    for channel in subject.channels or (None,):
        spoken = _spoken(subject, channel)
        for segment, view in subject.views.items():
            if segment.field.partition("[")[0] not in {"text", "thread"}:
                continue
            wanted = frozenset([heard]) if heard and heard in spoken else spoken
            if found := _foreign(view, subject, wanted):
                span, lang = found
                variant = "reply" if lang in spoken else ""
                args = {"lang": lang, "spoken": ", ".join(sorted(spoken))}
                one = channel if len(subject.channels) > 1 else None
                yield Hit(segment, span, variant, args, channel=one)


def _spoken(subject: Subject, channel: str | None) -> Collection[str]:
    """The languages of the account, else of the brand."""
    own = account_on(subject, channel).get("languages") if channel else None
    return frozenset(lang[:2].lower() for lang in own or subject.profile.get("languages", ()))


def _heard(subject: Subject) -> str | None:
    """The language of the message that is answered, where it is plain."""
    if subject.message is None:
        return None
    found = guess(subject.message.text, subject.message.languages)
    return found.lang if found.lead >= CLEAR else None


def _foreign(view: View, subject: Subject, spoken: Collection[str]) -> tuple[Span, str] | None:
    zones, fixed = view.layer(ZONES), kept(view, subject.profile)
    for block in BLOCK.finditer(view.text):
        span = Span(*block.span())
        if len(LETTER.findall(block[0])) < LEAST_LETTERS or zones.touches(*span, "quotation"):
            continue
        if any(span.start <= start < span.end for start, _ in fixed):
            continue
        found = guess(block[0], view.languages)
        if found.lang and found.lead >= CLEAR and found.lang not in spoken:
            return span, found.lang
    return None


LANGUAGE_OFF = Check(prepare, wants=("languages",), args=("lang", "spoken"))
