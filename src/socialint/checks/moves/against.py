"""What speaks against the fault, looked for as early as it is cheap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from socialint.checks.clauses import clipped
from socialint.checks.moves.board import Board
from socialint.checks.moves.ceiling import Ceiling
from socialint.checks.moves.chance import Chance
from socialint.checks.moves.found import Found, found_of
from socialint.checks.moves.move import Move
from socialint.layers.entities import Entity


class Against:
    """The moves that speak against the fault; those that ask for no dear layer are found first."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._known: dict[str, Sequence[Found]] = {}

    def told(self, moves: Iterable[Move]) -> Iterator[float]:
        """What weighs each of these that entities alone tell, wherever it stands."""
        for move in moves:
            if not move.kinds.isdisjoint(self.kinds):
                yield move.weight * self._often(move)

    @cached_property
    def kinds(self) -> frozenset[str]:
        """The kinds of the entities that are not apart."""
        return frozenset([entity.kind for entity in self._entities])

    @cached_property
    def _entities(self) -> Sequence[Entity]:
        every, is_apart = self._board.entities, self._board.is_apart
        if not (every and self._board.apart):
            return every
        return [one for one in every if not is_apart(one.start, one.end)]

    def _often(self, move: Move) -> int:
        """How often a move of entities counts: once a sentence, as in `found_of`."""
        board, often, last = self._board, 0, -1
        for entity in self._entities if board.sentences else ():
            number = board.sentence(entity.start) if entity.kind in move.kinds else last
            if number > last and entity.end <= clipped(board.sentences[number]).end:
                often, last = often + 1, number
                if often == move.most:
                    break
        return often

    def lower(self, chances: Iterable[Chance], ceiling: Ceiling) -> bool:
        """Brings the ceiling down by what is cheap to find, until that is too low; whether not."""
        for chance in sorted(chances, key=_weight):
            if not ceiling.is_enough:
                return False
            if not chance.move.is_dear:
                for item in self._of(chance):
                    ceiling.against(chance.move.weight, _bit(self._board, item))
        return ceiling.is_enough

    def all(self, chances: Iterable[Chance]) -> Iterator[Found]:
        """All of them, in the order of the rule."""
        for chance in chances:
            yield from self._of(chance)

    def _of(self, chance: Chance) -> Sequence[Found]:
        known = self._known.get(chance.move.name)
        if known is None:
            known = self._known[chance.move.name] = [*found_of(self._board, chance)]
        return known


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
