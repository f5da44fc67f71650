"""The times by which a reply promises something, as its card shows them."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.conversation.classes import of_class
from socialint.checks.conversation.parts import NAMED, Part
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

DEADLINE, UNTIL = "deadline", "by-then"
LENGTHS = frozenset({"minute", "hour", "day", "night", "week", "month"})
FIGURE, LEADS, WHOLE = 0, 1, 2
# Between the pieces of a time stands nothing, or a word such as “at”, « à », « le ».
_JOINT = regex(r"\s*(?:\w{1,2}\s+)?")


class _Piece(NamedTuple):
    """A stretch of a time: whole by itself, a figure, or a word that leads one."""

    start: int
    end: int
    worth: int


def deadlines(view: View) -> Iterator[Part]:
    """Each time with all its pieces: “by Friday noon”; a bare hour or length is none."""
    times: list[list[_Piece]] = []
    for piece in sorted(_pieces(view)):
        if times and _joins(view.text, times[-1][-1], piece):
            times[-1].append(piece)
        else:
            times.append([piece])
    for pieces in times:
        if span := _whole(pieces):
            yield Part(span, DEADLINE)


def _pieces(view: View) -> Iterator[_Piece]:
    for part in view.layer(NAMED)[DEADLINE]:
        yield _Piece(*part.span, WHOLE if part.weight >= WHOLE else LEADS)
    for match in of_class(view, UNTIL):
        yield _Piece(match.start, match.end, match.weight)
    for entity in view.layer(ENTITIES):
        if _is_time(entity):
            yield _Piece(entity.start, entity.end, FIGURE)


def _is_time(entity: Entity) -> bool:
    return entity.kind == "time" or (entity.kind == "quantity" and entity.unit in LENGTHS)


def _joins(text: str, before: _Piece, piece: _Piece) -> bool:
    return piece.start < before.end or bool(_JOINT.fullmatch(text, before.end, piece.start))


def _whole(pieces: list[_Piece]) -> Span | None:
    """All of a time, if a piece says until when; without a last word that leads nowhere."""
    while pieces and pieces[-1].worth == LEADS:
        pieces.pop()
    if not any(piece.worth != FIGURE for piece in pieces):
        return None
    return Span(pieces[0].start, max(piece.end for piece in pieces))
