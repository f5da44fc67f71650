"""Paragraphs in a language that the account does not speak, replies not in the customer's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import islice

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import account_on
from socialint.checks.voice.kept import kept
from socialint.finding import Hit
from socialint.layers.guess import guess
from socialint.layers.strangers import may_hold
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

BLANK_LINE = regex(r"\n\s*\n\s*")
LEAST_LETTERS = 40
CLEAR = 15  # five words that only the one language has
LETTER = regex(r"[^\W\d_]")


def prepare(params: Params, words: Words) -> Detect:
    """A hit on the first paragraph in a language that nobody reads there."""
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """Short paragraphs, names of things and quotations tell no language."""
    heard = _heard(subject.message) if subject.message else None
    where = ("spoken", subject.channels, subject.draft.account)
    for channel, spoken in subject.profile.once(where, partial(_everywhere, subject)):
        wanted = frozenset([heard]) if heard and heard in spoken else spoken
        for segment, view in subject.views.items():
            if segment.field.partition("[")[0] not in {"text", "thread"}:
                continue
            if found := _foreign(view, subject, wanted):
                span, lang = found
                variant = "reply" if lang in spoken else ""
                args = {"lang": lang, "spoken": ", ".join(sorted(spoken))}
                one = channel if len(subject.channels) > 1 else None
                yield Hit(segment, span, variant, args, channel=one)


def _everywhere(subject: Subject) -> Sequence[tuple[str | None, frozenset[str]]]:
    """The channels of a draft (None: it names none), with the languages spoken there."""
    return [(channel, _spoken(subject, channel)) for channel in subject.channels or (None,)]


def _spoken(subject: Subject, channel: str | None) -> frozenset[str]:
    """The languages of the account, else of the brand."""
    own = account_on(subject, channel).get("languages") if channel else None
    return frozenset(lang[:2].lower() for lang in own or subject.profile.get("languages", ()))


def _heard(message: View) -> str | None:
    """The language of the message that is answered, where it is plain."""
    found = guess(message.text, message.languages)
    return found.lang if found.lead >= CLEAR else None


def _foreign(view: View, subject: Subject, spoken: frozenset[str]) -> tuple[Span, str] | None:
    if not may_hold(view, spoken):
        return None
    zones, fixed = view.layer(ZONES), kept(view, subject.profile)
    for span in _paragraphs(view.text):
        said = view.text[span.start : span.end]
        if not _has_letters(said) or zones.touches(*span, "quotation"):
            continue
        if any(span.start <= start < span.end for start, _ in fixed):
            continue
        found = guess(said, view.languages)
        if found.lang and found.lead >= CLEAR and found.lang not in spoken:
            return span, found.lang
    return None


def _has_letters(said: str) -> bool:
    return any(islice(LETTER.finditer(said), LEAST_LETTERS - 1, None))


def _paragraphs(text: str) -> Iterator[Span]:
    """What stands between blank lines, from its first sign to its last."""
    start = len(text) - len(text.lstrip())
    while start < len(text):
        gap = BLANK_LINE.search(text, start)
        end = gap.start() if gap else len(text)
        yield Span(start, start + len(text[start:end].rstrip()))
        start = gap.end() if gap else end


LANGUAGE_OFF = Check(prepare, wants=("languages",), args=("lang", "spoken"))
