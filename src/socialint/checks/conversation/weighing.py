"""A reply weighed: words by class, parts of an answer and signs, counted and added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from types import MappingProxyType
from typing import Any

from socialint.checks.check import Params, Subject, Sum, Words
from socialint.checks.conversation.classes import tally
from socialint.checks.conversation.counted import COUNTS, MOST_PARTS, PARTS_TOLD
from socialint.checks.conversation.parts import PART_NAMES, PARTS
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.named import NamedTuple

ABOUT = "message/"
WEIGHED: Mapping[str, Any] = MappingProxyType(
    {
        "type": "object",
        "additionalProperties": False,
        "required": ["threshold", "start", "most", "weights"],
        "properties": {
            "threshold": {"type": "number"},
            "start": {"type": "number"},
            "most": {"type": "integer", "minimum": 1},
            "weights": {"type": "object", "additionalProperties": {"type": "number"}},
        },
    }
)
SLACK = 1e-6  # tenths don't add up to the last bit


class Class(NamedTuple):
    """A class that is counted, by its key, in the reply or in the message (`heard`)."""

    name: str
    key: str
    heard: bool
    weight: float


class Scale(NamedTuple):
    """What is weighed: `start`, `most`, `threshold`, and each name with its weight.

    `classes` are those of them that are lists, the heaviest first; `parts` is what parts of an
    answer can weigh at most.
    """

    start: float
    most: int
    threshold: float
    weights: Mapping[str, float]
    classes: Sequence[Class]
    parts: float


def scale(params: Params, words: Words) -> Scale:
    """The scale of a rule's params."""
    weights: Mapping[str, float] = params["weights"]
    names = [name for name in weights if name not in COUNTS and name not in PART_NAMES]
    classes = [
        Class(name, words.key(name.removeprefix(ABOUT)), name.startswith(ABOUT), weights[name])
        for name in sorted(names, key=lambda name: -abs(weights[name]))
    ]
    parts = [max(weight, 0) for name, weight in weights.items() if name in PART_NAMES]
    more = max(weights.get(PARTS_TOLD, 0), 0) * MOST_PARTS
    threshold, start = float(params["threshold"]), float(params["start"])
    most: int = params["most"]
    return Scale(start, most, threshold, weights, classes, sum(parts) + more)


def weigh(known: Scale, view: View, message: View) -> float:
    """`start`, and what a reply to `message` has of each name in `weights`, times its weight.

    Less than the threshold, whatever the number, where that can't be reached.
    """
    counts = _without_parts(known, view, message)
    if counts is None:
        return -inf
    weights = known.weights
    there = {part.name for part in view.layer(PARTS)}
    counts |= dict.fromkeys(there & weights.keys(), 1.0)
    if PARTS_TOLD in weights:
        counts[PARTS_TOLD] = COUNTS[PARTS_TOLD](view, message)
    total = known.start
    for name, weight in weights.items():
        if name in counts:
            total += weight * counts[name]
    return total


def sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What each text of a reply weighs, name by name."""
    if (message := subject.message) is None:
        return
    start, most = float(params["start"]), params["most"]
    for view in subject.views.values():
        parts = [
            (name, weight * count(name, view, message, most, words))
            for name, weight in params["weights"].items()
        ]
        total = start + sum(weight for _, weight in parts)
        yield Sum(total, params["threshold"], [("start", start), *parts])


def _without_parts(known: Scale, view: View, message: View) -> dict[str, float] | None:
    """How often all is there that can be told without looking for the parts of the answer.

    None as soon as the threshold can't be reached.
    """
    weights, most = known.weights, known.most
    found = {
        name: tell(view, message)
        for name, tell in COUNTS.items()
        if name in weights and name != PARTS_TOLD
    }
    told, heard = view.layer(LISTS), message.layer(LISTS)
    here = [each for each in known.classes if each.key in (heard if each.heard else told)]
    ceiling = known.start + known.parts + SLACK
    ceiling += sum([weights[name] * count for name, count in found.items()])
    ceiling += sum([each.weight * most for each in here if each.weight > 0])
    for name, key, is_heard, weight in here:
        if ceiling < known.threshold:
            return None
        count = found[name] = min(tally(message if is_heard else view, key), most)
        ceiling += weight * (count - most if weight > 0 else count)
    return None if ceiling < known.threshold else found


def count(name: str, view: View, message: View, most: int, words: Words) -> float:
    """How often it is there: one of `COUNTS`, a part (once), a class (`message/…`: in that)."""
    if name in COUNTS:
        return COUNTS[name](view, message)
    if name in PART_NAMES:
        return float(any(part.name == name for part in view.layer(PARTS)))
    if name.startswith(ABOUT):
        return min(tally(message, words.key(name.removeprefix(ABOUT))), most)
    return min(tally(view, words.key(name)), most)


def classes(params: Params) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """The classes that `weights` name, with the steps to their places."""
    for name in params["weights"]:
        if name not in COUNTS and name not in PART_NAMES:
            yield ("params", "weights", name), name.removeprefix(ABOUT)
