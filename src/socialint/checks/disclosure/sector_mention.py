"""Advertising of a sector (alcohol, credit, gambling, food) without the line the law asks for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.disclosure.law import applies, declared, variant
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.phrases import Match
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.text import Span

PRICES = ("money", "percent")


def prepare(params: Params, words: Words) -> Detect:
    """One hit a sector: its product named in an offer, and its line nowhere in the draft."""

    def detect(subject: Subject) -> Iterator[Hit]:
        for sector in _sectors(subject):
            lists = (f"{sector['name']}-products", f"{sector['name']}-line")
            if any(words.matches(view, lists[1]) for view in subject.views.values()):
                continue
            if found := _product(subject, words, lists[0]):
                segment, match = found
                args = {"line": str(sector["line"]), "law": str(sector["reference"])}
                span = Span(match.start, match.end)
                yield Hit(segment, span, variant(subject), args)

    return detect


def _sectors(subject: Subject) -> Iterator[Mapping[str, Any]]:
    """The facts on the sectors that the profile names, where their law applies."""
    said = _declared_sectors(subject)
    for fact in subject.facts.get("disclosure", {}).get("sectors", ()) if said else ():
        if said & set(fact["called"]) and applies(subject, fact["jurisdiction"]):
            yield fact


def _declared_sectors(subject: Subject) -> frozenset[str]:
    for part in ("sector", "brand.sector"):
        if value := subject.profile.get(part):
            names: Sequence[object] = value if isinstance(value, list) else [value]
            return frozenset(str(name).lower() for name in names)
    return frozenset()


def _product(subject: Subject, words: Words, products: str) -> tuple[Segment, Match] | None:
    for segment, view in subject.views.items():
        if not declared(subject) and view.declared not in (None, "fr"):
            continue
        if _offers(view, words):
            for match in words.matches(view, products):
                if not view.layer(ZONES).covers(match.start, match.end, "quotation", "hashtag"):
                    return segment, match
    return None


def _offers(view: View, words: Words) -> bool:
    """Whether the text sells: a call to get something, or a price."""
    if words.matches(view, "offers"):
        return True
    return any(entity.kind in PRICES for entity in view.layer(ENTITIES))


SECTOR_MENTION = Check(prepare, args=("line", "law"))
