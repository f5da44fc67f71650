"""Leaks told by moves: two signs of a closed door, each by its own grammar, and what is let out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from socialint.checks.apart import apart
from socialint.checks.check import Params, Subject, Words
from socialint.checks.confidential.evidence import Evidence
from socialint.checks.confidential.hints import is_exact
from socialint.checks.confidential.leaks import Leak
from socialint.checks.moves.board import Board
from socialint.checks.moves.chance import chances
from socialint.checks.moves.due import Indexed
from socialint.checks.moves.found import Found, found_of
from socialint.checks.moves.move import Move
from socialint.checks.moves.names import names_in
from socialint.checks.moves.params import PARAMS
from socialint.checks.moves.reading import moves_in
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.text import Span

PART = "told"
LEAST = "told_least"
REACH = 420  # code points from the first sign to the last: a post, not a page
LET_OUT = frozenset(["deed", "event", "object"])  # what is let out, no sign of a closed door
ENOUGH = 2  # signs that tell a leak
STRONG = 4  # the weight of a move that needs no second sign: heard through the wall
ALONE = 9  # the weight of a move that tells one by itself: a door's code
SCHEMA: Mapping[str, Any] = {
    PART: PARAMS["properties"]["moves"],
    LEAST: {"type": "number", "description": "weight from which moves tell a leak"},
}


class Told:
    """The moves of a rule, and whether those of a text let out what is not public."""

    def __init__(self, params: Params, words: Words) -> None:
        self._words = words
        self._least = params.get(LEAST, 0)
        self._moves = Indexed(moves_in(params, PART, words))

    def _may(self, moves: Iterable[Move]) -> bool:
        """Whether these can weigh enough: two signs, or one that needs no second."""
        total = signs = most = 0.0
        for move in moves:
            if move.weight > 0:
                total += move.weight
                most = max(most, move.weight)
                signs += move.name not in LET_OUT
        return total >= self._least and (signs >= ENOUGH or most >= STRONG)

    def leak(self, subject: Subject, view: View) -> Leak | None:
        """The leak that the moves of a text tell together, if any."""
        present = view.layer(LISTS)
        due = self._moves.due(present, subject.message).moves
        if not self._may(due):
            return None
        may = chances(view, due)
        if not self._may(chance.move for chance in may):
            return None
        board = Board(view, self._words, subject.message)
        return self._leak(board, [item for chance in may for item in found_of(board, chance)])

    def _leak(self, board: Board, items: list[Found]) -> Leak | None:
        """The first stretch whose signs, two or more, weigh enough with what is let out."""
        against = sum(item.move.weight for item in items if item.move.weight < 0)
        kept = sorted(_apart(item for item in items if item.move.weight > 0), key=_start)
        for first in kept:
            near = [item for item in kept if 0 <= item.span.start - first.span.start <= REACH]
            signs = len([item for item in near if item.move.name not in LET_OUT])
            most = max(item.move.weight for item in near)
            total = sum(item.move.weight for item in near) + against
            lets_out = (
                most >= ALONE or signs < len(near) or is_exact(board.view, _stretch(board, near))
            )
            if total >= self._least and (signs >= ENOUGH or most >= STRONG) and lets_out:
                return _told(near)
        return None


def _stretch(board: Board, items: list[Found]) -> Span:
    """The sentences that they stand in, and the one after."""
    last = board.sentence(max(item.span.end for item in items) - 1)
    first = board.sentence(items[0].span.start)
    return Span(board.sentences[first].start, board.sentences[: last + 2][-1].end)


def _told(items: list[Found]) -> Leak:
    """It stands at the heaviest move."""
    first, *others = sorted(items, key=lambda item: (-item.move.weight, item.span))
    clues = sorted(Evidence(*i.span, i.move.name, int(i.move.weight)) for i in others)
    return Leak(first.span, "leak", tuple(clues))


def _apart(items: Iterator[Found]) -> list[Found]:
    """The heaviest, then those that share no word with one before."""
    return apart(sorted(items, key=lambda item: (-item.move.weight, item.span)), _span)


def _start(item: Found) -> int:
    return item.span.start


def _span(item: Found) -> Span:
    return item.span


def uses(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every list or class that the moves name, with the steps to its place."""
    return names_in(params, PART)
