"""What ties the writer to a firm, told by moves: something got, owed, shared or worked for."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Params, Words
from socialint.checks.disclosure.pairs import holds
from socialint.checks.moves.board import Board
from socialint.checks.moves.found import found
from socialint.checks.moves.names import names_in
from socialint.checks.moves.reading import moves_in
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.named import NamedTuple

PART = "relations"
ELIDED = "i-elided"  # words of one person who leaves “I” out


class Stake(NamedTuple):
    """Where the writer's interest is told, and what that weighs."""

    start: int
    end: int
    weight: int


class Relations:
    """The moves of a rule that tell such a tie."""

    def __init__(self, params: Params, words: Words) -> None:
        self._moves = moves_in(params, PART, words)
        self._words = words

    def told(self, view: View) -> tuple[Stake, ...]:
        """The ties that one person tells of herself; none where no person speaks."""
        present = view.layer(LISTS)
        if not holds(view, "ad-self") and self._words.key(ELIDED) not in present:
            return ()
        due = [move for move in self._moves if move.is_due(present)]
        if not due:
            return ()
        board = Board(view, self._words)
        return tuple(Stake(*item.span, int(item.move.weight)) for item in found(board, due))


def uses(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every list or class that the moves name, with the steps to its place."""
    return names_in(params, PART)
