"""What the moves of a rule can weigh at most, told by where words of their slots may stand.

No match is made for it, and no guard asked: it costs little beside looking for a move.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet

from socialint.checks.check import Params
from socialint.checks.held import SENTENCE_BITS
from socialint.checks.moves.move import START, Form, Move, Where
from socialint.layers.candidates import LISTS, PLACES, RAW
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple
from socialint.text import Span

SLACK = 1e-6  # tenths don't add up to the last bit
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
    """What a text has: word lists, where their entries may stand, words, sentences and ranks."""

    lists: AbstractSet[str]
    raw: Mapping[str, Sequence[tuple[int, int]]]
    words: AbstractSet[str]
    sentences: Sequence[int]
    ranks: Sequence[int]
    starts: Sequence[tuple[int, int]]


def chances(view: View, due: Iterable[Move]) -> list[Chance]:
    """The moves that may stand in a text, those against the fault among them."""
    lists = view.layer(LISTS)
    there = _There(
        lists,
        view.layer(RAW),
        view.layer(PLACES).keys(),
        view.layer(SENTENCE_BITS),
        view.layer(RANKS),
        view.layer(STARTS),
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
    text, last, count = words.folded.text, 0, 0
    ranks = []
    for token, start, end in zip(words.tokens, words.starts, words.ends, strict=True):
        ranks.append(count)
        joined = start == last + 1 and text[last] in "'-"
        count += token.isalnum() and not joined
        last = end
    return [*ranks, count]


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
    states: Sequence[tuple[int, int]] | None = None  # where it goes on, and in which sentence
    is_open = False  # whether grammar stands somewhere between
    for slot in form:
        if slot.names == START and within != "clause":
            states = there.starts if within == "sentence" else [(0, DRAFT)]
            continue
        if not slot.heads:
            is_open = True
            continue
        places = [place for key in slot.heads & there.lists for place in there.raw[key]]
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


def _next(
    states: Sequence[tuple[int, int]],
    places: Iterable[tuple[int, int]],
    gap: int | None,
    there: _There,
) -> Iterator[tuple[int, int]]:
    """Where a form goes on after a slot that is filled at `places`."""
    ranks, bits = there.ranks, there.sentences
    for first, last in places:
        most = ranks[first]
        for end, bit in states:
            if end <= first and bit & bits[first] and (gap is None or most - ranks[end] <= gap):
                yield last, bit
                break


class Ceiling:
    """What moves that are added up together can weigh at most, in each part of a text.

    It comes down as more is known of where they stand.
    """

    def __init__(self, params: Params, view: View, found: Iterable[Chance]) -> None:
        self.threshold: float = params["threshold"] - SLACK
        self._one_by_one = params.get("scope", "draft") == "sentence"
        in_favour = [chance for chance in found if chance.move.weight > 0]
        sentences = view.layer(SENTENCES)
        self._parts: Sequence[int] = ((1 << max(len(sentences), 1)) - 1,)
        self._count(in_favour)
        if self.is_enough:
            self._parts = [*_parts(params, sentences, self._parts[0])]
            self._count(in_favour)

    def _count(self, in_favour: Iterable[Chance]) -> None:
        self._of = {chance.move.name: _weights(chance, self._parts) for chance in in_favour}
        self._most = [sum(weights) for weights in zip(*self._of.values(), strict=True)]

    @property
    def is_enough(self) -> bool:
        """Whether any part can still reach the threshold."""
        return max(self._most, default=0.0) >= self.threshold

    def lower(self, chance: Chance) -> bool:
        """A move can stand in fewer places than was thought; whether it is still enough."""
        name = chance.move.name
        before, now = self._of[name], _weights(chance, self._parts)
        if before == now:
            return True
        self._of[name] = now
        self._most = [
            most - old + new for most, old, new in zip(self._most, before, now, strict=True)
        ]
        return self.is_enough

    def against(self, weight: float, held: int) -> None:
        """Something against the fault stands in these sentences; only one by one it stays there."""
        self._most = [
            most + weight if held & part or not self._one_by_one else most
            for most, part in zip(self._most, self._parts, strict=True)
        ]


def _weights(chance: Chance, parts: Iterable[int]) -> list[float]:
    """What a move can weigh in some sentences: once in each, in their clauses, or in all."""
    move, _, held, often = chance
    weight, most = move.weight, min(move.most, often)
    if move.within == "sentence":
        return [weight * min(most, (held & part).bit_count()) for part in parts]
    weight *= min(most, 1) if move.within == "draft" else most
    return [weight if held & part else 0.0 for part in parts]


def _parts(params: Params, sentences: Sequence[Span], whole: int) -> Iterator[int]:
    """The sentences whose moves are added up together, as bits."""
    reach = params.get("reach")
    if params.get("scope", "draft") == "sentence":
        yield from (1 << at for at in range(max(len(sentences), 1)))
    elif reach is None or not sentences:
        yield whole
    else:
        starts = [sentence.start for sentence in sentences]
        last = 0
        for at, sentence in enumerate(sentences):
            beyond = bisect_right(starts, sentence.end + reach)
            if beyond > last:  # else the part before it holds this one
                yield (1 << beyond) - (1 << at)
            last = beyond
