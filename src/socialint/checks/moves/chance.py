"""Where the moves of a rule can stand at most, told by where words of their slots may.

No match is made for it, and no guard asked: it costs little beside looking for a move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from socialint.checks.moves.move import START, Form, Move, Where, met
from socialint.checks.moves.rough import BOUNDED, UNIT, bounded, may_adjoin
from socialint.checks.moves.slot import Slot
from socialint.checks.moves.there import STARTS, THERE, There
from socialint.layers.view import View
from socialint.named import NamedTuple

State = tuple[int, int]  # the word at which a form goes on, and its sentence as a bit
DRAFT = -1  # the bits of all sentences
ANY = 1000  # times: more than any move counts


class Chance(NamedTuple):
    """A move, its forms that the text may hold, and where: bit n for sentence n.

    `often` is how many places there are at most.
    """

    move: Move
    forms: Sequence[Form]
    held: int
    often: int


def chances(view: View, due: Iterable[Move]) -> list[Chance]:
    """The moves that may stand in a text, those against the fault among them."""
    there = view.layer(THERE)
    return [made for move in due if (made := chance(move, there)).forms]


def chance(move: Move, there: There) -> Chance:
    """Where one move may stand; without forms if it can't."""
    if move.walks and not move.walks.may_stand(there.view):
        return Chance(move, (), 0, 0)
    forms, sentences, often = [], 0, 0
    for form, needs, literals in zip(move.forms, move.needs, move.literals, strict=True):
        if needs and not met(needs, there.lists):
            continue
        if literals and not met(literals, there.words):
            continue
        bits, times = _held(form, there, move.within)
        if bits:
            forms.append(form)
            sentences |= bits
            often += times
    return Chance(move, forms, sentences, often)


def _held(form: Form, there: There, within: Where) -> tuple[int, int]:
    """The sentences that may hold a form, and how often."""
    if len(form) == 1 and form[0].heads:
        return _lone(form[0], there, within)
    if not (shared := _shared(form, there, within)):
        return 0, 0
    states = _walked(form, shared, there, within)
    if states is None:
        return shared, ANY
    sentences = 0
    for _, bit in states:
        sentences |= bit & shared
    return sentences, len(states)


def _walked(form: Form, shared: int, there: There, within: Where) -> Sequence[State] | None:
    """Where the slots of a form end, filled in order; None if none of them has words of its own."""
    states: Sequence[State] | None = None
    is_open = False  # whether grammar stands somewhere between
    for slot in form:
        if slot.heads:
            places = there.places(slot)
            if states is None:
                states = _first(places, there, within)
            else:
                gap = None if is_open else slot.gap
                here = [state for state in states if state[1] & shared]
                states = [*_next(here, places, gap, there)]
            if not states:
                return ()
            is_open = False
        elif slot.names == START and within != "clause":
            states = there.view.layer(STARTS) if within == "sentence" else [(0, DRAFT)]
        else:
            if slot.names == (UNIT,) and not (slot.gap or is_open):
                states = _beside(states, there.view)
            is_open = True
    return states


def _first(places: Iterable[tuple[int, int]], there: There, within: Where) -> list[State]:
    """Where a form goes on after the first of its slots."""
    if within == "draft":
        return [(last, DRAFT) for _, last in places]
    bits = there.sentences
    return [(last, bits[first]) for first, last in places]


def _beside(states: Sequence[State] | None, view: View) -> list[State] | None:
    """Those that a unit may follow at once."""
    if states is None:
        return None
    return [state for state in states if may_adjoin(view, state[0])]


def _shared(form: Form, there: There, within: Where) -> int:
    """The sentences that may hold something for each slot, in whatever order."""
    shared = DRAFT
    for slot in form:
        if slot.heads:
            held = there.ordered(slot) if slot.orders else there.held_by(slot.heads)
            if not (shared := _both(shared, held, within)):
                return 0
    for slot in form:
        if slot.signs:
            held = there.held_by(slot.signs)
            for name in slot.signs & BOUNDED:
                held |= bounded(there.view, name, shared)
            if not (shared := _both(shared, held, within)):
                return 0
    return shared


def _both(shared: int, held: int, within: Where) -> int:
    return (DRAFT if held else 0) if within == "draft" else shared & held


def _lone(slot: Slot, there: There, within: Where) -> tuple[int, int]:
    """The sentences that may hold one slot, and how often: told once a text for all rules."""
    if slot.orders:
        often, sentences = len(there.places(slot)), there.ordered(slot)
    else:
        often = sum([len(there.raw[key]) for key in slot.heads & there.lists])
        sentences = there.held_by(slot.heads)
    return (DRAFT if often and within == "draft" else sentences), often


def _next(
    states: Sequence[State],
    places: Iterable[tuple[int, int]],
    gap: int | None,
    there: There,
) -> Iterator[State]:
    """Where a form goes on after a slot that is filled at `places`."""
    bits = there.sentences
    for first, last in places:
        here = bits[first]
        for end, bit in states:
            if end <= first and bit & here and (gap is None or there.are_near(end, first, gap)):
                yield last, bit
                break
