"""Which posts say nearly the same: a join of all pairs within a window of time.

Texts are sets of stems.  A stem weighs the more, the fewer posts have it (inverse document
frequency), so that what a calendar's posts have in common by habit counts for little; two posts
are as near as the cosine of their weights.  The stems of a sentence together weigh no more than
the sentence does, which is little if it stands in many posts word for word; nor does the second
half of a set phrase ("tree nursery") weigh what a word does that could be any other.

Chance alone makes some of very many pairs alike.  What two texts share must weigh more than the
logarithm of how many pairs are compared: then less than one such pair is to be expected.

Only texts that share one of a text's heaviest stems are compared: the others can't be near enough
(the prefix filter of Bayardo, Ma and Srikant, "Scaling up all pairs similarity search", 2007).

However many posts lie within the window, each is held against the 1,000 before it at most, and the
60 latest that are near it count: the work grows with the number of posts, whatever they say.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from math import log, sqrt
from operator import mul

from socialint.checks.feed.weights import Text, Weights
from socialint.named import NamedTuple

# parts may match in any order, and there are many orders
MARGIN = 11.0
# posts before it that one is compared with, and those near it that are named
MOST = 1000
NAMED = 60
# what sums may be wrong by
_SLIP = 1e-9


class Near(NamedTuple):
    """Two of the texts, by their places in the list, the earlier first, and how near they are."""

    first: int
    second: int
    share: float


class Vector(NamedTuple):
    """The weights of a text's stems, those of which near texts must share one, and two norms.

    `rest` is the norm of the stems that are not among these.
    """

    weights: Mapping[int, float]
    prefix: tuple[int, ...]
    norm: float
    rest: float


Posted = defaultdict[int, deque[int]]  # the texts that have a stem, in time order
NOTHING = Vector({}, (), 0.0, 0.0)


def near_pairs(
    texts: Sequence[Text],
    times: Sequence[float],
    window: float,
    least: float,
    *,
    known: Weights,
    margin: float = MARGIN,
    compared: int | None = None,
) -> Iterator[Near]:
    """Pairs of `texts` no more than `window` apart (`times` ascend) and at least so near.

    `known` are the weights of the texts; `margin` is how much more than chance it must be, in
    powers of e.  `compared` are the pairs of the whole of which these texts are a part.
    """
    posted: Posted = defaultdict(deque)
    vectors: list[Vector] = []
    chance = log(1 + (count_pairs(times, window) if compared is None else compared)) + margin
    first = 0
    for number, text in enumerate(texts):
        while times[number] - times[first] > window or number - first > MOST:
            # out of reach from here on: a long feed must not pile up
            _forget(posted, vectors[first])
            vectors[first] = NOTHING
            first += 1
        vector = _vector(_weights(text, known), least, chance)
        vectors.append(vector)
        found = _shared(vector, posted, vectors)
        for stem in vector.weights:
            posted[stem].append(number)
        near = list(_verified(number, found, vectors, least, chance))
        yield from near if len(near) <= NAMED else sorted(near)[-NAMED:]


def _forget(posted: Posted, oldest: Vector) -> None:
    for stem in oldest.weights:
        posted[stem].popleft()
        if not posted[stem]:
            del posted[stem]


def _shared(vector: Vector, posted: Posted, vectors: Sequence[Vector]) -> dict[int, float]:
    """What the heaviest stems weigh that it shares with each of the posts before it."""
    found: defaultdict[int, float] = defaultdict(float)
    for stem in vector.prefix:
        weight = vector.weights[stem]
        for other in posted.get(stem, ()):
            found[other] += weight * vectors[other].weights[stem]
    return found


def count_pairs(times: Sequence[float], window: float) -> int:
    """How many pairs lie within the window."""
    count = first = 0
    for number, when in enumerate(times):
        while when - times[first] > window:
            first += 1
        count += number - first
    return count


def _weights(text: Text, known: Weights) -> Mapping[int, float]:
    """What each stem of a text weighs in it."""
    of, bound, habits = known
    own: dict[int, float] = {}
    for code, stems in text:
        weights = [
            of[stem] * bound.get((stem, before), 1.0)
            for before, stem in zip((0, *stems), stems, strict=False)
        ]
        whole = sum(weights)
        most = habits.get(code, whole)
        scale = most / whole if whole > most else 1.0
        own |= {stem: weight * scale for stem, weight in zip(stems, weights, strict=True) if weight}
    return own


def _vector(own: Mapping[int, float], least: float, chance: float) -> Vector:
    """What a text is compared by; nothing if no other can share enough of it.

    The stems outside the prefix are too light for a near text to share none but them: their norm
    is less than it takes, or all of them together weigh no more than chance does.
    """
    light = sum(own.values())
    if light < chance - _SLIP:
        return NOTHING
    order = sorted(own, key=lambda stem: (-own[stem], stem))
    whole = rest = sum(weight**2 for weight in own.values())
    length = 0
    while rest >= whole * least**2 and light >= chance - _SLIP and length < len(order):
        weight = own[order[length]]
        rest -= weight**2
        light -= weight
        length += 1
    return Vector(own, tuple(order[:length]), sqrt(whole), sqrt(max(rest, 0.0)))


def _verified(
    number: int,
    found: Mapping[int, float],
    vectors: Sequence[Vector],
    least: float,
    chance: float,
) -> Iterator[Near]:
    vector = vectors[number]
    own, nothing = vector.weights, repeat(0.0)
    for other, partial in found.items():
        mate = vectors[other]
        wanted = least * vector.norm * mate.norm
        if partial + vector.rest * mate.norm < wanted:
            continue
        theirs = [*map(mate.weights.get, own, nothing)]
        if sum(map(min, own.values(), theirs)) < chance:
            continue
        product = sum(map(mul, own.values(), theirs))
        if product >= wanted:
            yield Near(other, number, product / (vector.norm * mate.norm))
