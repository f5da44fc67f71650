"""Claims that the ledger doesn't know, no longer stands by, or tells otherwise."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.ledger.entry import Entry, entries
from socialint.checks.ledger.multiples import said_amounts
from socialint.checks.ledger.verdict import Finding, Said, Terms, verdicts
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.language import main_language
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.near import near
from socialint.text import Span

PART = "claims"
FOREVER = 12 * 1000  # months
NONE = "–"
ANY = 0.0  # likeness: some entry is always the nearest
STOPS = " \n.!?…"
SCHEMA = {
    "required": ["max_age"],
    "properties": {
        "max_age": {"type": "integer", "description": "months after which a source is old"}
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """A hit for each claim id that is unknown or expired, and for each sentence told wrong."""

    def detect(subject: Subject) -> Iterator[Hit]:
        ledger = entries(subject.profile)
        yield from _named(subject, ledger)
        for segment, view in subject.views.items():
            for place, found in judged(view, ledger, Terms(published(subject), params["max_age"])):
                if found.verdict != "supported":
                    yield _hit(segment, view, place, found)

    return detect


def published(subject: Subject) -> date:
    """The day the draft goes out, today if it doesn't say."""
    return (subject.draft.publish_at or subject.as_of).date()


def judged(view: View, ledger: Sequence[Entry], terms: Terms) -> Iterator[tuple[Span, Finding]]:
    """What the ledger says of each sentence of a text, with the sentence."""
    lang = view.declared or main_language(view)
    found = said_amounts(view) if ledger else ()
    for sentence in view.layer(SENTENCES) if ledger else ():
        inside = [
            amount._replace(start=amount.start - sentence.start, end=amount.end - sentence.start)
            for amount in found
            if sentence.start <= amount.start and amount.end <= sentence.end
        ]
        said = Said(view.text[slice(*sentence)], lang, inside)
        for told in verdicts(said, ledger, terms):
            yield sentence, told


def vouched(subject: Subject, view: View) -> Sequence[Span]:
    """The sentences whose claim the profile's ledger has the proof of."""
    if not subject.profile.get(PART):
        return ()
    told = judged(view, entries(subject.profile), Terms(published(subject), FOREVER))
    return [sentence for sentence, found in told if found.verdict == "supported"]


def within(hit: Hit, sentence: Span) -> bool:
    """Whether a hit begins in that sentence."""
    return hit.span is not None and sentence.start <= hit.span.start < sentence.end


def _named(subject: Subject, ledger: Sequence[Entry]) -> Iterator[Hit]:
    """The ids in the draft's own `claims` that the ledger lacks, or that have expired."""
    field = subject.draft.fields.get(PART)
    if field is None or not isinstance(field.value, (str, list, tuple)):
        return
    known = {entry.id: entry for entry in ledger}
    for name in [field.value] if isinstance(field.value, str) else field.value:
        entry = known.get(str(name))
        if entry is None:
            yield Hit(None, field.span, "unknown", _lacking(str(name), known))
        elif entry.expires and entry.expires < published(subject):
            yield Hit(None, field.span, "expired", _args(entry, None))


def _hit(segment: Segment, view: View, sentence: Span, found: Finding) -> Hit:
    lang = view.declared or main_language(view)
    amount = found.amount
    whole = len(view.text[slice(*sentence)].rstrip(STOPS))
    start, end = (0, whole) if amount is None else amount[:2]
    span = Span(sentence.start + start, sentence.start + end)
    return Hit(segment, span, found.verdict, _args(found.entry, lang))


def _args(entry: Entry, lang: str | None) -> dict[str, str]:
    until = entry.expires.isoformat() if entry.expires else NONE
    says = entry.shown(lang)
    return {"id": entry.id, "says": says, "proof": entry.proof, "until": until, "nearest": NONE}


def _lacking(name: str, known: Collection[str]) -> dict[str, str]:
    nearest = near(name, known, ANY) or NONE
    return {"id": name, "says": NONE, "proof": NONE, "until": NONE, "nearest": nearest}


LEDGER = Check(prepare, SCHEMA, wants=(PART,), args=("id", "says", "proof", "until", "nearest"))
