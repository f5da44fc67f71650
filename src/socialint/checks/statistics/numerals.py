"""Numbers in digits and in words, before anything is made of them."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.spots import Spots
from socialint.layers.entities import Entity
from socialint.lazy import regex
from socialint.named import NamedTuple

KINDS = frozenset({"number", "quantity", "money", "percent", "ratio"})
_YEARS = regex(r"(?<!\d)(?:19|20)\d\d\s?[–—-]\s?(?:19|20)\d\d(?!\d)")
_JOIN = regex(r"[\s-]")


class Numeral(NamedTuple):
    """A number: text[start:end]; `entity` is what its digits are, None for one in words."""

    start: int
    end: int
    entity: Entity | None = None

    @property
    def counts(self) -> bool:
        """Whether it may be a part of so many: no price, no percentage, no length."""
        return self.entity is None or self.entity.kind in {"number", "ratio"}


def numerals(spots: Spots) -> list[Numeral]:
    """The numbers of the text in order; days, times, years from and to, and ordinals are none.

    It can't see where "vingt et un" goes on after its "et", nor a number across a line end.
    """
    return sorted([*_digits(spots), *_spelt(spots)], key=lambda numeral: numeral.start)


def _digits(spots: Spots) -> Iterator[Numeral]:
    years = [found.span() for found in _YEARS.finditer(spots.text)]
    for entity in spots.entities:
        if any(start <= entity.start < end for start, end in years):
            continue
        is_span = entity.kind == "time" and spots.next_end("rate", entity.end) is not None
        if is_span or (entity.kind in KINDS and entity.unit != "ordinal"):
            yield Numeral(entity.start, entity.end, entity)


def _spelt(spots: Spots) -> Iterator[Numeral]:
    start = end = -1
    for match in spots.all("cardinal"):
        if end >= 0 and _JOIN.fullmatch(spots.text, end, match.start):
            end = match.end
            continue
        if end >= 0:
            yield Numeral(start, end)
        start, end = match.start, match.end
    if end >= 0:
        yield Numeral(start, end)
