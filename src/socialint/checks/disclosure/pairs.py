"""Classes of words that tell a deal or a tie, alone or two together, and which a text holds."""

from __future__ import annotations

from typing import Literal

from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.named import NamedTuple

Kind = Literal["gift", "earning", "promo", "pay", "tie"]


class Move(NamedTuple):
    """`first` and then `then`, at most `reach` words apart; the weight is the lighter one's.

    `least` makes the pair weigh more than either; `turned` allows the other order too.
    """

    kind: Kind
    first: str
    then: str
    reach: int
    least: int = 0
    turned: bool = False


# "sent me" and « m'a gentiment envoyé »: each language has words for its own order only.
MOVES = (
    Move("gift", "ad-give", "ad-me", 0),
    Move("gift", "ad-me", "ad-give", 2),
    Move("gift", "ad-was", "ad-give", 2),
    Move("pay", "ad-exchange", "ad-content", 3, least=3),
    Move("gift", "ad-keen", "ad-to-give", 1, least=2),
    Move("gift", "ad-thanks", "ad-present", 9),
    Move("gift", "ad-paid", "ad-cost", 1),
    Move("earning", "ad-gain", "ad-share", 3, least=3),
    Move("earning", "ad-gain", "ad-sale", 12, least=3, turned=True),
    Move("tie", "ad-kin", "ad-runs", 3),
    Move("tie", "ad-kin-is", "ad-role", 0),
    Move("tie", "ad-role", "ad-kin", 2),
    Move("tie", "ad-mine", "ad-made", 3),
    Move("tie", "ad-kin", "ad-place", 2, turned=True),
    Move("tie", "ad-owner", "ad-kin", 2, turned=True),
)
ALONE: tuple[tuple[str, Kind], ...] = (
    ("ad-free", "gift"),
    ("ad-given", "gift"),
    ("ad-promo", "promo"),
    ("ad-pay", "pay"),
    ("ad-job", "tie"),
)
# What is told by two classes in its own way, and weighs this much.
SAID = 2
MOCKED, THANKED_BY = ("ad-label", "ad-hush"), ("ad-thanks", "ad-self")


def key(name: str) -> str:
    """The full name of a class."""
    return f"classes/{name}"


# By the first class, which few texts hold: what else must be there for a sign to be found.
_ALONE = {key(name): (name, kind) for name, kind in ALONE}
_BEGUN = {
    key(first): tuple((key(move.then), move) for move in MOVES if move.first == first)
    for first in {move.first for move in MOVES}
}


def alone(present: frozenset[str]) -> list[tuple[str, Kind]]:
    """The classes that tell by themselves and are there, with what they tell."""
    return [_ALONE[name] for name in present.intersection(_ALONE)]


def due(present: frozenset[str]) -> list[Move]:
    """The moves of two classes that are both there."""
    return [
        move
        for head in present.intersection(_BEGUN)
        for then, move in _BEGUN[head]
        if then in present
    ]


def holds(view: View, *names: str) -> bool:
    """Whether each of these classes has a word in the text; no match is made for the answer."""
    present = view.layer(LISTS)
    for name in names:  # noqa: SIM110  a generator costs more than the look
        if key(name) not in present:
            return False
    return True
