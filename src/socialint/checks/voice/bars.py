"""What a voice stays clear of, family by family."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from socialint.checks.check import Params, Words
from socialint.checks.moves.move import Move
from socialint.checks.moves.reading import moves
from socialint.named import NamedTuple

AVOIDED = 2  # what a sentence may not hold of a list that the brand avoids by name


class Bar(NamedTuple):
    """What a voice stays clear of in one family: lists, moves, and what weighs too much.

    `keys` are the full names of the lists, `office` what a sentence weighs by its shape.
    """

    family: str
    lists: Sequence[str]
    keys: frozenset[str]
    moves: Sequence[Move]
    most: float
    office: float


class Bars(NamedTuple):
    """The bars of a voice, and what a text must have for any of them to keep something out.

    That is one of the lists `keys`, all lists of one of the `rows`, which forms of moves ask for,
    or, if a bar `asks_office`, a sentence of an office.
    """

    bars: Sequence[Bar]
    keys: frozenset[str]
    rows: Sequence[frozenset[str]]
    asks_office: bool

    def let_pass(self, present: frozenset[str]) -> bool:
        """Whether a text with these word lists has nothing that a bar keeps out."""
        return self.keys.isdisjoint(present) and not any(map(present.issuperset, self.rows))


def bars_of(params: Params, words: Words) -> Callable[[tuple[str, ...], str | None], Bars]:
    """Gives the bars of a voice that avoids these lists and has this register; made once each."""
    known = {
        family: moves({"moves": given}, words) for family, given in params.get("moves", {}).items()
    }
    weights = params.get("abstract", {})

    @lru_cache(maxsize=64)
    def bars(avoid: tuple[str, ...], register: str | None) -> Bars:
        families = _barred(avoid, register, params["lists"])
        return _together(
            [
                Bar(
                    family,
                    lists,
                    frozenset(map(words.key, lists)),
                    known.get(family, ()),
                    most,
                    weights.get(family, 0),
                )
                for family, (lists, most) in families.items()
            ]
        )

    return bars


def _together(bars: Sequence[Bar]) -> Bars:
    forms = [form for bar in bars for move in bar.moves for form in move.needs]
    rows = [frozenset(row) for form in forms for row in product(*form)]
    keys = frozenset().union(*[bar.keys for bar in bars])
    return Bars(bars, keys, rows, any(bar.office for bar in bars))


def _barred(
    avoid: Collection[str], register: str | None, lists: Mapping[str, Any]
) -> dict[str, tuple[list[str], float]]:
    """By family: the lists that a voice stays clear of, and what weighs too much."""
    families: dict[str, tuple[list[str], float]] = {}
    for name, data in lists.items():
        named = {name, *data.get("with", ())}
        limits = [AVOIDED] if not named.isdisjoint(avoid) else []
        limits += [data["registers"].get(register, 0)]
        if limit := min(filter(None, limits), default=0):
            names, least = families.get(data["family"], ([], limit))
            families[data["family"]] = ([*names, name], min(least, limit))
    return families
