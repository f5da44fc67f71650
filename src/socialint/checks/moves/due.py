"""Which moves of a rule are worth a look: those that the words of the text can fill."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from socialint.checks.moves.move import Move, met
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.named import NamedTuple

NOTHING: frozenset[str] = frozenset()
Needs = Sequence[frozenset[str]]


class Indexed(NamedTuple):
    """The moves of a rule, each with a number of one bit, by the word lists that fill their forms.

    `always` are those with a form that needs no list.  Of each list `fills` has those with a form
    that it fills by itself, and the slots of other forms that it fills, as bits; `rest` has the
    move and all the slots of such a form, by each list of the slot that fewest of them ask for.
    """

    moves: Sequence[tuple[int, Move]]
    lists: frozenset[str]
    always: int
    fills: Mapping[str, tuple[int, int]]
    rest: Mapping[str, Sequence[tuple[int, int]]]

    @classmethod
    def of(cls, moves: Sequence[Move]) -> Indexed:
        """The moves with their index."""
        numbered = [(1 << at, move) for at, move in enumerate(moves)]
        forms = [(number, needs) for number, move in numbered for needs in move.needs]
        lone: defaultdict[str, int] = defaultdict(int)
        for number, needs in forms:
            for key in needs[0] if len(needs) == 1 else ():
                lone[key] |= number
        always = sum({number for number, needs in forms if not needs})
        rest, slots = _chained([(number, needs) for number, needs in forms if len(needs) > 1])
        lists = lone.keys() | slots.keys()
        fills = {key: (lone.get(key, 0), slots.get(key, 0)) for key in lists}
        return cls(numbered, frozenset(lists), always, fills, rest)

    def due(self, present: AbstractSet[str], message: View | None = None) -> list[Move]:
        """The moves, in order, that the word lists with a word in the text can fill.

        Without those whose context lacks its words, there or in the message that it answers.
        """
        moves, lists, found, fills, rest = self
        here = lists & present
        filled = 0
        for key in here:
            lone, slots = fills[key]
            found |= lone
            filled |= slots
        for key in here & rest.keys() if filled else ():
            for number, wanted in rest[key]:
                if wanted & filled == wanted:
                    found |= number
        due = [move for number, move in moves if number & found]
        if not any(move.around or move.heard for move in due):
            return due
        return [move for move in due if _is_apt(move, present, message)]


def _chained(
    forms: Sequence[tuple[int, Needs]],
) -> tuple[Mapping[str, Sequence[tuple[int, int]]], Mapping[str, int]]:
    """`rest` of the index, and the slots that each list fills."""
    slots: defaultdict[str, int] = defaultdict(int)
    rest: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    asked = Counter(key for _, needs in forms for keys in needs for key in keys)
    slot = 1
    for number, needs in forms:
        wanted = 0
        for keys in needs:
            for key in keys:
                slots[key] |= slot
            wanted |= slot
            slot <<= 1
        for key in min(needs, key=lambda keys: sum(asked[key] for key in keys)):
            rest[key].append((number, wanted))
    return rest, slots


def _is_apt(move: Move, present: AbstractSet[str], message: View | None) -> bool:
    """Whether its context may be met."""
    if not met(move.around, present):
        return False
    if not move.heard:
        return True
    heard = message.layer(LISTS) if message else NOTHING
    return met(move.heard, heard)
