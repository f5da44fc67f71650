"""What a rule would say of a draft that is another in one thing.

Whatever a rule decides by, it is a function of a draft, a profile and its params.  So what made it
speak, or held it back, is found by asking it again: without some words, a field, a part of the
profile, or with another threshold.  No check need say anything of itself, and what is told is true
of every check, those of plugins too.
"""

from __future__ import annotations

from socialint.checks.check import Subject
from socialint.draft import Draft
from socialint.engine.gate import Senses
from socialint.engine.prepare import Prepared, wanting
from socialint.engine.subject import Terms, subject_of
from socialint.engine.why.twist import Twist
from socialint.finding import Hit
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span, touch

# what a view depends on
Seen = tuple[object, str | None, str | None]


class Case(NamedTuple):
    """A rule before a draft, and the stretch of its source that is asked about.

    What is known of texts is kept in `seen`: most changes leave them alone.
    """

    rule: Prepared
    draft: Draft
    profile: Profile
    terms: Terms
    stretch: Span
    seen: dict[Seen, View]

    @property
    def subject(self) -> Subject:
        """The draft as checks see it."""
        made = subject_of(self.draft, self.profile, self.terms)
        views = {segment: self._seen(segment, view) for segment, view in made.views.items()}
        heard = made.message and self._seen(made.message.text, made.message)
        return made._replace(views=views, message=heard)

    def _seen(self, text: object, view: View) -> View:
        return self.seen.setdefault((text, view.declared, view.fallback), view)

    def hits(self) -> list[Hit]:
        """What the rule finds in the draft; nothing where it may not look, or fails."""
        subject = self.subject
        if self.draft.kind not in self.rule.rule.kinds or wanting(self.rule.rule, self.profile):
            return []
        gate = self.rule.gate
        if gate and not Senses.of(subject).wake(gate):
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
        if span is None or touch(span, self.stretch):
            return True
        return not any(
            touch(segment.map.to_source(0, len(segment.text)), self.stretch)
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
