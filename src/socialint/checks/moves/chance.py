"""Where the moves of a rule can stand at most, told by where words of their slots may.

No match is made for it, and no guard asked: it costs little beside looking for a move.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate

from socialint.checks.held import HELD, SENTENCE_BITS
from socialint.checks.moves.move import START, Form, Move, Where
from socialint.checks.moves.slot import Slot
from socialint.layers.candidates import LISTS, PLACES, RAW
from socialint.layers.fold import WORDS
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple

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


class _There(NamedTuple):
    """What a text has: lists, where their entries may stand, in which sentences, words, bits."""

    lists: AbstractSet[str]
    raw: Mapping[str, Sequence[tuple[int, int]]]
    held: Mapping[str, int]
    words: AbstractSet[str]
    sentences: Sequence[int]
    view: View


def chances(view: View, due: Iterable[Move]) -> list[Chance]:
    """The moves that may stand in a text, those against the fault among them."""
    lists = view.layer(LISTS)
    there = _There(
        lists,
        view.layer(RAW),
        view.layer(HELD),
        view.layer(PLACES).keys(),
        view.layer(SENTENCE_BITS),
        view,
    )
    return [chance for move in due if (chance := _chance(move, there)).forms]


def _starts(view: View) -> Sequence[tuple[int, int]]:
    bits = view.layer(SENTENCE_BITS)
    return [(at, bit) for at, bit in enumerate(bits) if at == 0 or bit != bits[at - 1]]


# The first word of each sentence, and the sentence as a bit.
STARTS: Layer[Sequence[tuple[int, int]]] = Layer("starts", _starts)


def _ranks(view: View) -> Sequence[int]:
    """How many words stand before each word or sign; what is joined to a word is part of it."""
    words = view.layer(WORDS)
    text, befores = words.folded.text, (0, *words.ends)
    counts = [
        token.isalnum() and not (start == last + 1 and text[last] in "'-")
        for token, start, last in zip(words.tokens, words.starts, befores, strict=False)
    ]
    return [*accumulate(counts, initial=0)]


RANKS: Layer[Sequence[int]] = Layer("ranks", _ranks)


def _chance(move: Move, there: _There) -> Chance:
    forms, sentences, often = [], 0, 0
    for form, needs, literals in zip(move.forms, move.needs, move.literals, strict=True):
        if any(keys.isdisjoint(there.lists) for keys in needs):
            continue
        if literals and any(words.isdisjoint(there.words) for words in literals):
            continue
        bits, times = _held(form, there, move.within)
        if bits:
            forms.append(form)
            sentences |= bits
            often += times
    return Chance(move, forms, sentences, often)


def _held(form: Form, there: _There, within: Where) -> tuple[int, int]:
    """The sentences that may hold a form, and how often."""
    if len(form) == 1 and form[0].heads:
        return _lone(form[0], there, within)
    states: Sequence[tuple[int, int]] | None = None  # where it goes on, and in which sentence
    is_open = False  # whether grammar stands somewhere between
    for slot in form:
        if slot.names == START and within != "clause":
            states = there.view.layer(STARTS) if within == "sentence" else [(0, DRAFT)]
            continue
        if not slot.heads:
            is_open = True
            continue
        places = [place for key in slot.heads & there.lists for place in there.raw[key]]
        if not places:
            return 0, 0
        bits = there.sentences
        if states is None:
            states = [(last, DRAFT if within == "draft" else bits[first]) for first, last in places]
        else:
            gap = None if is_open else slot.gap
            states = [*_next(states, places, gap, there)]
        if not states:
            return 0, 0
        is_open = False
    if states is None:
        return DRAFT, ANY
    sentences = 0
    for _, bit in states:
        sentences |= bit
    return sentences, len(states)


def _lone(slot: Slot, there: _There, within: Where) -> tuple[int, int]:
    """The sentences that may hold one slot, and how often: told once a text for all rules."""
    often = sentences = 0
    for key in slot.heads & there.lists:
        often += len(there.raw[key])
        sentences |= there.held[key]
    return (DRAFT if often and within == "draft" else sentences), often


def _next(
    states: Sequence[tuple[int, int]],
    places: Iterable[tuple[int, int]],
    gap: int | None,
    there: _There,
) -> Iterator[tuple[int, int]]:
    """Where a form goes on after a slot that is filled at `places`."""
    ranks, bits = there.view.layer(RANKS), there.sentences
    for first, last in places:
        most = ranks[first]
        for end, bit in states:
            if end <= first and bit & bits[first] and (gap is None or most - ranks[end] <= gap):
                yield last, bit
                break
