"""Words of a shared class in a text, and the stems of its long words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from socialint.layers.candidates import CANDIDATES
from socialint.layers.fold import WORDS
from socialint.layers.phrases import PHRASES, Match
from socialint.layers.view import View

STEM = 5  # letters: "livré" and "livraison" are of one thing


def of_class(view: View, name: str) -> Sequence[Match]:
    """The matches of the class `name` that weigh anything, in text order, guards applied."""
    found = view.layer(PHRASES).get(f"classes/{name}", ())
    return [match for match in found if match.weight]


def tally(view: View, key: str) -> int:
    """How many entries of a list that weigh anything are in the text; guards and accents apart."""
    return sum(found.trait.weight > 0 for found in view.layer(CANDIDATES).get(key, ()))


def stems(view: View) -> frozenset[str]:
    """The first letters of every word longer than a stem."""
    words = chain.from_iterable(word.split("-") for word in view.layer(WORDS).tokens)
    return frozenset(word[:STEM] for word in words if len(word) > STEM)
