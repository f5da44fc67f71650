"""Whether the moves of a text can weigh enough at all, the cheapest questions first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialint.checks.check import Params
from socialint.checks.moves.against import Against
from socialint.checks.moves.board import Board
from socialint.checks.moves.chance import Chance, chance
from socialint.checks.moves.due import Due, Indexed
from socialint.checks.moves.move import Move
from socialint.checks.moves.there import THERE, There
from socialint.layers.candidates import HITS, LISTS
from socialint.layers.view import View
from socialint.named import NamedTuple


class Indices(NamedTuple):
    """The moves of a rule: those for the fault, all, and `told`: those against it of entities."""

    in_favour: Indexed
    every: Indexed
    told: Sequence[Move]

    @classmethod
    def of(cls, moves: Sequence[Move]) -> Indices:
        """The moves with their indices."""
        told = [move for move in moves if move.weight < 0 and move.kinds]
        return cls(Indexed([move for move in moves if move.weight > 0]), Indexed(moves), told)


class Hope:
    """What moves for a fault can weigh together, however far apart; less as more is known."""

    def __init__(self, view: View, due: Due, enough: float) -> None:
        self.left = due.worth
        self._due = due
        self._known: dict[str, Chance] = {}
        self._view = view
        self._enough = enough

    def by_words(self) -> bool:
        """Whether they can weigh enough by what words there are, and how often."""
        if self.left < self._enough:
            return False
        for move in self._due.walked:
            if move.walks and not move.walks.may_stand(self._view):
                self._drop(move)
                if self.left < self._enough:
                    return False
        return self._counted()

    def _counted(self) -> bool:
        found = self._view.layer(HITS)
        for move in self._due.counted:
            firsts = [hits.firsts(key) for hits in found for key in move.tallied & hits.lists]
            often = sum(map(len, firsts))
            if often < move.most:
                self.left -= move.weight * (move.most - often)
                if self.left < self._enough:
                    return False
        return True

    def beside(self, told: Sequence[Move], against: Against) -> bool:
        """Whether they can beside entities, that speak against the fault or silence a move."""
        if not (told or self._due.barred):
            return True
        for weight in against.told(told):
            self.left += weight
            if self.left < self._enough:
                return False
        kinds = against.kinds
        for move in self._due.barred:
            if not move.barred.isdisjoint(kinds) and move.name not in self._known:
                self._drop(move)
        return self.left >= self._enough

    def in_places(self, there: There) -> bool:
        """Whether they can by where their words stand."""
        for move in self._due.placed:
            if self.left < self._enough:
                return False
            if move.name not in self._known:
                found = self._known[move.name] = chance(move, there)
                if found.often < move.most:
                    self.left -= move.weight * (move.most - found.often)
        return self.left >= self._enough

    def all(self, moves: Iterable[Move], there: There) -> list[Chance]:
        """Where each of these moves may stand, in their order."""
        found = [self._known.get(move.name) or chance(move, there) for move in moves]
        return [one for one in found if one.forms]

    def _drop(self, move: Move) -> None:
        self._known[move.name] = Chance(move, (), 0, 0)
        self.left -= move.worth


def hoped(
    board: Board, known: Indices, hope: Hope, against: Against, params: Params
) -> list[Chance]:
    """The moves that may stand in the text; none if those for the fault can't weigh enough."""
    # what is judged sentence by sentence may stand beside them
    is_whole = params.get("scope", "draft") == "draft"
    if is_whole and not hope.beside(known.told, against):
        return []
    view = board.view
    there = view.layer(THERE)
    if not hope.in_places(there):
        return []
    lists = view.layer(LISTS)
    return hope.all(known.every.due(lists, board.message).moves, there)
