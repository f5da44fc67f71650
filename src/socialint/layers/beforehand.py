"""What is told of word lists before a match is made: where entries may stand, how many, how heavy.

What is not here is nowhere in the text; what is here may still be silenced.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socialint.layers.candidates import CANDIDATES, HITS, LISTS, Hits
from socialint.layers.view import Layer, View
from socialint.lazy import Made


def _raw(view: View) -> Mapping[str, Sequence[tuple[int, int]]]:
    """Where entries of a list may stand: their first word, and the word after their last."""
    found, names = view.layer(HITS), view.layer(LISTS)

    def make(name: str) -> Sequence[tuple[int, int]]:
        spans: list[tuple[int, int]] = []
        for hits in found:
            if name in hits.lists:
                for places, _ in hits.lone(name):
                    spans += [(place, place + 1) for place in places]
                if name in hits.longer:
                    spans += [(end[0], -end[3]) for end in hits.longer[name]]
        return sorted(set(spans)) if len(spans) > 1 else spans

    return Made(names, make)


# No match is made and nothing proved: what is not here is nowhere.
RAW: Layer[Mapping[str, Sequence[tuple[int, int]]]] = Layer("raw", _raw)


def _counts(view: View) -> Mapping[str, int]:
    found = view.layer(HITS)

    def make(name: str) -> int:
        many = 0
        for hits in found:
            if name in hits.longer:
                return sum([one.trait.weight > 0 for one in view.layer(CANDIDATES)[name]])
            if name in hits.lists:
                many += _count(hits, name)
        return many

    names = view.layer(LISTS)
    return Made(names, make)


# How many candidates of a list weigh anything: those of one word are counted, not made.
CANDIDATE_COUNTS: Layer[Mapping[str, int]] = Layer("counts", _counts)


def _tops(view: View) -> Mapping[str, int]:
    found, names = view.layer(HITS), view.layer(LISTS)
    return Made(names, lambda name: max([_top(hits, name) for hits in found if name in hits.lists]))


# What no candidate of a list outweighs; none is made.
TOPS: Layer[Mapping[str, int]] = Layer("tops", _tops)


def _top(hits: Hits, name: str) -> int:
    traits = hits.lexicon.traits
    entries = [entry for _, lone in hits.lone(name) for entry in lone]
    for _, node, _, _ in hits.longer.get(name, ()):
        entries += [entry for entry in node.entries if traits[entry].list == name]
    return max([traits[entry].weight for entry in entries])


def _count(hits: Hits, name: str) -> int:
    traits, many = hits.lexicon.traits, 0
    for places, lone in hits.lone(name):
        for entry in lone:
            if traits[entry].weight > 0:
                many += len(places)
    return many
