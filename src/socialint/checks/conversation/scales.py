"""What replies are weighed on: words by class, parts of an answer and signs, with their weights."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from socialint.checks.check import Params, Words
from socialint.checks.conversation.counted import COUNTS, EARLY, LATE, PARTS_TOLD, Count, Counted
from socialint.checks.conversation.parts import PART_NAMES, has_part, may_have_part
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
    """Something weighed that is no list: its weight, what that makes at most, how it is told.

    No more of it counts than `limit`; `rough` is a count that makes no less of it than there is.
    """

    name: str
    weight: float
    most: float
    limit: int
    tell: Count
    rough: Count | None


class Class(NamedTuple):
    """A class that is counted, by its key, in the reply or in the message (`heard`).

    `most` is what its weight makes at most, 0 below that.
    """

    name: str
    key: str
    heard: bool
    weight: float
    most: float


class Scale(NamedTuple):
    """What is weighed: `start`, `most`, `threshold`, and each name with its weight.

    `early` are the terms that are cheap to tell, `late` the others, `rough` the late ones that a
    cheaper count bounds; `classes` what is a list, the heaviest first, `told` and `heard` their
    places by key in the reply and in the message, `lists` the keys of both.  `ceiling` is what all
    but the classes can weigh at most.
    """

    start: float
    most: int
    threshold: float
    weights: Mapping[str, float]
    early: Sequence[Term]
    classes: Sequence[Class]
    told: Mapping[str, int]
    heard: Mapping[str, int]
    lists: tuple[frozenset[str], frozenset[str]]
    late: Sequence[Term]
    rough: Sequence[tuple[str, float, float, Count]]
    ceiling: float


def scale(params: Params, words: Words) -> Scale:
    """The scale of a rule's params."""
    weights: Mapping[str, float] = params["weights"]
    names = [name for name in weights if name not in COUNTS and name not in PART_NAMES]
    classes = [
        _class(name, words, weights[name], params["most"])
        for name in sorted(names, key=lambda name: -abs(weights[name]))
    ]
    told = {each.key: place for place, each in enumerate(classes) if not each.heard}
    heard = {each.key: place for place, each in enumerate(classes) if each.heard}
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
        told=told,
        heard=heard,
        lists=(frozenset(told), frozenset(heard)),
        late=late,
        rough=[(term.name, term.weight, term.most, term.rough) for term in late if term.rough],
        ceiling=ceiling,
    )


def _class(name: str, words: Words, weight: float, most: int) -> Class:
    key = words.key(name.removeprefix(ABOUT))
    return Class(name, key, name.startswith(ABOUT), weight, max(weight, 0) * most)


def _term(name: str, weight: float) -> Term:
    tell, limit, least, most = COUNTS[name] if name in COUNTS else _part(name)
    return Term(name, weight, max(weight, 0) * limit, limit, tell, most if weight > 0 else least)


def _part(name: str) -> Counted:
    def may_be(view: View, _: View) -> float:
        return float(may_have_part(view, name))

    return Counted(lambda view, _: float(has_part(view, (name,))), 1, most_cheaply=may_be)


def classes(params: Params, scale_at: str) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """The classes that the scale in the param `scale_at` names, with the steps to their places."""
    for name in params[scale_at]["weights"]:
        if name not in COUNTS and name not in PART_NAMES:
            yield ("params", scale_at, "weights", name), name.removeprefix(ABOUT)
