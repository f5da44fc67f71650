"""One run: sources in, a report's parts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from socialint.draft import Draft
from socialint.engine.again import Shelf, located
from socialint.engine.brands import brand_of, wrong_brand
from socialint.engine.build import ANY_BRAND
from socialint.engine.chosen import Chosen
from socialint.engine.composed import composed
from socialint.engine.feed import Key, findings, judge_feed
from socialint.engine.idling import Idling
from socialint.engine.intake import take
from socialint.engine.look import Look
from socialint.engine.manner import (
    Checked,
    Items,
    Manner,
    Spoken,
    is_passing,
    reading_of,
)
from socialint.engine.once import untold, with_own_id
from socialint.engine.prepare import Prepared
from socialint.engine.reader import Reader
from socialint.engine.subject import Terms
from socialint.engine.suppress import Now, noticed, settled
from socialint.engine.tally import Tally
from socialint.engine.waiting import Waiting
from socialint.finding import Finding, NotChecked
from socialint.frozen import Frozen, field
from socialint.profile import Profile
from socialint.report import RULE_FAILED
from socialint.settings import PerPath, Settings
from socialint.text import Source

NO_PROFILE = Profile()


class Run(Frozen):
    """What one call of a linter works with; only `tally` and `waiting` change.

    `given` is a profile that no settings name.
    """

    settings: Settings
    rules: Mapping[str, Prepared]
    profiles: Mapping[str, Profile]
    formats: Mapping[str, Any]
    terms: Terms
    tally: Tally = field(default_factory=Tally)
    waiting: Waiting = field(default_factory=Waiting)
    ids: dict[int, int] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    given: Profile | None = None

    @cached_property
    def reader(self) -> Reader:
        """Reads files."""
        return Reader(self.formats, self.overlay)

    @cached_property
    def chosen(self) -> Chosen:
        """Which rules are on where."""
        return Chosen(self.rules, self.settings.choice)

    def source(self, source: Source, suffix: str, manner: Manner) -> Checked:
        """Checks every draft and account of a source."""
        return self.items(source.path, partial(self.formats[suffix], source), manner)

    def items(self, path: str, parse: Items, manner: Manner) -> Checked:
        """Checks what `parse` reads of a file, as `source` does."""
        return take(self, path, parse, manner)

    def draft(
        self,
        draft: Draft,
        seen: Counter[int],
        entries: Sequence[PerPath] = (),
        *,
        asked: bool = True,
        given: bool = True,
        may: frozenset[str] | None = None,
    ) -> Spoken:
        """Checks one draft under its brand's profile, at the latest when the run is finished.

        `may` names those of single drafts that may speak, where that is known.
        """
        self.tally.problems.extend(wrong_brand(draft, entries, self.profiles))
        profile = self._profile(draft, entries)
        draft = self._noticed(composed(with_own_id(draft, self.ids)), entries)
        if asked and self.tally.whole:
            self.idling.look(entries, draft, profile)
        self.shelf.hold(draft, profile, always=given)
        passing = is_passing(draft)
        self.tally.passing |= passing
        if draft.notices or passing:
            may = None  # other files, or the time of day, decide what is found in it
        planned, terms = self.chosen.plan(entries, draft.kind, profile), self.terms
        look = Look(
            draft, profile, planned, terms=terms, tally=self.tally, seen=seen, asked=asked, may=may
        )
        self.waiting.add(look)
        return look.spoken

    def _noticed(self, draft: Draft, entries: Sequence[PerPath]) -> Draft:
        """The draft with what is to be told of it, and its suppressions, which are watched."""
        if draft.notices:
            draft = untold(draft, self.tally.misspelt)
        if not draft.suppressions:
            return draft
        now = Now(self.terms.known, self.chosen.names(entries), self.terms.as_of.date())
        return noticed(draft, now, self.tally.watched)

    def finish(self, *, partial: bool) -> list[NotChecked]:
        """Lets the feed rules speak; answers every rule that stayed silent, and why."""
        self.waiting.judge()
        verdicts, silent = judge_feed(self.rules, self.tally, partial=partial)
        places = located(verdicts, self.shelf, self.again, self.terms) if verdicts else {}

        def locate(key: Key, rule: Prepared, spot: int) -> Finding | None:
            return places.get((key, rule.rule.name, spot))

        self.tally.findings.extend(findings(verdicts, locate))
        asleep = self.tally.asleep
        # some drafts may have been kept before it was known that the feed is not whole
        silent = [each._replace(drafts=each.drafts + asleep.pop(each[:2], 0)) for each in silent]
        return [NotChecked(*key, count) for key, count in asleep.items() if count] + silent

    def again(self, path: str) -> Iterator[tuple[Draft, Profile]]:
        """The drafts of a file that was read before; none where it has gone."""
        entries = self.settings.at(path)
        reading = reading_of(self.settings, entries, explicit=path in self.tally.explicit)
        for draft in self.reader.drafts(Path(path), reading):
            yield composed(with_own_id(draft, self.ids)), self._profile(draft, entries)

    def settled(self, silent: Iterable[NotChecked]) -> tuple[list[Finding], list[Finding]]:
        """The findings to show, and those that are let pass; of `silent` rules nothing is known."""
        names = {one.rule for one in silent}
        names |= {one.args["rule"] for one in self.tally.problems if one.code == RULE_FAILED}
        return settled(self.tally.findings, self.tally.watched, names)

    @cached_property
    def idling(self) -> Idling:
        """Which entries of `per_path` leave out nothing."""
        return Idling(self.settings, self.rules, self.chosen, self.terms, self.tally, self.given)

    def _profile(self, draft: Draft, entries: Sequence[PerPath]) -> Profile:
        brand = brand_of(draft, entries)
        return self.profiles.get(ANY_BRAND if brand is None else brand, NO_PROFILE)
