"""A deal that no label tells: in the fields, in a partner's name, or in the words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Words
from socialint.checks.disclosure.affiliation import is_hidden
from socialint.checks.disclosure.hints import COOL, Hinted, hinted, may_hint
from socialint.checks.disclosure.labels import is_plain
from socialint.checks.disclosure.law import law, variant
from socialint.checks.disclosure.leaning import PART as LEANING
from socialint.checks.disclosure.leaning import SCHEMA as LEANS
from socialint.checks.disclosure.leaning import Leaning
from socialint.checks.disclosure.leaning import uses as leaning_uses
from socialint.checks.disclosure.reading import (
    LEAST,
    OUTRIGHT,
    is_exempt,
    is_tagged,
    is_told,
    labels,
    named,
    score,
)
from socialint.checks.disclosure.relations import PART, Relations, uses
from socialint.checks.disclosure.signs import SIGNS, Signs
from socialint.checks.moves.params import PARAMS as MOVES
from socialint.checks.platforms import written
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Change, Clue, Hit
from socialint.layers.language import main_language
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.text import Span, touch

LIKELY = "likely"  # the variant where only the manner tells


def prepare(params: Params, words: Words) -> Detect:
    """A hit where a deal shows, in the fields or in the words, and no label does."""
    least: int = params["least"]
    openings: Mapping[str, str] = params["openings"]
    relations, leaning = Relations(params, words), Leaning(params, words)

    def hints(subject: Subject, segment: Segment) -> Iterator[Hit]:
        spots = Spots(subject.views[segment], words)
        told = relations.told(spots.view)
        found = hinted(spots, told, params["hinted"]) if may_hint(spots, told) else None
        found = found or _alike(subject, spots, leaning)
        if not found or _is_labelled(subject) or is_plain(spots.view, (), OUTRIGHT):
            return
        clues = tuple(Clue(segment, Span(m.start, m.end), note) for note, m in found.others)
        hit = _hit(subject, segment, found.span, openings, clues)
        yield hit._replace(variant=LIKELY) if found.is_likely else hit

    def detect(subject: Subject) -> Iterator[Hit]:
        if is_exempt(subject):
            return
        for segment, view in subject.views.items():
            signs = view.layer(SIGNS)
            if signs.deals and score(signs) >= least and not is_tagged(subject):
                if not is_told(subject, view, signs):
                    yield _missing(subject, segment, signs, openings)
                return
            if not (signs.ties and is_hidden(view, signs, least)):  # then another rule speaks
                yield from hints(subject, segment)
        yield from _declared_deal(subject, openings)

    return detect


def _alike(subject: Subject, spots: Spots, leaning: Leaning) -> Hinted | None:
    """Where a post recommends as an advertisement does, if no word says what ties its writer."""
    if subject.draft.kind == "reply":
        return None
    span = leaning.span(spots)
    return Hinted(span, (), is_likely=True) if span and not spots.all(COOL) else None


def _missing(subject: Subject, segment: Segment, signs: Signs, openings: Mapping[str, str]) -> Hit:
    chief = max(signs.deals, key=lambda sign: (sign.weight, -sign.start))
    others = [sign for sign in (*signs.deals, *signs.ties) if not touch(sign, chief)]
    clues = tuple(Clue(segment, Span(s.start, s.end), s.kind) for s in others)
    return _hit(subject, segment, Span(chief.start, chief.end), openings, clues)


def _hit(
    subject: Subject,
    segment: Segment,
    span: Span,
    openings: Mapping[str, str],
    clues: tuple[Clue, ...] = (),
) -> Hit:
    view = subject.views[segment]
    lang = view.declared or view.fallback or "en"
    first = next(iter(subject.views))
    changes = (Change(first, Span(0, 0), openings[lang]),) if lang in openings else ()
    args = {"law": law(subject, "advertising", main_language(view) or lang)}
    return Hit(segment, span, variant(subject), args, clues, changes)


def _is_labelled(subject: Subject) -> bool:
    """Whether a field, or a label that is no vague one, says that it is an advertisement."""
    return is_tagged(subject) or any(label.state != "vague" for _, label in labels(subject))


def _declared_deal(subject: Subject, openings: Mapping[str, str]) -> Iterator[Hit]:
    """A hit where a field or a paying partner's name tells of a deal, and no word does."""
    partners = subject.profile.get("disclosure.partners", ())
    sponsored = written(subject, "sponsored")
    if not sponsored and not partners:
        return
    if _is_labelled(subject):
        return
    for segment, view in subject.views.items():
        span = named(view.text, partners) or (_opening(view) if sponsored else None)
        if span:
            yield _hit(subject, segment, span, openings)
            return


def _opening(view: View) -> Span | None:
    found: tuple[Span, ...] = view.layer(SENTENCES)
    return next(iter(found), None)


_OPENINGS = {
    "type": "object",
    "additionalProperties": {"type": "string"},
    "description": "the label to begin with, by language",
}


def _sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What speaks for a deal in each text."""
    for view in subject.views.values():
        signs = view.layer(SIGNS)
        parts = [(sign.kind, float(sign.weight)) for sign in signs.deals]
        yield Sum(score(signs) if parts else 0, params["least"], parts)


def _uses(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from uses(params)
    yield from leaning_uses(params)


MISSING = Check(
    prepare,
    {
        "properties": {
            "least": LEAST,
            "hinted": LEAST,
            "openings": _OPENINGS,
            PART: MOVES["properties"]["moves"],
            LEANING: LEANS,
        },
        "required": ["least", "hinted", "openings", PART, LEANING],
    },
    args=("law",),
    uses=_uses,
    sums=_sums,
)
