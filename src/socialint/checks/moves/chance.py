"""Where the moves of a rule can stand at most, told by where words of their slots may.

No match is made for it, and no guard asked: it costs little beside looking for a move.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

from socialint.checks.held import HELD, SENTENCE_BITS
from socialint.checks.moves.move import START, Form, Move, Where
from socialint.checks.moves.ordered import ORDERED
from socialint.checks.moves.rough import BOUNDED, UNIT, bounded, may_adjoin
from socialint.checks.moves.slot import Slot
from socialint.layers.candidates import LISTS, PLACES, RAW
from socialint.layers.fold import WORDS
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple

DRAFT = -1  # the bits of all sentences
ANY = 1000  # times: more than any move counts
_JOINT = regex("['-]")


class Chance(NamedTuple):
    """A move, its forms that the text may hold, and where: bit n for sentence n.

    `often` is how many places there are at most.
    """

    move: Move
    forms: Sequence[Form]
    held: int
    often: int


class There(NamedTuple):
    """What a text has: lists, where their entries may stand, in which sentences, words, bits."""

    lists: AbstractSet[str]
    raw: Mapping[str, Sequence[tuple[int, int]]]
    held: Mapping[str, int]
    words: AbstractSet[str]
    sentences: Sequence[int]
    view: View


def chances(view: View, due: Iterable[Move]) -> list[Chance]:
    """The moves that may stand in a text, those against the fault among them."""
    there = there_in(view)
    return [made for move in due if (made := chance(move, there)).forms]


def there_in(view: View) -> There:
    """What is asked of a text for each of its moves."""
    lists = view.layer(LISTS)
    return There(
        lists,
        view.layer(RAW),
        view.layer(HELD),
        view.layer(PLACES).keys(),
        view.layer(SENTENCE_BITS),
        view,
    )


def _starts(view: View) -> Sequence[tuple[int, int]]:
    bits = view.layer(SENTENCE_BITS)
    return [(at, bit) for at, bit in enumerate(bits) if at == 0 or bit != bits[at - 1]]


# The first word of each sentence, and the sentence as a bit.
STARTS: Layer[Sequence[tuple[int, int]]] = Layer("starts", _starts)


def _ranks(view: View) -> Sequence[int]:
    """How many words stand before each word or sign; what is joined to a word is part of it."""
    words = view.layer(WORDS)
    counts, starts = [*map(str.isalnum, words.tokens)], words.starts
    for joint in _JOINT.finditer(words.folded.text):
        at = bisect_left(starts, joint.end())
        if at < len(starts) and starts[at] == joint.end() and words.ends[at - 1] == joint.start():
            counts[at] = False
    return [*accumulate(counts, initial=0)]


RANKS: Layer[Sequence[int]] = Layer("ranks", _ranks)


def chance(move: Move, there: There) -> Chance:
    """Where one move may stand; without forms if it can't."""
    forms, sentences, often = [], 0, 0
    for form, needs, literals in zip(move.forms, move.needs, move.literals, strict=True):
        if not _met(needs, there.lists):
            continue
        if not _met(literals, there.words):
            continue
        bits, times = _held(form, there, move.within)
        if bits:
            forms.append(form)
            sentences |= bits
            often += times
    return Chance(move, forms, sentences, often)


def _met(groups: Iterable[frozenset[str]], present: AbstractSet[str]) -> bool:
    """Whether something of each group is there."""
    for group in groups:  # noqa: SIM110  no generator: each form of each move asks
        if group.isdisjoint(present):
            return False
    return True


def _held(form: Form, there: There, within: Where) -> tuple[int, int]:
    """The sentences that may hold a form, and how often."""
    if len(form) == 1 and form[0].heads:
        return _lone(form[0], there, within)
    shared = _shared(form, there, within)
    states: Sequence[tuple[int, int]] | None = None  # where it goes on, and in which sentence
    is_open = False  # whether grammar stands somewhere between
    for slot in form if shared else ():
        if slot.names == START and within != "clause":
            states = there.view.layer(STARTS) if within == "sentence" else [(0, DRAFT)]
            continue
        if not slot.heads:
            if slot.names == (UNIT,) and not (slot.gap or is_open):
                states = _beside(states, there.view)
            is_open = True
            continue
        places, bits = _places(slot, there), there.sentences
        if states is None:
            states = [(last, DRAFT if within == "draft" else bits[first]) for first, last in places]
        else:
            gap = None if is_open else slot.gap
            states = [*_next([state for state in states if state[1] & shared], places, gap, there)]
        if not states:
            return 0, 0
        is_open = False
    if states is None:
        return shared, ANY if shared else 0
    sentences = 0
    for _, bit in states:
        sentences |= bit & shared
    return sentences, len(states)


def _beside(states: Sequence[tuple[int, int]] | None, view: View) -> list[tuple[int, int]] | None:
    """Those that a unit may follow at once."""
    if states is None:
        return None
    return [state for state in states if may_adjoin(view, state[0])]


def _shared(form: Form, there: There, within: Where) -> int:
    """The sentences that may hold something for each slot, in whatever order."""
    shared = DRAFT
    for slot in form:
        if slot.heads:
            held = _ordered(slot, there) if slot.orders else _lists(slot.heads, there)
            if not (shared := _both(shared, held, within)):
                return 0
    for slot in form:
        if slot.signs:
            held = _lists(slot.signs, there)
            for name in slot.signs & BOUNDED:
                held |= bounded(there.view, name, shared)
            if not (shared := _both(shared, held, within)):
                return 0
    return shared


def _lists(keys: AbstractSet[str], there: There) -> int:
    held = 0
    for key in keys & there.lists:
        held |= there.held[key]
    return held


def _ordered(slot: Slot, there: There) -> int:
    held = 0
    for first, _ in _places(slot, there):
        held |= there.sentences[first]
    return held


def _places(slot: Slot, there: There) -> list[tuple[int, int]]:
    raw = there.view.layer(ORDERED) if slot.orders else there.raw
    return [place for key in slot.heads & there.lists for place in raw[key]]


def _both(shared: int, held: int, within: Where) -> int:
    return (DRAFT if held else 0) if within == "draft" else shared & held


def _lone(slot: Slot, there: There, within: Where) -> tuple[int, int]:
    """The sentences that may hold one slot, and how often: told once a text for all rules."""
    if slot.orders:
        often, sentences = len(_places(slot, there)), _ordered(slot, there)
    else:
        often = sum([len(there.raw[key]) for key in slot.heads & there.lists])
        sentences = _lists(slot.heads, there)
    return (DRAFT if often and within == "draft" else sentences), often


def _next(
    states: Sequence[tuple[int, int]],
    places: Iterable[tuple[int, int]],
    gap: int | None,
    there: There,
) -> Iterator[tuple[int, int]]:
    """Where a form goes on after a slot that is filled at `places`."""
    bits = there.sentences
    for first, last in places:
        here = bits[first]
        for end, bit in states:
            if end <= first and bit & here and (gap is None or _near(end, first, gap, there)):
                yield last, bit
                break


def _near(end: int, first: int, gap: int, there: There) -> bool:
    """Whether so few words come between; of words and signs there are no fewer."""
    if first - end <= gap:
        return True
    ranks = there.view.layer(RANKS)
    return ranks[first] - ranks[end] <= gap
