"""Which figure of two posts on one matter can't both be right."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from socialint.layers.stated import Stated
from socialint.named import NamedTuple

# the least share of the words beside two figures that must be the same; and in near texts
LEAST = 0.5
LEAST_IN_NEAR = 0.3


class Conflict(NamedTuple):
    """Two figures, by their places in the lists of the two posts."""

    first: int
    second: int


Group = tuple[str, str, str]


def conflict(
    before: Sequence[Stated],
    after: Sequence[Stated],
    weights: Mapping[int, float] | None,
    *,
    near: bool = False,
) -> Conflict | None:
    """The one figure in which two posts differ; None where they agree or differ in several.

    Of a kind of figure (prices in euros, hours…) each post must have one that the other has not.
    `weights` are those of stems: then the words beside the two must be the same ones for the most
    part; None if words can't be compared, as between languages: then each post must state as
    many figures of the kind as the other.  `near` says that the texts are much alike.
    """
    one, other = _grouped(before), _grouped(after)
    found = list(_differing(one, other, same_count=weights is None))
    if len(found) != 1:
        return None
    first, second = found[0]
    if first < 0:
        return None
    if weights is not None and not _same_matter(
        before[first], after[second], weights, LEAST_IN_NEAR if near else LEAST
    ):
        return None
    return Conflict(first, second)


def _grouped(facts: Sequence[Stated]) -> Mapping[Group, Mapping[str, int]]:
    """The place of each value, by kind."""
    groups: defaultdict[Group, dict[str, int]] = defaultdict(dict)
    for number, fact in enumerate(facts):
        groups[fact.kind, fact.unit, fact.role].setdefault(fact.value, number)
    return groups


def _differing(
    one: Mapping[Group, Mapping[str, int]],
    other: Mapping[Group, Mapping[str, int]],
    *,
    same_count: bool,
) -> Iterator[tuple[int, int]]:
    for group in one.keys() & other.keys():
        if same_count and (len(one[group]) != len(other[group]) or group[0] == "number"):
            continue
        lost = [place for value, place in one[group].items() if value not in other[group]]
        new = [place for value, place in other[group].items() if value not in one[group]]
        if lost and new:
            yield (lost[0], new[0]) if len(lost) == len(new) == 1 else (-1, -1)


def _same_matter(one: Stated, other: Stated, weights: Mapping[int, float], share: float) -> bool:
    if one.kind == "code":
        return True
    shared = sum(weights.get(stem, 0.0) for stem in set(one.label) & set(other.label))
    least = min(sum(weights.get(stem, 0.0) for stem in fact.label) for fact in (one, other))
    return bool(least) and shared >= least * share
