"""How far a text can push a dimension of tone at most: most texts need no closer look.

Counted are places where words and signs may stand, before any of them is proved.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import atanh, inf
from operator import itemgetter

from socialint.checks.address.most import MOST_TU, MOST_VOUS
from socialint.checks.check import Params, Words
from socialint.checks.voice.abstract import ABSTRACT
from socialint.checks.voice.spoken import Spoken
from socialint.layers.beforehand import RAW
from socialint.layers.candidates import HITS, LISTS, PLACES
from socialint.layers.fold import WORDS
from socialint.layers.totals import kinds, plain_words
from socialint.layers.view import View
from socialint.named import NamedTuple

DIMENSIONS = ("formality", "humour", "respect", "enthusiasm")
TOLERANCE = 1.2
LEAST_PUSHES = 2
LONG = 50  # words: the sums of longer texts are brought down to this length
CUT = frozenset(["t", "re", "ve", "ll", "m", "d"])  # what stands after the apostrophe
_NEARLY = 1e-9  # what the sums may differ by from those of a closer look

Pushes = Mapping[str, float]
Most = Sequence[tuple[int, str]]  # how often each list or sign may stand in a text at most


class Bound(NamedTuple):
    """On one side of a dimension: what lists and signs push, and the sum that must be passed."""

    pushes: Pushes
    beyond: float


class Reach(NamedTuple):
    """The bounds of a voice, and the most of any of them that one place of a list or sign takes."""

    bounds: Sequence[Bound]
    shares: Pushes


def reach(words: Words, params: Params) -> Callable[[Spoken], bool]:
    """Tells whether any dimension of a voice is within reach of a finding in a text."""
    table = {**params["lists"], **params["signs"]}
    keys = {words.key(name): name for name in params["lists"]}

    @lru_cache(maxsize=64)
    def known(declared: tuple[tuple[str, float], ...]) -> Reach:
        bounds = list(_bounds(dict(declared), table, params["scale"]))
        return Reach(bounds, {name: max(_shares(bounds, name), default=0) for name in table})

    def may_be_off(item: Spoken) -> bool:
        view, (bounds, shares) = item.view, known(tuple(item.voice["dimensions"].items()))
        signs, held = _signs(item), [key for key in keys if key in view.layer(LISTS)]
        most = [*signs, *[(_places(view, key), keys[key]) for key in held]] if held else signs
        # by the number of words the sums are brought down
        length = max(1.0, _least_words(view) / LONG)
        if sum([count * shares[name] for count, name in most]) <= length:
            return False
        if not (near := _within(bounds, most, length)):
            return False
        raw = view.layer(RAW)
        apart = [(_most_apart(raw[key]), keys[key]) for key in held]
        if not (near := _within(near, [*signs, *apart], length)):
            return False
        proved = [(len(words.matches(view, keys[key])), keys[key]) for key in held]
        return bool(_within(near, [*signs, *proved], length))

    return may_be_off


def _shares(bounds: Iterable[Bound], name: str) -> Iterator[float]:
    for pushes, beyond in bounds:
        if name in pushes:
            yield pushes[name] / beyond if beyond > 0 else inf


def _bounds(
    declared: Mapping[str, float], table: Mapping[str, Pushes], scale: float
) -> Iterator[Bound]:
    """Where twice the tangent of a sum, over the scale, is further away than the voice bears."""
    borne = declared.get("tolerance", TOLERANCE)
    for dimension in DIMENSIONS:
        if dimension not in declared:
            continue
        for side in (1, -1):
            at = (side * declared[dimension] + borne) / 2
            beyond = scale * atanh(at) - _NEARLY if abs(at) < 1 else inf if at > 0 else -inf
            by = {name: side * pushes.get(dimension, 0) for name, pushes in table.items()}
            yield Bound({name: push for name, push in by.items() if push > 0}, beyond)


def _within(bounds: Iterable[Bound], most: Most, length: float) -> Sequence[Bound]:
    """Those that enough pushes could pass, in a text of so many times the usual length."""
    within = []
    for bound in bounds:
        many = pushed = 0.0
        for count, name in most:
            if name in bound.pushes:
                many += count
                pushed += count * bound.pushes[name]
        if many >= LEAST_PUSHES and pushed > bound.beyond * length:
            within.append(bound)
    return within


def _least_words(view: View) -> int:
    """At most as many words as `count_words` counts: one with apostrophes or hyphens is one."""
    folded = view.layer(WORDS).folded.text
    return plain_words(view) - folded.count("'") - folded.count("-")


def _most_apart(spans: Iterable[tuple[int, int]]) -> int:
    """How many of the spans there are at most of which no two overlap."""
    many = reached = 0
    for start, end in sorted(spans, key=itemgetter(1)):
        if start >= reached:
            many, reached = many + 1, end
    return many


def _cut(view: View) -> int:
    """How many words may be cut at an apostrophe as English ones are."""
    places = view.layer(PLACES)
    if not (endings := places.keys() & CUT):
        return 0
    words = view.layer(WORDS)
    starts, folded = words.starts, words.folded.text
    found = [at for ending in endings for at in places[ending]]
    return sum([folded[starts[at] - 1] == "'" for at in found])


def _places(view: View, key: str) -> int:
    """In how many places entries of a list may stand at most: some may be told of twice."""
    return sum([len(hits.firsts(key)) for hits in view.layer(HITS) if key in hits.lists])


def _signs(item: Spoken) -> Most:
    view, count = item.view, item.view.text.count
    pictures = kinds(view).get("emoji", 0)
    found = [
        (count("!") + count("‼"), "exclamation"),
        (_cut(view), "contraction"),
        (pictures, "emoji"),
        (pictures, "laugh"),
        (len(view.layer(ABSTRACT)), "abstract"),
    ]
    if item.lang == "fr":
        found += [(view.layer(MOST_TU), "tu"), (view.layer(MOST_VOUS), "vous")]
    return [one for one in found if one[0]]
