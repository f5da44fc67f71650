"""What a rule would say of a draft that is another in one thing.

Whatever a rule decides by, it is a function of a draft, a profile and its params.  So what made it
speak, or held it back, is found by asking it again: without some words, a field, a part of the
profile, or with another threshold.  No check need say anything of itself, and what is told is true
of every check, those of plugins too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, islice

from socialint.draft import Draft
from socialint.engine.gate import Senses
from socialint.engine.prepare import Prepared, wanting
from socialint.engine.subject import Terms, subject_of
from socialint.engine.why.texts import words_of
from socialint.engine.why.twist import Twist
from socialint.engine.why.twists import twists
from socialint.finding import Hit
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

# what may excuse words, and never makes a fault of them
PLEAS = frozenset(["asked", "calm", "field-added", "lowered", "quoted"])
MOST_PAIRED = 14  # things that are taken away two at a time, where none alone tells


class Case(NamedTuple):
    """A rule before a draft, and the stretch of its source that is asked about."""

    rule: Prepared
    draft: Draft
    profile: Profile
    terms: Terms
    stretch: Span

    def hits(self) -> list[Hit]:
        """What the rule finds in the draft; nothing where it may not look, or fails."""
        subject = subject_of(self.draft, self.profile, self.terms)
        if self.draft.kind not in self.rule.rule.kinds or wanting(self.rule.rule, self.profile):
            return []
        gate = self.rule.gate
        if gate and not Senses(self.draft, subject.views.values(), self.profile).wake(gate):
            return []
        try:
            return [*self.rule.detect(subject)] if self.rule.detect else []
        except Exception:  # noqa: BLE001  a check may fail on what nobody wrote; the run tells it
            return []

    def speaks(self) -> bool:
        """Whether it finds a fault in the stretch, or one of the whole draft."""
        return any(self.meets(hit) for hit in self.hits())

    def meets(self, hit: Hit) -> bool:
        """Whether the hit is one of the stretch, or has no place of its own."""
        span = place_of(hit)
        if span is None or _touch(span, self.stretch):
            return True
        return not any(
            _touch(segment.map.to_source(0, len(segment.text)), self.stretch)
            for segment in self.draft.segments
        )

    def with_(self, twist: Twist) -> Case:
        """The case with one thing changed."""
        draft, profile, rule = twist.change(self.draft, self.profile, self.rule)
        return self._replace(draft=draft, profile=profile, rule=rule)


def place_of(hit: Hit) -> Span | None:
    """Where the hit stands in the source."""
    if hit.span is None or hit.segment is None:
        return hit.span
    return hit.segment.map.to_source(*hit.span)


def _touch(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


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
    found = _smallest([one for one in known if turns(one)], spoke=spoke)
    if not found:
        words = words_of(case.draft, case.stretch)
        found = _smallest([one for one in words if turns(one)], spoke=spoke)
    yield from ((one,) for one in _first_of_each(found))
    if not found and not spoke:
        yield from _pair(known, turns)


def _pair(known: Sequence[Twist], turns: Callable[..., bool]) -> Iterator[tuple[Twist, ...]]:
    """The first two that turn it together."""
    likely = [one for one in known if not one.is_scale][:MOST_PAIRED]
    yield from islice((pair for pair in combinations(likely, 2) if turns(*pair)), 1)


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
