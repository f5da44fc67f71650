"""A draft before the rules, until all of them have looked at it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet
from typing import Any

from socialint.checks.check import Card, Subject
from socialint.draft import Draft
from socialint.engine.gate import Senses
from socialint.engine.manner import Spoken
from socialint.engine.place import Place
from socialint.engine.prepare import Plan
from socialint.engine.subject import Terms, card_of, subject_of
from socialint.engine.suppress import hold
from socialint.engine.tally import Tally
from socialint.finding import Finding
from socialint.profile import Profile

PROMO = "promo-ratio"  # the rule that knows which posts sell


class Look:
    """A draft as checks see it, where its findings are made, and what came of it so far.

    The rules of a `plan` look, of those of single drafts the ones in `may` (None: all), and only
    rules of the feed where not `asked`; `seen` counts the fingerprints given in its file.

    `card` is how a run knows the draft once it is gone, `sells` what the rule of promotion says.
    """

    __slots__ = (
        "_number",
        "asked",
        "card",
        "found",
        "may",
        "place",
        "plan",
        "sells",
        "senses",
        "spoken",
        "subject",
        "tally",
        "terms",
    )

    def __init__(
        self,
        draft: Draft,
        profile: Profile,
        plan: Plan,
        *,
        terms: Terms,
        tally: Tally,
        seen: Counter[int],
        asked: bool = True,
        may: AbstractSet[str] | None = None,
    ) -> None:
        self.subject = subject_of(draft, profile, terms)
        self.place = place_of(self.subject, terms, seen)
        self.plan = plan
        self.terms = terms
        self.tally = tally
        self.asked = asked
        self.may = may if asked else frozenset()
        self.senses = Senses.of(self.subject)
        self.card = _card(draft, terms, tally, asked=asked)
        self.spoken = Spoken()
        self.found: list[Finding] = []
        self.sells: Any = None
        self._number: int | None = None

    def keep(self, rule: str, value: Any, *, faulty: bool) -> None:
        """Keep of the draft what a rule of the feed asks for."""
        if self._number is None:
            self._number = self.tally.deck.add(self.card)
        rows = self.tally.rows(rule, self.subject.profile)
        rows.add(self._number, value, faulty=faulty)
        if rule == PROMO:
            self.sells = value

    def close(self) -> None:
        """Let go of the layers."""
        for view in (*self.subject.views.values(), *filter(None, [self.subject.message])):
            view.forget()


def place_of(subject: Subject, terms: Terms, seen: Counter[int]) -> Place:
    """Where findings of the draft are made; `seen` counts the fingerprints given in its file."""
    live = hold(subject.draft.suppressions, terms.known, terms.as_of.date())
    return Place(subject.draft, subject.views, seen, live)


def _card(draft: Draft, terms: Terms, tally: Tally, *, asked: bool) -> Card:
    """The draft's card; cards of the same channels share them."""
    card = card_of(draft, terms.as_of, asked=asked)
    same = tally.channels.setdefault(card.channels, card.channels)
    return card if same is card.channels else card._replace(channels=same)
