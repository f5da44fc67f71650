"""What is told of a person that is nobody's business, by moves: who, and then what."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from socialint.checks.check import Params, Subject, Words
from socialint.checks.moves.board import Board
from socialint.checks.moves.found import found
from socialint.checks.moves.grammar import named
from socialint.checks.moves.move import Move, moves_in, names_in
from socialint.checks.moves.params import PARAMS
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.text import Span

_EDGES = " \u00a0\u202f,;:.("  # signs that a name leaves behind
MOST_SETS = 512  # few sets of words come again and again
PARTS = ("told", "told_in_reply")
SCHEMA: Mapping[str, Any] = dict.fromkeys(PARTS, PARAMS["properties"]["moves"])


class Told:
    """The moves of a rule: those of every draft, and those of replies, where a reader is known."""

    def __init__(self, params: Params, words: Words) -> None:
        self._words = words
        self._always = moves_in(params, "told", words)
        self._in_reply = self._always + moves_in(params, "told_in_reply", words)
        slots = (slot for move in self._in_reply for form in move.forms for slot in form)
        self._keys = frozenset(key for slot in slots for key in slot.keys)
        self._due = lru_cache(MOST_SETS)(self._find)

    def _find(self, present: frozenset[str], *, reply: bool) -> tuple[Move, ...]:
        """The moves whose words are there."""
        moves = self._in_reply if reply else self._always
        return tuple(move for move in moves if move.is_due(present))

    def facts(self, subject: Subject, view: View) -> Iterator[tuple[str, Span]]:
        """Each fact told, as the name of its move and its place."""
        due = self._due(view.layer(LISTS) & self._keys, reply=subject.draft.kind == "reply")
        if due:
            board = Board(view, self._words, subject.message)
            for item in found(board, due):
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
