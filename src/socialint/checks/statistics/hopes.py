"""What figures of a kind can weigh at most, told by the words that may stand in a sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from socialint.checks.check import Params, Words
from socialint.checks.held import ENTITY_BITS, HELD
from socialint.checks.spots import Spots
from socialint.checks.statistics.claims import SCOPES
from socialint.checks.statistics.numerals import KINDS
from socialint.checks.statistics.quantities import CROWD, LISTS, MASS
from socialint.layers.candidates import LISTS as LISTED
from socialint.layers.entities import Entity
from socialint.named import NamedTuple

# without any of these lists a number is an amount, money or a crowd, and nothing else
TELLING = (
    *(name for _, name in LISTS),
    *("denominators", "percents", "multiples", "scales", "factors"),
)
PLAIN = ("amount", "money")
COUNTED = KINDS | {"time"}


class Hopes(NamedTuple):
    """By kind of figure: what it lacks by itself (0 or less), and what lists may add to that.

    `telling` are lists without any of which a number is plain.
    """

    lack: Mapping[str, int]
    gains: Mapping[str, Mapping[str, int]]
    telling: frozenset[str]


def hopes_of(params: Params, words: Words) -> Hopes:
    """Those of the params of a rule."""
    kinds: Mapping[str, int] = params["kinds"]
    more = max(params["discount"], params["emphasis"], 0)  # of percentages
    least = {kind: params["thin" if kind in params["hints"] else "claim"] for kind in kinds}
    return Hopes(
        {kind: weight + more - least[kind] for kind, weight in kinds.items()},
        {kind: _gains(params, words, kind) for kind in kinds},
        frozenset(map(words.key, TELLING)),
    )


def _gains(params: Params, words: Words, kind: str) -> Mapping[str, int]:
    gains: defaultdict[str, int] = defaultdict(int)
    for scope in SCOPES:
        for name, weight in params[scope].items():
            gain = weight if isinstance(weight, int) else weight.get(kind, weight["default"])
            if gain > 0:
                gains[words.key(name)] += gain
    return dict(gains)


class Hoped:
    """What figures of a text may weigh."""

    def __init__(self, spots: Spots, hopes: Hopes) -> None:
        self._spots = spots
        self._hopes = hopes
        self._gains: dict[str, Sequence[tuple[int, int]]] = {}

    def is_enough(self, kind: str, number: int) -> bool:
        """Whether a figure of that kind in that sentence may weigh enough."""
        weight = self._hopes.lack[kind]
        if weight >= 0:
            return True
        bit = 1 << number
        return sum([gain for held, gain in self._of(kind) if held & bit]) + weight >= 0

    def _of(self, kind: str) -> Sequence[tuple[int, int]]:
        if kind not in self._gains:
            gains, view = self._hopes.gains[kind], self._spots.view
            lists = view.layer(LISTED)
            names = lists.intersection(gains)
            held = view.layer(HELD) if names else {}
            self._gains[kind] = [(held[name], gains[name]) for name in names]
        return self._gains[kind]

    def may_claim(self) -> bool:
        """Whether any figure may weigh enough; cheap where all of them are plain numbers."""
        present = self._spots.view.layer(LISTED)
        if not self._hopes.telling.isdisjoint(present):
            return True
        numbers = [entity for entity in self._spots.entities if entity.kind in COUNTED]
        return any(map(_tells, numbers)) or any(map(self._are_enough, PLAIN))

    def _are_enough(self, kind: str) -> bool:
        """Whether a figure of that kind may weigh enough in any sentence."""
        lack, gains = self._hopes.lack[kind], self._hopes.gains[kind]
        if lack >= 0:
            return bool(self._figures)
        present = self._spots.view.layer(LISTED).intersection(gains)
        if sum([gains[name] for name in present]) + lack < 0:
            return False
        held = 0
        for bits, _ in self._of(kind):
            held |= bits
        numbers = range(held.bit_length())
        return any(self.is_enough(kind, at) and self._figures >> at & 1 for at in numbers)

    @cached_property
    def _figures(self) -> int:
        """The sentences that may hold a figure, as bits."""
        found = self._spots.view.layer(ENTITY_BITS)
        held = self._spots.held("cardinal")
        for kind in COUNTED & found.keys():
            held |= found[kind]
        return held


def _tells(entity: Entity) -> bool:
    """Whether it may be more than an amount or money."""
    if entity.kind in {"percent", "ratio"} or entity.unit == "x":
        return True
    if entity.kind == "quantity":
        return (entity.value or 0) >= MASS
    return entity.kind == "number" and (entity.value or 0) >= CROWD
