"""What the moves that may stand in a text can weigh at most."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from socialint.checks.check import Params
from socialint.checks.moves.chance import Chance
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.text import Span

SLACK = 1e-6  # tenths don't add up to the last bit


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
