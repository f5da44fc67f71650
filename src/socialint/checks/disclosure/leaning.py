"""An advertisement told by its manner: light words, each of which says little, added up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from socialint.checks.check import Params, Words
from socialint.checks.disclosure.hints import BRAND
from socialint.checks.spots import Spots
from socialint.layers.candidates import LISTS
from socialint.layers.entities import ENTITIES
from socialint.layers.signs import has_sign
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.text import Span

PART = "leaning"
MARKS = ("digit", "question", "emoji")
TRAITS = (*MARKS, "link", "quotation")
SHORT = 100  # code points of a sentence that is quoted whole
_NAMES = {"type": "array", "items": {"type": "string"}}
SCHEMA: Mapping[str, Any] = {
    "type": "object",
    "description": "lists whose words add up to the manner of one who recommends",
    "additionalProperties": False,
    "properties": {
        "least": {"type": "number", "description": "the sum that speaks"},
        "longest": {"type": "integer", "description": "code points: longer texts are no such post"},
        "weights": {"type": "object", "additionalProperties": {"type": "number"}},
        "traits": {
            "type": "object",
            "propertyNames": {"enum": list(TRAITS)},
            "additionalProperties": {"type": "number"},
        },
        "needs": {"type": "array", "items": _NAMES, "description": "of each of these, one"},
        "without": {**_NAMES, "description": "none of these"},
        "about": {**_NAMES, "description": "what is praised, where no name stands in the text"},
        "shown": {**_NAMES, "description": "the first of these found is quoted"},
    },
    "required": ["least", "longest", "weights", "traits", "needs", "without", "about", "shown"],
}


class Leaning:
    """The lists of a rule that add up, each counted once, by what a fit on drafts gave it.

    The weights are those of a logistic regression on labelled drafts of several hands, each hand
    judged by what the others taught, rounded to tenths.
    """

    def __init__(self, params: Params, words: Words) -> None:
        part = params[PART]
        self._least: float = part["least"]
        self._longest: int = part["longest"]
        self._traits: Mapping[str, float] = part["traits"]
        self._weights = {words.key(name): float(w) for name, w in part["weights"].items()}
        self._needs = [frozenset(map(words.key, names)) for names in part["needs"]]
        self._without = frozenset(map(words.key, part["without"]))
        self._about = frozenset(map(words.key, part["about"]))
        self._shown: tuple[str, ...] = tuple(part["shown"])

    def span(self, spots: Spots) -> Span | None:
        """Where a text that recommends so is best quoted; None if it does not."""
        view, present = spots.view, spots.view.layer(LISTS)
        if len(view.text) > self._longest or not self._without.isdisjoint(present):
            return None
        if any(names.isdisjoint(present) for names in self._needs):
            return None
        total = sum(weight for key, weight in self._weights.items() if key in present)
        if total + self._marked(view) < self._least:
            return None
        if self._about.isdisjoint(present) and not BRAND.search(view.text):
            return None
        return next(self._quotes(spots), None)

    def _marked(self, view: View) -> float:
        """What figures, links, questions, quotations and emoji weigh."""
        there = [name for name in MARKS if has_sign(name, view.text)]
        there += ["link"] * any(entity.kind == "url" for entity in view.layer(ENTITIES))
        there += ["quotation"] * bool(view.layer(ZONES).spans["quotation"])
        return sum(self._traits.get(name, 0.0) for name in there)

    def _quotes(self, spots: Spots) -> Iterator[Span]:
        for name in self._shown:
            for match in spots.all(name):
                if not spots.is_apart(match.start, match.end):
                    sentence = spots.sentences[spots.sentence(match.start)]
                    whole = sentence.end - sentence.start <= SHORT
                    yield sentence if whole else Span(match.start, match.end)


def uses(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every list or class that adds up, with the steps to its place."""
    part = params.get(PART, {})
    for name in part.get("weights", ()):
        yield ("params", PART, "weights", name), name
    for key in ("without", "about", "shown"):
        yield from ((("params", PART, key, at), name) for at, name in enumerate(part.get(key, ())))
    for at, names in enumerate(part.get("needs", ())):
        yield from ((("params", PART, "needs", at, n), name) for n, name in enumerate(names))
