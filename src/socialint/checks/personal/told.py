"""What is told of a person that is nobody's business, by moves: who, and then what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import Params, Subject, Words
from socialint.checks.moves.board import Board
from socialint.checks.moves.chance import Chance, chances
from socialint.checks.moves.due import Indexed
from socialint.checks.moves.found import found_of
from socialint.checks.moves.grammar import named
from socialint.checks.moves.names import names_in
from socialint.checks.moves.params import PARAMS
from socialint.checks.moves.reading import moves_in
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.text import Span

_EDGES = " \u00a0\u202f,;:.("  # signs that a name leaves behind
PARTS = ("told", "told_in_reply")
SCHEMA: Mapping[str, Any] = dict.fromkeys(PARTS, PARAMS["properties"]["moves"])


class Told:
    """The moves of a rule: those of every draft, and those of replies, where a reader is known."""

    def __init__(self, params: Params, words: Words) -> None:
        self._words = words
        always = moves_in(params, "told", words)
        self._always = Indexed(always)
        self._in_reply = Indexed(always + moves_in(params, "told_in_reply", words))

    def due(self, subject: Subject, view: View) -> Sequence[Chance]:
        """The moves that may stand in the text, by its words and those it answers."""
        present, reply = view.layer(LISTS), subject.draft.kind == "reply"
        due = (self._in_reply if reply else self._always).due(present, subject.message).moves
        return chances(view, due) if due else ()

    def facts(
        self, subject: Subject, view: View, due: Iterable[Chance]
    ) -> Iterator[tuple[str, Span]]:
        """Each fact told, as the name of its move and its place."""
        board = Board(view, self._words, subject.message)
        for chance in due:
            for item in found_of(board, chance):
                yield item.move.name, _unnamed(item.span, view)


def _unnamed(span: Span, view: View) -> Span:
    """The span less the person's name at either end: outputs tell the fault, not of whom."""
    start, end = span
    for name in sorted(set(named(view))):
        if name.start <= start < name.end < end:
            start = name.end
        elif start < name.start < end <= name.end:
            end = name.start
    told = view.text[start:end]
    return Span(
        start + len(told) - len(told.lstrip(_EDGES)), end - len(told) + len(told.rstrip(_EDGES))
    )


def uses(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every list or class that the moves name, with the steps to its place."""
    for part in PARTS:
        yield from names_in(params, part)
