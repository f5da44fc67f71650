"""A price reduction that gives no price to compare with, or a wrong one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.disclosure.law import applies, law, variant
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.entities import Entity
from socialint.layers.language import main_language
from socialint.text import Span

ASKING = ("fr", "be", "eu")
EXCEPTIONS = ("perishable", "comparison")
REACH = 3  # words between a percentage and the word that makes it a reduction
TWO = 2  # prices: the new one, and the one before


def prepare(params: Params, words: Words) -> Detect:
    """One hit a draft: a reduction without the price before it, or one that isn't the lowest."""

    def detect(subject: Subject) -> Iterator[Hit]:
        field = subject.draft.fields.get("offer")
        offer = field.value if field and isinstance(field.value, Mapping) else {}
        if not applies(subject, *ASKING) or offer.get("basis") in EXCEPTIONS:
            return
        if field and _is_inflated(offer):
            args = {"law": law(subject, "prices", "en")}
            yield Hit(None, field.span, variant(subject, "inflated"), args)
        elif "was" not in offer and "lowest_30d" not in offer:
            yield from _unfounded(subject, words)

    return detect


def _is_inflated(offer: Mapping[str, object]) -> bool:
    was, lowest = offer.get("was"), offer.get("lowest_30d")
    numbers = isinstance(was, (int, float)) and isinstance(lowest, (int, float))
    return bool(numbers and float(str(was)) > float(str(lowest)))


def _unfounded(subject: Subject, words: Words) -> Iterator[Hit]:
    for segment, view in subject.views.items():
        spots = Spots(view, words)
        if not any(entity.kind == "percent" for entity in spots.entities):
            continue
        if any(spots.all(name) for name in ("based", "aside")) or _prices(spots) >= TWO:
            continue
        if spots.all("reductions") and (percent := _reduction(spots)):
            yield _hit(subject, segment, percent, teaser=_has_link(spots, subject))
            return


def _prices(spots: Spots) -> int:
    return sum(entity.kind == "money" for entity in spots.entities)


def _reduction(spots: Spots) -> Span | None:
    for entity in spots.entities:
        if entity.kind != "percent" or spots.is_apart(entity.start, entity.end):
            continue
        if span := _worded(spots, entity):
            return span
    return None


def _worded(spots: Spots, entity: Entity) -> Span | None:
    """The percentage with the word beside it that makes it a reduction."""
    sentence = spots.sentences[spots.sentence(entity.start)]
    near = spots.around(entity.start, entity.end, REACH, REACH, sentence)
    for match in spots.within("reductions", near.start, near.end):
        return Span(min(match.start, entity.start), max(match.end, entity.end))
    return None


def _has_link(spots: Spots, subject: Subject) -> bool:
    linked = "link" in subject.draft.fields or bool(spots.view.links)
    return linked or any(entity.kind == "url" for entity in spots.entities)


def _hit(subject: Subject, segment: Segment, span: Span, *, teaser: bool) -> Hit:
    args = {"law": law(subject, "prices", main_language(subject.views[segment]))}
    return Hit(segment, span, "teaser" if teaser else variant(subject), args)


PRICE_BASIS = Check(prepare, args=("law",))
