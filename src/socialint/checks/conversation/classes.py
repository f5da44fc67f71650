"""Words of a shared class in a text, and the stems of its long words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.layers.beforehand import CANDIDATE_COUNTS
from socialint.layers.fold import WORDS
from socialint.layers.phrases import FOUND, PHRASES, Match, stands
from socialint.layers.view import Layer, View

STEM = 5  # letters: "livré" and "livraison" are of one thing


def of_class(view: View, name: str) -> Sequence[Match]:
    """The matches of the class `name` that weigh anything, in text order, guards applied."""
    found = view.layer(PHRASES).get(f"classes/{name}", ())
    return [match for match in found if match.weight]


def has_class(view: View, name: str) -> bool:
    """Whether `of_class` has any: no guard is asked of those after the first that stands."""
    return any(standing_in(view, f"classes/{name}"))


def standing_in(view: View, key: str) -> Iterator[Match]:
    """The matches of a list that weigh anything, one by one: no guard is asked before its turn."""
    for item in view.layer(FOUND).get(key, ()):
        if item.match.weight and stands(item, view):
            yield item.match


def count_entries(view: View, key: str) -> int:
    """How many entries of a list that weigh anything are in the text; guards and accents apart."""
    count: int = view.layer(CANDIDATE_COUNTS).get(key, 0)
    return count


def stems(view: View) -> frozenset[str]:
    """The first letters of every word longer than a stem."""
    return view.layer(_STEMS)


_STEMS: Layer[frozenset[str]] = Layer(
    "first letters",
    lambda view: frozenset([word[:STEM] for word in view.layer(WORDS).tokens if len(word) > STEM]),
)
