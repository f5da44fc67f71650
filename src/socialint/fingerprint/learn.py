"""A fingerprint learned from approved posts: rates with robust spread, intervals, n.

Deterministic: the bootstrap draws with a fixed seed, so the same posts give the same file.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from random import Random
from statistics import median

from socialint.fingerprint.measures import MEANS, PER, Counts, pooled, rates
from socialint.fingerprint.voice import SEED, Fingerprint, Habit, Voice
from socialint.named import NamedTuple

LEAST_POSTS = 20
LEAST_WORDS = 400
LEAST_WORDS_OF_ONE = 25  # a shorter text says nothing by itself
POOLS = (1, 5, 20)  # texts judged together
DRAWS = 200
ROUNDS = 12
TAIL = 0.025  # of a 95 % interval, on either side
KEPT = 0.995  # of the pools of held-out halves that the limit lets pass
MAD = 1.4826  # makes the median deviation that of a normal distribution
FLOOR = 0.15  # of the centre: a habit never told more finely
MOST = 6.0  # deviations that one feature counts for


class Sample(NamedTuple):
    """One approved text: its language, its channel or None, what was counted of it."""

    lang: str
    channel: str | None
    counts: Counts


def learn(samples: Iterable[Sample]) -> Fingerprint:
    """The voices of approved posts: one a language, and one a channel where there are enough."""
    groups: dict[tuple[str, str | None], list[Counts]] = defaultdict(list)
    for sample in samples:
        groups[sample.lang, None].append(sample.counts)
        if sample.channel:
            groups[sample.lang, sample.channel].append(sample.counts)
    voices, thin = [], []
    for (lang, channel), found in sorted(groups.items(), key=_place):
        if len(found) < LEAST_POSTS or sum(one.words for one in found) < LEAST_WORDS:
            thin.append((lang, channel, len(found)))
        else:
            voices.append(_voice(lang, channel, found))
    return Fingerprint(tuple(voices), tuple(thin))


def _place(group: tuple[tuple[str, str | None], list[Counts]]) -> tuple[str, str]:
    (lang, channel), _ = group
    return lang, channel or ""


def _voice(lang: str, channel: str | None, found: Sequence[Counts]) -> Voice:
    random = Random(SEED)  # noqa: S311  a bootstrap, no secret
    sizes = [size for size in POOLS if 2 * size <= len(found)]
    return Voice(
        lang,
        channel,
        len(found),
        sum(one.words for one in found),
        _intervals(found, lang, random),
        {size: habits(_pools(found, size, random), lang) for size in sizes},
        {size: _limit(found, size, lang, random) for size in sizes},
    )


def _pools(found: Sequence[Counts], size: int, random: Random) -> list[Counts]:
    if size == 1:
        return [one for one in found if one.words >= LEAST_WORDS_OF_ONE] or list(found)
    return [pooled(random.sample(found, size)) for _ in range(DRAWS)]


def _intervals(
    found: Sequence[Counts], lang: str, random: Random
) -> dict[str, tuple[float, float, float]]:
    whole = rates(pooled(found), lang)
    drawn = [rates(pooled(random.choices(found, k=len(found))), lang) for _ in range(DRAWS)]
    return {
        name: (value, *_between([one[name] for one in drawn], TAIL))
        for name, value in whole.items()
    }


def _between(values: Sequence[float], tail: float) -> tuple[float, float]:
    ordered = sorted(values)
    last = len(ordered) - 1
    return ordered[round(tail * last)], ordered[round((1 - tail) * last)]


def habits(pools: Sequence[Counts], lang: str) -> dict[str, Habit]:
    """The centre and the robust spread of each rate over pools."""
    table = [rates(pool, lang) for pool in pools]
    words = median(pool.words for pool in pools)
    found = {}
    for name in table[0]:
        values = [row[name] for row in table]
        centre = median(values)
        spread = MAD * median(abs(value - centre) for value in values)
        # one sign more or less in a text of this length tells nothing
        least = max(FLOOR * abs(centre), 0.0 if name in MEANS else PER / max(words, 1))
        found[name] = Habit(centre, max(spread, least, 1e-6), *_between(values, 0.05))
    return found


def distance(found: Mapping[str, float], usual: Mapping[str, Habit]) -> float:
    """Root mean square of the deviations of all features, each capped."""
    squares = [
        min(abs(found[name] - habit.centre) / habit.spread, MOST) ** 2
        for name, habit in usual.items()
        if name in found
    ]
    return float((sum(squares) / max(len(squares), 1)) ** 0.5)


def _limit(found: Sequence[Counts], size: int, lang: str, random: Random) -> float:
    """What pools of one half of the posts are away from the habits of the other, at most."""
    far = []
    for _ in range(ROUNDS):
        shuffled = random.sample(found, len(found))
        half = len(shuffled) // 2
        usual = habits(_pools(shuffled[:half], min(size, half), random), lang)
        others = _pools(shuffled[half:], min(size, half), random)
        far += [distance(rates(pool, lang), usual) for pool in others]
    return _between(far, 1 - KEPT)[1]
