"""What a move is, and the measures that all of them share."""

from __future__ import annotations

from socialint.checks.bait.asks import Board
from socialint.lazy import regex
from socialint.named import NamedTuple

BAIT = 2  # weight: bait in itself
AIM = 3  # weight in `goal-told`: no reaction need be named
END = regex(r"\s*(?:$|[^\w\s'’-]|[-–—]\s|(?:et|and|puis|then|or|ou)\b)")


class Move(NamedTuple):
    """A move where it stands; `kind` is a variant of the rule's messages."""

    start: int
    end: int
    kind: str


def ends(board: Board, place: int) -> bool:
    """Whether nothing more is said of an ask that ends at `place`."""
    return END.match(board.text, place) is not None
