"""Where the moves of a rule are in a text."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from socialint.checks.clauses import count_words
from socialint.checks.moves.board import Board
from socialint.checks.moves.move import BOTH, Form, Move
from socialint.named import NamedTuple
from socialint.text import Span

START, END = ("^",), ("$",)
MOST_TRIES = 40  # places of one slot that are tried in one stretch


class Found(NamedTuple):
    """A move where it stands."""

    move: Move
    span: Span


def found(board: Board, moves: Sequence[Move]) -> Iterator[Found]:
    """The moves of a text, each at most as often as it counts."""
    for move in moves:
        left = move.most
        for span in _spans(board, move):
            if left and _fits(board, move, span):
                left -= 1
                yield Found(move, span)


def _spans(board: Board, move: Move) -> Iterator[Span]:
    """The first place in each stretch where one of the forms stands."""
    units = board.units(move.within)
    forms: defaultdict[int, list[Form]] = defaultdict(list)
    for form in move.forms:
        for number in _may_hold(board, form, units):
            forms[number].append(form)
    for number in sorted(forms):
        places = [span for form in forms[number] if (span := place(board, form, units[number]))]
        if places:
            yield min(places)


def _may_hold(board: Board, form: Form, units: Sequence[Span]) -> Iterable[int]:
    """The numbers of the units that hold a word for each slot that wants one."""
    held: set[int] | None = None
    for slot in form:
        if slot.keys and not any(BOTH in name for name in slot.names):
            starts = [match.start for name in slot.names for match in board.all(name)]
            numbers = {max(bisect_right(units, start, key=_start) - 1, 0) for start in starts}
            held = numbers if held is None else held & numbers
            if not held:
                return ()
    return range(len(units)) if held is None else held


_start = attrgetter("start")


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
