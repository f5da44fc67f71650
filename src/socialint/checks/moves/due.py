"""Which moves of a rule are worth a look: those that a word of the text can begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from socialint.checks.moves.move import Move
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.named import NamedTuple

NOTHING: frozenset[str] = frozenset()


class Indexed(NamedTuple):
    """The moves of a rule, and which of them a word list can begin: by the slot that few can fill.

    `wordless` are those with a form that wants no word.
    """

    moves: tuple[Move, ...]
    lists: frozenset[str]
    by_list: Mapping[str, Sequence[int]]
    wordless: frozenset[int]

    @classmethod
    def of(cls, moves: tuple[Move, ...]) -> Indexed:
        """The moves with their index."""
        by_list: defaultdict[str, list[int]] = defaultdict(list)
        forms = [(number, needs) for number, move in enumerate(moves) for needs in move.needs]
        for number, needs in forms:
            for key in needs[0] if needs else ():
                by_list[key].append(number)
        lists = frozenset(by_list)
        return cls(moves, lists, by_list, frozenset(number for number, needs in forms if not needs))

    def due(self, present: AbstractSet[str], message: View | None) -> list[Move]:
        """The moves, in order, that the word lists with a word in the text can fill.

        Without those whose context lacks its words, there or in the message that it answers.
        """
        numbers = set(self.wordless)
        for key in self.lists & present:
            numbers.update(self.by_list[key])
        due = [move for number in sorted(numbers) if (move := self.moves[number]).is_due(present)]
        if not any(move.around or move.heard for move in due):
            return due
        return [move for move in due if _is_apt(move, present, message)]


def _is_apt(move: Move, present: AbstractSet[str], message: View | None) -> bool:
    """Whether its context may be met."""
    if any(keys.isdisjoint(present) for keys in move.around):
        return False
    if not move.heard:
        return True
    heard = message.layer(LISTS) if message else NOTHING
    return not any(keys.isdisjoint(heard) for keys in move.heard)
