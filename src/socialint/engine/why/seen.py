"""The words that a rule looked up in a draft, with the lists that hold them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.checks.check import Subject
from socialint.draft import Segment
from socialint.engine.prepare import Prepared
from socialint.layers.candidates import CANDIDATES
from socialint.layers.phrases import FOUND, PHRASES, Found
from socialint.layers.view import View
from socialint.lazy import Made

# the words by their place, each with the lists that have them
Seen = Mapping[tuple[int, int], list[tuple[str, Found]]]


def seen_in(rule: Prepared, subject: Subject) -> dict[Segment, Seen]:
    """What the rule, which has not looked yet, looks up of the texts of a draft."""
    if rule.detect:
        list(rule.detect(subject))
    return {segment: _seen(view) for segment, view in subject.views.items()}


def _seen(view: View) -> Seen:
    found: dict[tuple[int, int], list[tuple[str, Found]]] = {}
    for name in sorted(_asked(view)):
        for item in view.layer(FOUND).get(name, ()):
            place = (item.match.start, item.match.end)
            found.setdefault(place, []).append((name.partition("/")[2], item))
    return dict(sorted(found.items()))


def _asked(view: View) -> Iterator[str]:
    """The lists that somebody asked for in this text."""
    for made in (view.layer(CANDIDATES), view.layer(FOUND), view.layer(PHRASES)):
        if isinstance(made, Made):
            yield from made.made
