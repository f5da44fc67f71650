"""Figures that a discount code takes off: a price, no claim about the world."""

from __future__ import annotations

from socialint.checks.promo_code import CODE, NAMED_CODE
from socialint.checks.spots import Spots
from socialint.checks.statistics.quantities import Quantity
from socialint.layers.entities import Entity
from socialint.lazy import regex
from socialint.text import Span

KINDS = frozenset({"percent", "money"})
_DIGITS = regex(r"\d+$")


def is_couponed(spots: Spots, quantity: Quantity, entity: Entity | None) -> bool:
    """Whether a code gives it: one that ends with the figure ("20% with LENA20"), or one typed.

    The first may stand in the sentence before or after, the other in that of the figure, beside
    a word of the list `redeem` and where the figure is of nothing ("80% of teams").  It can't see
    a code in small letters.
    """
    if entity is None or quantity.kind not in KINDS:
        return False
    number = spots.sentence(quantity.start)
    own = spots.sentences[number]
    near = spots.sentences[max(0, number - 1) : number + 2]
    codes = [found[0] for found in CODE.finditer(spots.text, near[0].start, near[-1].end)]
    if any(int(_DIGITS.findall(code)[0]) == entity.value for code in codes):
        return True
    is_bare = spots.next_end("of", quantity.end) is None
    return is_bare and spots.has("redeem", *own) and _holds_code(spots.text, own)


def _holds_code(text: str, sentence: Span) -> bool:
    return any(form.search(text, *sentence) for form in (CODE, NAMED_CODE))
