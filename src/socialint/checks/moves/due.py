"""Which moves of a rule are worth a look: those that a word of the text can begin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from socialint.checks.moves.move import Move
from socialint.named import NamedTuple


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

    def due(self, present: AbstractSet[str]) -> list[Move]:
        """The moves, in order, that the word lists with a word in the text can fill."""
        numbers = set(self.wordless)
        for key in self.lists & present:
            numbers.update(self.by_list[key])
        return [move for number in sorted(numbers) if (move := self.moves[number]).is_due(present)]
