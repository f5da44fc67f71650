"""Moves that guard the brand, in a reply that is not taken up with helping."""

from __future__ import annotations

from collections.abc import Iterator
from math import inf

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Words
from socialint.checks.conversation.evasion import WEIGHTS, names, weights
from socialint.checks.conversation.scales import WEIGHED, Scale, scale
from socialint.checks.conversation.weighing import weigh
from socialint.checks.moves import MOVES
from socialint.finding import Hit

LEAST = "least"
HARD = 2  # what a reply may weigh less for each point that its moves weigh more
PARAMS = {
    "required": [*MOVES.params["required"], WEIGHTS, LEAST],
    "properties": {**MOVES.params["properties"], WEIGHTS: WEIGHED, LEAST: {"type": "number"}},
}


def prepare(params: Params, words: Words) -> Detect:
    """The hits of the rule's moves in texts that weigh `least` or more on the scale of `weighed`.

    What weighs less names facts, days and deeds, and is hardly ever a reproach whatever one of its
    words may be elsewhere.  Moves that weigh more than their threshold need less of that.
    """
    moves = MOVES.prepare(params, words)
    known = scale({**params[WEIGHTS], "threshold": -inf}, words)

    def detect(subject: Subject) -> Iterator[Hit]:
        for hit in moves(subject):
            if _weight(hit, known, subject) >= params[LEAST]:
                yield hit

    return detect


def _weight(hit: Hit, known: Scale, subject: Subject) -> float:
    if subject.message is None or hit.segment is None:
        return inf
    spare = float(hit.args["sum"]) - float(hit.args["threshold"])
    return weigh(known, subject.views[hit.segment], subject.message) + HARD * spare


def _names(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from MOVES.uses(params) if MOVES.uses else ()
    yield from names(params)


def _sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """Those of the moves, and of the scale: moves above their threshold need less there."""
    yield from MOVES.sums(params, words, subject) if MOVES.sums else ()
    for one in weights(params, words, subject):
        yield one._replace(threshold=params[LEAST])


REPROACH = Check(prepare, PARAMS, args=MOVES.args, uses=_names, wakes=MOVES.wakes, sums=_sums)
