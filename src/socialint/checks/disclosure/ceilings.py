"""What the signs of a deal can weigh at the most, told before any match is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.checks.disclosure.pairs import MOCKED, SAID, THANKED_BY, Kind, alone, due, holds, key
from socialint.layers.beforehand import RAW, TOPS
from socialint.layers.candidates import LISTS
from socialint.layers.view import View


def ceiling(view: View) -> int:
    """What the signs in a text don't outweigh together; 0 where there is none."""
    begun = list(_begun(view))
    if not begun or not may_label(view):
        return outright((kind, weight) for _, kind, weight in begun)
    places = view.layer(RAW)
    return sum(weight * len(places[key(name)]) for name, _, weight in begun)


def outright(told: Iterable[tuple[Kind, int]]) -> int:
    """The most that signs of these kinds and weights come to where nothing may be a label.

    Each kind counts once.  Beside a vague label less than a rule's own threshold counts.
    """
    best: dict[str, int] = {}
    for kind, weight in told:
        best[kind] = max(best.get(kind, 0), weight)
    return sum(best.values()) + ("tie" in best)  # a tie told in passing


def may_label(view: View) -> bool:
    """Whether words or a hashtag may say that it is advertising."""
    return "#" in view.text or holds(view, "ad-label")


def _begun(view: View) -> Iterator[tuple[str, Kind, int]]:
    """The class that each sign begins with, its kind, and what none of them outweighs."""
    present, tops = view.layer(LISTS), view.layer(TOPS)
    for name, kind in alone(present):
        yield name, kind, tops[key(name)]
    for kind, first, then, _, least, _ in due(present):
        yield first, kind, least or min(tops[key(first)], tops[key(then)])
    for names in (MOCKED, THANKED_BY):
        if holds(view, *names):
            yield names[0], "pay", SAID
