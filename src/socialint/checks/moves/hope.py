"""Whether the moves of a text can weigh enough at all, the cheapest questions first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialint.checks.check import Params
from socialint.checks.moves.against import Against
from socialint.checks.moves.ceiling import SLACK
from socialint.checks.moves.chance import Chance, chance
from socialint.checks.moves.move import Move
from socialint.checks.moves.there import there_in
from socialint.layers.view import View


def most(moves: Iterable[Move]) -> float:
    """What those for the fault weigh together, each as often as it counts."""
    return sum([move.weight * move.most for move in moves if move.weight > 0])


class _Hope:
    """What moves for a fault can weigh together, however far apart; less as more is known."""

    def __init__(self, view: View, moves: Sequence[Move], enough: float) -> None:
        self.left = most(moves)
        self.known: dict[str, Chance] = {}
        self._there = there_in(view)
        self._enough = enough

    def ask(self, moves: Iterable[Move]) -> bool:
        """Looks where each may stand; whether there is hope after that."""
        for move in moves:
            if self.left < self._enough:
                return False
            found = self.known[move.name] = chance(move, self._there)
            self.left -= move.weight * (move.most - min(move.most, found.often))
        return self.left >= self._enough

    def weigh(self, weights: Iterable[float]) -> bool:
        """Takes off what speaks against the fault; whether there is hope after that."""
        for weight in weights:
            self.left += weight
            if self.left < self._enough:
                return False
        return True

    def all(self, moves: Iterable[Move]) -> list[Chance]:
        """Where each of them may stand, in their order."""
        found = [self.known.get(move.name) or chance(move, self._there) for move in moves]
        return [one for one in found if one.forms]


def hoped(view: View, due: Sequence[Move], against: Against, params: Params) -> list[Chance]:
    """The moves that may stand in the text; none if those for the fault can't weigh enough."""
    in_favour = [move for move in due if move.weight > 0]
    hope = _Hope(view, in_favour, params["threshold"] - SLACK)
    for lone in (True, False):
        if not hope.ask(move for move in in_favour if move.is_lone is lone):
            return []
    # what is judged sentence by sentence may stand beside them
    if params.get("scope", "draft") == "draft" and not hope.weigh(against.told(due)):
        return []
    return hope.all(due)
