"""A reply weighed: words by class, parts of an answer and signs, counted and added up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import inf
from types import MappingProxyType
from typing import Any

from socialint.checks.check import Params, Subject, Sum, Words
from socialint.checks.conversation.classes import count_entries
from socialint.checks.conversation.counted import COUNTS, EARLY, LATE, PARTS_TOLD, Count, Counted
from socialint.checks.conversation.parts import PART_NAMES, has_part
from socialint.layers.candidates import CANDIDATE_COUNTS, LISTS
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


class Term(NamedTuple):
    """Something weighed that is no list: its weight, what that makes at most, how it is told."""

    name: str
    weight: float
    most: float
    tell: Count


class Class(NamedTuple):
    """A class that is counted, by its key, in the reply or in the message (`heard`)."""

    name: str
    key: str
    heard: bool
    weight: float


class Scale(NamedTuple):
    """What is weighed: `start`, `most`, `threshold`, and each name with its weight.

    `early` are the terms that are cheap to tell, `late` the others; `classes` what is a list, the
    heaviest first, `told` and `heard` their places by key in the reply and in the message.
    `ceiling` is what all but the classes can weigh at most.
    """

    start: float
    most: int
    threshold: float
    weights: Mapping[str, float]
    early: Sequence[Term]
    classes: Sequence[Class]
    told: Mapping[str, int]
    heard: Mapping[str, int]
    late: Sequence[Term]
    ceiling: float


def scale(params: Params, words: Words) -> Scale:
    """The scale of a rule's params."""
    weights: Mapping[str, float] = params["weights"]
    names = [name for name in weights if name not in COUNTS and name not in PART_NAMES]
    classes = [
        Class(name, words.key(name.removeprefix(ABOUT)), name.startswith(ABOUT), weights[name])
        for name in sorted(names, key=lambda name: -abs(weights[name]))
    ]
    # parts that may lift the sum come before those that may bring it down
    parts = sorted(PART_NAMES, key=lambda name: (weights.get(name, 0) < 0, name))
    early = [_term(name, weights[name]) for name in EARLY if name in weights]
    late = [_term(name, weights[name]) for name in (*LATE, *parts, PARTS_TOLD) if name in weights]
    ceiling = float(params["start"]) + sum([term.most for term in (*early, *late)]) + SLACK
    return Scale(
        start=float(params["start"]),
        most=params["most"],
        threshold=float(params["threshold"]),
        weights=weights,
        early=early,
        classes=classes,
        told={each.key: place for place, each in enumerate(classes) if not each.heard},
        heard={each.key: place for place, each in enumerate(classes) if each.heard},
        late=late,
        ceiling=ceiling,
    )


def _term(name: str, weight: float) -> Term:
    counted = COUNTS[name] if name in COUNTS else Counted(_part(name), 1)
    return Term(name, weight, max(weight, 0) * counted.most, counted.of)


def _part(name: str) -> Count:
    return lambda view, _: float(has_part(view, (name,)))


def weigh(known: Scale, view: View, message: View) -> float:
    """`start`, and what a reply to `message` has of each name in `weights`, times its weight.

    Less than the threshold, whatever the number, where that can't be reached.
    """
    counts = _counted(known, view, message)
    if counts is None:
        return -inf
    total = known.start
    for name, weight in known.weights.items():
        if name in counts:
            total += weight * counts[name]
    return total


def sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What each text of a reply weighs, name by name."""
    if (message := subject.message) is None:
        return
    known = scale(params, words)
    for view in subject.views.values():
        counts = count(known, view, message)
        parts = [(name, weight * counts[name]) for name, weight in known.weights.items()]
        total = known.start + sum(weight for _, weight in parts)
        yield Sum(total, known.threshold, [("start", known.start), *parts])


def count(known: Scale, view: View, message: View) -> dict[str, float]:
    """How often each thing that is weighed is there, whatever it adds up to."""
    counts = {term.name: term.tell(view, message) for term in (*known.early, *known.late)}
    return counts | {each.name: _times(each, known.most, view, message) for each in known.classes}


def _counted(known: Scale, view: View, message: View) -> dict[str, float] | None:
    """How often all is there; None as soon as the threshold can't be reached."""
    threshold, most = known.threshold, known.most
    here, there = view.layer(LISTS), message.layer(LISTS)
    places = [known.told[key] for key in here.intersection(known.told)]
    places += [known.heard[key] for key in there.intersection(known.heard)]
    present = [known.classes[place] for place in sorted(places)]
    ceiling = known.ceiling + sum([each.weight * most for each in present if each.weight > 0])
    found: dict[str, float] = {}
    for name, weight, highest, tell in known.early:
        found[name] = number = tell(view, message)
        ceiling += weight * number - highest
    counts, heard = view.layer(CANDIDATE_COUNTS), message.layer(CANDIDATE_COUNTS)
    for each in present:
        if ceiling < threshold:
            return None
        times = (heard if each.heard else counts)[each.key]
        found[each.name] = times = min(times, most)
        ceiling += each.weight * (times - most if each.weight > 0 else times)
    for name, weight, highest, tell in known.late:
        if ceiling < threshold:
            return None
        found[name] = number = tell(view, message)
        ceiling += weight * number - highest
    return None if ceiling < threshold else found


def _times(each: Class, most: int, view: View, message: View) -> float:
    """How often words of a class are there, as far as that counts."""
    return min(count_entries(message if each.heard else view, each.key), most)


def classes(params: Params) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """The classes that `weights` name, with the steps to their places."""
    for name in params["weights"]:
        if name not in COUNTS and name not in PART_NAMES:
            yield ("params", "weights", name), name.removeprefix(ABOUT)
