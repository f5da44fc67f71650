"""Which moves of a rule are worth a look: those that the words of the text can fill."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from socialint.checks.moves.move import Move, met
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.named import NamedTuple

NOTHING: frozenset[str] = frozenset()


class Indexed(NamedTuple):
    """The moves of a rule, and the slots of their forms that each word list fills, as bits.

    `forms` are the numbers of moves, each with the slots that one of its forms needs.
    """

    moves: tuple[Move, ...]
    lists: frozenset[str]
    fills: Mapping[str, int]
    forms: Sequence[tuple[int, int]]

    @classmethod
    def of(cls, moves: tuple[Move, ...]) -> Indexed:
        """The moves with their index."""
        fills: defaultdict[str, int] = defaultdict(int)
        forms, slot = [], 1
        for number, needs in [(number, form) for number, m in enumerate(moves) for form in m.needs]:
            wanted = 0
            for keys in needs:
                for key in keys:
                    fills[key] |= slot
                wanted |= slot
                slot <<= 1
            forms.append((number, wanted))
        return cls(moves, frozenset(fills), fills, forms)

    def due(self, present: AbstractSet[str], message: View | None = None) -> list[Move]:
        """The moves, in order, that the word lists with a word in the text can fill.

        Without those whose context lacks its words, there or in the message that it answers.
        """
        filled = 0
        for key in self.lists & present:
            filled |= self.fills[key]
        numbers = {number for number, wanted in self.forms if wanted & filled == wanted}
        due = [self.moves[number] for number in sorted(numbers)]
        if not any(move.around or move.heard for move in due):
            return due
        return [move for move in due if _is_apt(move, present, message)]


def _is_apt(move: Move, present: AbstractSet[str], message: View | None) -> bool:
    """Whether its context may be met."""
    if not met(move.around, present):
        return False
    if not move.heard:
        return True
    heard = message.layer(LISTS) if message else NOTHING
    return met(move.heard, heard)
