"""What speaks against the fault, looked for as early as it is cheap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from socialint.checks.moves.board import Board
from socialint.checks.moves.ceiling import Ceiling
from socialint.checks.moves.chance import Chance
from socialint.checks.moves.found import Found, found_of


class Against:
    """The moves that speak against the fault; those that ask for no dear layer are found first.

    What they weigh brings the ceiling down, until that is too low.
    """

    def __init__(self, board: Board, chances: Sequence[Chance], ceiling: Ceiling) -> None:
        self._board = board
        self._chances = chances
        self._known: dict[str, Sequence[Found]] = {}
        for chance in sorted(chances, key=_weight):
            if not ceiling.is_enough:
                return
            if not chance.move.is_dear:
                items = self._known[chance.move.name] = [*found_of(board, chance)]
                for item in items:
                    ceiling.against(chance.move.weight, _bit(board, item))

    def all(self) -> Iterator[Found]:
        """All of them, in the order of the rule."""
        for chance in self._chances:
            known = self._known.get(chance.move.name)
            yield from found_of(self._board, chance) if known is None else known


def standing(board: Board, chance: Chance, items: Iterable[Found]) -> Chance:
    """The chance of a move of which is known where it stands."""
    bits = [_bit(board, item) for item in items]
    held = 0
    for bit in bits:
        held |= bit
    return chance._replace(held=held, often=len(bits))


def _bit(board: Board, item: Found) -> int:
    return 1 << board.sentence(item.span.start)


def _weight(chance: Chance) -> float:
    return chance.move.weight * chance.move.most
