"""Which changes, alone or two together, make a silent rule speak, or silence one that speaks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice

from socialint.engine.why.case import Case
from socialint.engine.why.texts import seen_words, words_of
from socialint.engine.why.twist import Twist
from socialint.engine.why.twists import twists
from socialint.text import Span, touch

# what may excuse words, and never makes a fault of them
PLEAS = frozenset(["asked", "calm", "field-added", "lowered", "quoted"])
MOST_PAIRED = 14  # things that are taken away two at a time, where none alone tells
MOST_BESIDE = 8  # the same of words that no list has, and of those with a number in brackets
MOST_TRIED = 40  # words that are taken away by themselves, where nothing else tells
NEAR = 12  # cuts that are asked about one by one; those further off first together
CUTS = ("words", "part")
Pair = tuple[Twist, Twist]
Turns = Callable[..., bool]


def turning(case: Case) -> Iterator[tuple[Twist, ...]]:
    """The changes that make a silent rule speak in the stretch, or one that speaks fall silent.

    Each alone; where none does and the rule is silent, two together.
    """
    spoke = case.speaks()

    def turns(*changes: Twist) -> bool:
        now = case
        for change in changes:
            now = now.with_(change)
        return now.speaks() != spoke

    every = twists(case.rule, case.draft, case.profile, case.terms, case.stretch)
    known = [one for one in every if spoke or one.name not in PLEAS]
    found = _smallest(_alone(known, turns, spoke=spoke), spoke=spoke)
    beside: Sequence[Twist] = ()
    if not found:
        near = seen_words(case.rule, case.subject, case.stretch)
        words = [*words_of(case.draft, near or case.stretch, MOST_TRIED)]
        beside = words if near else []
        found = _smallest([one for one in words if turns(one)], spoke=spoke)
    yield from ((one,) for one in _first_of_each(found))
    if not found and not spoke:
        yield from _pair([one for one in known if not one.is_scale], beside, turns)


def _alone(known: Sequence[Twist], turns: Turns, *, spoke: bool) -> list[Twist]:
    """Those that turn it by themselves.

    What is far from a fault seldom holds it up, and is asked about together before each is.  Nor
    is a sentence asked about where less than one is found to be enough.
    """
    order = {id(one): number for number, one in enumerate(known)}
    far = [one for one in known if one.name in CUTS][NEAR:] if spoke else []
    apart = {id(one) for one in far}
    found = [one for one in known if one.name != "sentence" and id(one) not in apart and turns(one)]
    found += _among(far, turns)
    if not (spoke and any(one.span for one in found)):
        found += [one for one in known if one.name == "sentence" and turns(one)]
    return sorted(found, key=lambda one: order[id(one)])


def _among(cuts: Sequence[Twist], turns: Turns) -> Iterator[Twist]:
    """Those of many cuts that turn it, halved again and again where all together do."""
    if not cuts or not turns(*cuts):
        return
    if len(cuts) == 1:
        yield from cuts
        return
    half = len(cuts) // 2
    yield from _among(cuts[:half], turns)
    yield from _among(cuts[half:], turns)


def _pair(known: Sequence[Twist], words: Sequence[Twist], turns: Turns) -> Iterator[Pair]:
    """The first two that turn it together: what was looked up, and names and words beside it."""
    dated = [one for one in words if one.args]
    likely = [*known[:MOST_PAIRED], *dated[-MOST_BESIDE:], *words[:MOST_BESIDE]]
    pairs = (pair for pair in combinations(likely, 2) if not _touching(*pair))
    yield from islice((pair for pair in pairs if turns(*pair)), 1)


def _touching(one: Twist, other: Twist) -> bool:
    return bool(one.span and other.span and touch(one.span, other.span))


def _smallest(found: Sequence[Twist], *, spoke: bool) -> list[Twist]:
    """Those that take away no more than they must.

    No words of which a part will do, and no sentence for the sake of one nearby.
    """
    spans = [one.span for one in found if one.span]
    words = spoke and any(one.span and one.name != "sentence" for one in found)
    return [
        one
        for one in found
        if not one.span
        or (
            not (words and one.name == "sentence")
            and not any(_within(other, one.span) for other in spans)
        )
    ]


def _within(inner: Span, outer: Span) -> bool:
    return inner != outer and outer.start <= inner.start and inner.end <= outer.end


def _first_of_each(found: Sequence[Twist]) -> Iterator[Twist]:
    """Of the values of one param the nearest that turns it; of the same words the first."""
    told = set()
    for one in found:
        if one.key not in told:
            told.add(one.key)
            yield one
