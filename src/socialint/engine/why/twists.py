"""Everything that may be another in what a rule judges, one thing at a time."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.draft import NOWHERE, Draft
from socialint.engine.prepare import Prepared
from socialint.engine.subject import Terms
from socialint.engine.why.declared import fields_of, kinds_of, parts_of, scales
from socialint.engine.why.texts import signs_of, stretches_of
from socialint.engine.why.twist import Twist
from socialint.profile import Profile
from socialint.text import Span

MOST_WORDS = 60  # of the words that the rule looked up, those nearest to the stretch


def twists(
    rule: Prepared, draft: Draft, profile: Profile, terms: Terms, stretch: Span
) -> Iterator[Twist]:
    """Everything, what is nearest to the stretch of the source first."""
    yield from sorted(
        stretches_of(rule, draft, profile, terms, stretch),
        key=lambda one: abs((one.span or NOWHERE).start - stretch.start),
    )[:MOST_WORDS]
    yield from signs_of(draft, profile, terms, stretch)
    yield from fields_of(draft)
    yield from parts_of(profile)
    yield from kinds_of(rule, draft)
    yield from scales(rule)
