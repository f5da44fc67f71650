"""How far a text can push a dimension of tone at most: most texts need no closer look.

Counted are places where words and signs may stand, before any of them is proved.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import tanh
from typing import Any

from socialint.checks.address.most import MOST_TU, MOST_VOUS
from socialint.checks.check import Params, Words
from socialint.checks.voice.abstract import abstract
from socialint.checks.voice.spoken import Spoken
from socialint.layers.candidates import LISTS, PLACES, RAW
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.view import View

DIMENSIONS = ("formality", "humour", "respect", "enthusiasm")
TOLERANCE = 1.2
LEAST_PUSHES = 2
LONG = 50  # words: the sums of longer texts are brought down to this length
CUT = frozenset(["t", "re", "ve", "ll", "m", "d"])  # what stands after the apostrophe

Pushes = Mapping[str, float]


def may_be_off(item: Spoken, words: Words, params: Params) -> bool:
    """Whether any dimension of the voice is within reach of a finding, the cheapest look first."""
    declared, scale = item.voice["dimensions"], params["scale"]
    signs = list(_signs(item, words, params["signs"]))
    most = [*signs, *_lists(item.view, words, params["lists"])]
    asked = [dimension for dimension in DIMENSIONS if dimension in declared]
    asked = [dimension for dimension in asked if _reaches(most, dimension, declared, scale)]
    if not asked:
        return False
    # only then are the words worth counting, by whose number the sums are brought down
    scale *= max(1.0, _least_words(item.view) / LONG)
    asked = [dimension for dimension in asked if _reaches(most, dimension, declared, scale)]
    if not asked:
        return False
    most = [*signs, *((len(words.matches(item.view, n)), p) for n, p in params["lists"].items())]
    return any(_reaches(most, dimension, declared, scale) for dimension in asked)


def _reaches(
    most: list[tuple[int, Pushes]], dimension: str, declared: Mapping[str, Any], scale: float
) -> bool:
    """Whether enough pushes on one side could take the dimension there beyond what is borne."""
    up = down = 0.0
    many_up = many_down = 0
    for count, pushes in most:
        by = pushes.get(dimension, 0)
        if by > 0:
            up, many_up = up + by * count, many_up + count
        elif by:
            down, many_down = down + by * count, many_down + count
    borne, wanted = declared.get("tolerance", TOLERANCE), declared[dimension]
    return (many_up >= LEAST_PUSHES and 2 * tanh(up / scale) - wanted > borne) or (
        many_down >= LEAST_PUSHES and wanted - 2 * tanh(down / scale) > borne
    )


def _least_words(view: View) -> int:
    """At most as many words as `count_words` counts: one with apostrophes or hyphens is one."""
    words = view.layer(WORDS)
    folded = words.folded.text
    return sum(map(str.isalnum, words.tokens)) - folded.count("'") - folded.count("-")


def _cut(view: View) -> int:
    """How many words may be cut at an apostrophe as English ones are."""
    places, words = view.layer(PLACES), view.layer(WORDS)
    starts, folded = words.starts, words.folded.text
    found = [at for ending in places.keys() & CUT for at in places[ending]]
    return sum(folded[starts[at] - 1] == "'" for at in found)


def _lists(view: View, words: Words, lists: Mapping[str, Pushes]) -> Iterator[tuple[int, Pushes]]:
    """How often an entry of each list may stand in the text at most, and what it pushes."""
    present = view.layer(LISTS)
    for name, pushes in lists.items():
        if (key := words.key(name)) in present:
            yield len(view.layer(RAW)[key]), pushes


def _signs(item: Spoken, words: Words, signs: Mapping[str, Pushes]) -> Iterator[tuple[int, Pushes]]:
    view, text = item.view, item.view.text
    yield text.count("!") + text.count("‼"), signs["exclamation"]
    yield _cut(view), signs["contraction"]
    if pictures := [entity.kind for entity in view.layer(ENTITIES)].count("emoji"):
        yield pictures, signs["emoji"]
        yield pictures, signs["laugh"]
    if item.lang == "fr":
        yield view.layer(MOST_TU), signs["tu"]
        yield view.layer(MOST_VOUS), signs["vous"]
    yield len(abstract(view, words, item.lang)), signs["abstract"]
