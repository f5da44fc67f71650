"""A figure about the world or about results that nothing in the draft lets one check."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Words
from socialint.checks.ledger.check import vouched, within
from socialint.checks.sources import field_sources, sourced
from socialint.checks.spots import Spots
from socialint.checks.statistics.claims import SCHEMA, weigh
from socialint.checks.statistics.hopes import Hoped, hopes_of
from socialint.checks.statistics.quantities import Quantity, complement, quantities
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.named import NamedTuple
from socialint.text import Span


class _Claim(NamedTuple):
    quantity: Quantity
    weight: int


def prepare(params: Params, words: Words) -> Detect:
    """One hit a sentence, on the weightiest figure that claims something; others are its clues.

    A figure that weighs less than `claim` but no less than `thin` is a hit of variant thin.
    """
    hopes = hopes_of(params, words)

    def detect(subject: Subject) -> Iterator[Hit]:
        if field_sources(subject.draft):
            return
        for segment, view in subject.views.items():
            spots = Spots(view, words)
            hoped = Hoped(spots, hopes)
            if hoped.may_claim() and (hits := [*_hits(segment, spots, params, hoped)]):
                known = vouched(subject, view)
                yield from (hit for hit in hits if not any(within(hit, place) for place in known))

    return detect


def _hits(segment: Segment, spots: Spots, params: Params, hoped: Hoped) -> Iterator[Hit]:
    by_sentence: dict[int, list[_Claim]] = {}
    for claim in _claims(spots, params, hoped):
        by_sentence.setdefault(spots.sentence(claim.quantity.start), []).append(claim)
    for claims in by_sentence.values():
        first = max(claims, key=lambda claim: claim.weight)
        if sourced(spots, first.quantity.start):
            continue
        others = [claim.quantity for claim in claims if claim is not first]
        yield Hit(
            segment,
            complement(spots, first.quantity),
            "" if first.weight >= params["claim"] else "thin",
            clues=tuple(Clue(segment, Span(other.start, other.end)) for other in others),
        )


def _claims(spots: Spots, params: Params, hoped: Hoped) -> Iterator[_Claim]:
    entities = {entity.start: entity for entity in spots.entities}
    for quantity in quantities(spots):
        if not hoped.is_enough(quantity.kind, spots.sentence(quantity.start)):
            continue
        weight = weigh(spots, quantity, entities.get(quantity.start), params)
        if weight >= params["thin"]:
            yield _Claim(quantity, weight)


def _sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What each figure weighs as a claim, against the least that is told."""
    for segment, view in subject.views.items():
        spots = Spots(view, words)
        entities = {entity.start: entity for entity in spots.entities}
        for figure in quantities(spots):
            span = Span(figure.start, figure.end)
            weight = weigh(spots, figure, entities.get(figure.start), params)
            yield Sum(weight, params["thin"], [(view.text[slice(*span)], weight)], segment, span)


UNSOURCED_STATISTIC = Check(prepare, SCHEMA, args=(), sums=_sums)
