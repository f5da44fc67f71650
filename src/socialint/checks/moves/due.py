"""Which moves of a rule are worth a look: those that the words of the text can fill."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from operator import attrgetter

from socialint.checks.moves.move import Move, met
from socialint.frozen import Frozen
from socialint.layers.candidates import LISTS
from socialint.layers.view import View

NOTHING: frozenset[str] = frozenset()
MOST_KEPT = 1000  # sets of lists
Needs = Sequence[frozenset[str]]


class Due(Frozen, eq=False):
    """Moves with those of their forms that some word lists can fill, so that they need no more."""

    moves: Sequence[Move]

    @cached_property
    def worth(self) -> float:
        """What they weigh for the fault at most."""
        return sum([move.worth for move in self.moves])

    @cached_property
    def is_bound(self) -> bool:
        """Whether some ask for a context."""
        return any(move.around or move.heard for move in self.moves)

    @cached_property
    def barred(self) -> Sequence[Move]:
        """Those that entities silence."""
        return [move for move in self.moves if move.barred]

    @cached_property
    def walked(self) -> Sequence[Move]:
        """Those that need the words of a token pattern."""
        return [move for move in self.moves if move.walks]

    @cached_property
    def counted(self) -> Sequence[Move]:
        """Those that count as often as entries of lists stand in the text."""
        return [move for move in self.moves if move.most > 1 and move.tallied]

    @cached_property
    def placed(self) -> Sequence[Move]:
        """Those of which it takes places to tell whether they may stand, the heaviest first."""
        placed = [move for move in self.moves if not move.tallied]
        return sorted(placed, key=_worth, reverse=True)


_worth = attrgetter("worth")


class Indexed(dict[frozenset[str], Due]):
    """The moves of a rule, by the word lists that fill their forms.

    Each form has a number of one bit.  Of each list `_fills` has the forms that it fills by itself,
    and the slots of other forms that it fills, as bits; `_rest` has such a form and all its slots,
    by each list of the slot that fewest of them ask for.  Posts of one hand have much the same
    lists: what is due for those that were met is kept.
    """

    def __init__(self, moves: Sequence[Move]) -> None:
        super().__init__()
        every = [needs for move in moves for needs in move.needs]
        forms = [(1 << at, needs) for at, needs in enumerate(every)]
        self._moves: list[tuple[int, int, Move]] = []
        self._reduced: dict[int, Move] = {}
        first = 0
        for move in moves:
            self._moves.append((first, (1 << len(move.forms)) - 1 << first, move))
            first += len(move.forms)
        lone: defaultdict[str, int] = defaultdict(int)
        for number, needs in forms:
            for key in needs[0] if len(needs) == 1 else ():
                lone[key] |= number
        self._always = sum([number for number, needs in forms if not needs])
        self._rest, slots = _chained([(number, needs) for number, needs in forms if len(needs) > 1])
        self._fills = {
            key: (lone.get(key, 0), slots.get(key, 0)) for key in lone.keys() | slots.keys()
        }
        self._lists = frozenset(self._fills)

    def due(self, present: AbstractSet[str], message: View | None = None) -> Due:
        """The moves, in order, that the word lists with a word in the text can fill.

        Without those whose context lacks its words, there or in the message that it answers.
        """
        found = self[self._lists & present]
        if not found.is_bound:
            return found
        return Due([move for move in found.moves if _is_apt(move, present, message)])

    def __missing__(self, here: frozenset[str]) -> Due:
        if len(self) == MOST_KEPT:
            self.clear()
            self._reduced.clear()
        found = self[here] = Due([*self._filled(self._forms(here))])
        return found

    def _forms(self, here: frozenset[str]) -> int:
        """The forms that these lists fill."""
        found, filled = self._always, 0
        for key in here:
            lone, slots = self._fills[key]
            found |= lone
            filled |= slots
        for key in here & self._rest.keys():
            for number, wanted in self._rest[key]:
                if wanted & filled == wanted:
                    found |= number
        return found

    def _filled(self, found: int) -> Iterator[Move]:
        """The moves of these forms."""
        reduced = self._reduced
        for first, bits, move in self._moves:
            if own := found & bits:
                if own not in reduced:
                    many = len(move.forms)
                    numbers = [at for at in range(many) if own >> first + at & 1]
                    reduced[own] = move.of_forms(numbers)
                yield reduced[own]


def _chained(
    forms: Sequence[tuple[int, Needs]],
) -> tuple[Mapping[str, Sequence[tuple[int, int]]], Mapping[str, int]]:
    """`_rest` of the index, and the slots that each list fills."""
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
