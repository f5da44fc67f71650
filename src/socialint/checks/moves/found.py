"""Where the moves of a rule are in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter

from socialint.checks.clauses import count_words
from socialint.checks.moves.board import Board
from socialint.checks.moves.chance import Chance, chances
from socialint.checks.moves.move import END, START, Form, Move
from socialint.named import NamedTuple
from socialint.text import Span

_start = attrgetter("start")
MOST_TRIES = 40  # places of one slot that are tried in one stretch


class Found(NamedTuple):
    """A move where it stands."""

    move: Move
    span: Span


# Forms of a move, each with where the words of its slots begin.
Forms = Sequence[tuple[Form, Sequence[Sequence[int]]]]
# The forms of a move that a unit may hold, by the number of the unit.
Held = Mapping[int, Sequence[Form]]


def found(board: Board, moves: Iterable[Move]) -> Iterator[Found]:
    """The moves of a text, each at most as often as it counts."""
    for chance in chances(board.view, moves):
        yield from found_of(board, chance)


def found_of(board: Board, chance: Chance) -> Iterator[Found]:
    """A move that may stand in the text, where it does."""
    move = chance.move
    if move.is_plain:
        return _plain(board, move)
    return found_in(board, move, held(board, move, likely(board, chance)))


def _plain(board: Board, move: Move) -> Iterator[Found]:
    """A move of forms of one slot, without context: the first place in each unit."""
    names = [name for (slot,) in move.forms for name in slot.names]
    units, left, last = board.units(move.within), move.most, -1
    if not units:
        return
    for span in board.between(names, Span(0, len(board.text))):
        number = max(bisect_right(units, span.start, key=_start) - 1, 0)
        if number > last and units[number].start <= span.start and span.end <= units[number].end:
            yield Found(move, span)
            left, last = left - 1, number
            if not left:
                return


def likely(board: Board, chance: Chance) -> Forms:
    """The forms that have a match for each slot that wants words, and where those begin."""
    # to ask for grammar costs more than to ask guards
    begin = board.sure_starts if chance.move.asks_grammar else board.starts
    found = []
    for form in chance.forms:
        slots = (slot.heads for slot in form if slot.heads)
        starts = [[start for key in heads for start in begin(key)] for heads in slots]
        if all(starts):
            found.append((form, starts))
    return found


def times(move: Move, forms: Forms) -> int:
    """How often a move can count at most, by how often its rarest words stand in the text."""
    return min(move.most, sum(min(map(len, starts), default=move.most) for _, starts in forms))


def held(board: Board, move: Move, forms: Forms) -> Held:
    """Where a move may stand, by its words alone: no more often than in so many units."""
    units = board.units(move.within) if forms else ()
    found: defaultdict[int, list[Form]] = defaultdict(list)
    for form, starts in forms:
        for number in _shared(units, starts):
            found[number].append(form)
    return found


def found_in(board: Board, move: Move, forms: Held) -> Iterator[Found]:
    """The move where it stands in the units that may hold it: the first place in each."""
    units, left = board.units(move.within) if forms else (), move.most
    for number in sorted(forms):
        places = [span for form in forms[number] if (span := place(board, form, units[number]))]
        first = min(places, default=None)
        if first and _fits(board, move, first):
            yield Found(move, first)
            left -= 1
            if not left:
                return


def _shared(units: Sequence[Span], slots: Iterable[Iterable[int]]) -> Iterable[int]:
    """The numbers of the units in which something begins for each slot."""
    held: set[int] | None = None
    for starts in slots:
        numbers = {max(bisect_right(units, start, key=_start) - 1, 0) for start in starts}
        held = numbers if held is None else held & numbers
    return range(len(units)) if held is None else held


def _fits(board: Board, move: Move, span: Span) -> bool:
    return all(board.holds(*context, span) for context in move.given) and not any(
        board.holds(*context, span) for context in move.unless
    )


def place(board: Board, form: Form, unit: Span) -> Span | None:
    """The first place within `unit` where the slots of `form` are filled in order."""
    return _fill(board, form, unit, 0, unit.start)


def _fill(board: Board, form: Form, unit: Span, number: int, at: int) -> Span | None:
    """The span from the first filled slot on, if slot `number` and those after it can be filled."""
    if number == len(form):
        return Span(at, at)
    slot = form[number]
    near = slot.gap if number else None
    if slot.names == END:
        left = board.text[at : unit.end]
        return Span(at, at) if count_words(left) <= (slot.gap or 0) else None
    if slot.names == START:
        return _fill(board, form, unit, number + 1, unit.start) if at == unit.start else None
    for span in board.between(slot.names, Span(at, unit.end))[:MOST_TRIES]:
        if near is not None and count_words(board.text[at : span.start]) > near:
            return None
        if rest := _fill(board, form, unit, number + 1, span.end):
            return Span(span.start, max(span.end, rest.end))
    return None
