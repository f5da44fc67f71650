"""One text, or a pool of texts, held against a learned voice."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.fingerprint.learn import LEAST_WORDS_OF_ONE, distance
from socialint.fingerprint.measures import Counts, pooled, rates
from socialint.fingerprint.voice import Voice
from socialint.named import NamedTuple

SHOWN = 3
CLEAR = 2.5  # deviations of a feature that is worth showing


class Difference(NamedTuple):
    """A feature that is off: what is usual, and what stands here, as rates."""

    name: str
    low: float
    high: float
    here: float
    deviations: float


class Verdict(NamedTuple):
    """How far texts are from a voice; `off` where further than the voice's own held-out posts."""

    off: bool
    distance: float
    limit: float
    size: int
    differences: tuple[Difference, ...]


def compare(texts: Sequence[Counts], voice: Voice) -> Verdict | None:
    """The verdict on texts taken together; None where they, or the voice, are too thin to tell."""
    sizes = voice.limits.keys() & voice.habits.keys()
    size = max((size for size in sizes if size <= len(texts)), default=None)
    whole = pooled(texts) if texts else None
    if size is None or whole is None or whole.words < LEAST_WORDS_OF_ONE * size:
        return None
    found, usual = rates(whole, voice.lang), voice.habits[size]
    far = distance(found, usual)
    differences = [
        Difference(name, habit.low, habit.high, found[name], gap)
        for name, habit in usual.items()
        if name in found
        and (gap := abs(found[name] - habit.centre) / habit.spread) >= CLEAR
        and not habit.low <= found[name] <= habit.high
    ]
    # words that everybody uses weigh in the sum, but tell an editor nothing
    told = sorted(differences, key=lambda one: (one.name.startswith("“"), -one.deviations))
    limit = voice.limits[size]
    return Verdict(far > limit, far, limit, size, tuple(told[:SHOWN]))
