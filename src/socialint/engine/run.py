"""One run: sources in, a report's parts out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from socialint.draft import Draft, Notice
from socialint.engine.feed import judge_feed
from socialint.engine.judge import Tally, Terms, judge
from socialint.engine.prepare import Prepared
from socialint.errors import Problem
from socialint.finding import NotChecked
from socialint.formats.reading import Reading
from socialint.near import near
from socialint.profile import Profile
from socialint.selection import Choice, selected
from socialint.settings import PerPath, Settings
from socialint.text import Source

NO_PROFILE = Profile()


@dataclass(frozen=True)
class Run:
    """What one call of a linter works with; only `tally` changes."""

    settings: Settings
    rules: Mapping[str, Prepared]
    profiles: Mapping[str, Profile]
    formats: Mapping[str, Any]
    terms: Terms
    tally: Tally = field(default_factory=Tally)
    ids: dict[str, tuple[str, int]] = field(default_factory=dict)
    chosen: dict[tuple[Choice, ...], Sequence[Prepared]] = field(default_factory=dict)

    def source(self, source: Source, suffix: str, *, explicit: bool, asked: bool = True) -> int:
        """Checks every draft of a source; answers how many it holds."""
        entries = self.settings.at(source.path)
        seen: Counter[str] = Counter()
        count = 0
        for item in self.formats[suffix](source, self._reading(entries, explicit=explicit)):
            if isinstance(item, Problem):
                self.tally.problems.append(item)
                continue
            count += 1
            self.draft(item, seen, entries, asked=asked)
        self.tally.files += asked
        return count

    def draft(
        self,
        draft: Draft,
        seen: Counter[str],
        entries: Sequence[PerPath] = (),
        *,
        asked: bool = True,
    ) -> None:
        """Checks one draft under its brand's profile."""
        profile = self._profile(draft, entries)
        draft = self._own_id(draft)
        rules = self._on(entries)
        judge(draft, profile, rules, terms=self.terms, tally=self.tally, seen=seen, asked=asked)

    def silent(self, *, partial: bool) -> list[NotChecked]:
        """Lets the feed rules speak; answers every rule that stayed silent, and why."""
        asleep = [NotChecked(*key, count) for key, count in self.tally.asleep.items() if count]
        return asleep + judge_feed(self.rules, self.tally, partial=partial)

    def _own_id(self, draft: Draft) -> Draft:
        """The draft without its id, and with a notice, where another bears the id already."""
        if not draft.id:
            return draft
        here = (draft.source.path, draft.number)
        if self.ids.setdefault(draft.id, here) == here:
            return draft
        place = draft.fields["id"].span if "id" in draft.fields else draft.span
        notice = Notice("duplicate-id", place, draft.id, "")
        return replace(draft, id=None, notices=(*draft.notices, notice))

    def _on(self, entries: Sequence[PerPath]) -> Sequence[Prepared]:
        choices = tuple(Choice(entry.select, entry.ignore) for entry in entries)
        if choices not in self.chosen:
            rules = [rule.rule for rule in self.rules.values()]
            on = selected(rules, self.settings.choice, *choices)
            self.chosen[choices] = [self.rules[rule.name] for rule in on]
        return self.chosen[choices]

    def _reading(self, entries: Sequence[PerPath], *, explicit: bool) -> Reading:
        presets = [entry.preset for entry in entries if entry.preset]
        return Reading(
            fields=self.settings.fields,
            preset=presets[-1] if presets else self.settings.preset,
            markdown_bank=self.settings.markdown_bank,
            explicit=explicit,
        )

    def _profile(self, draft: Draft, entries: Sequence[PerPath]) -> Profile:
        brands = [entry.brand for entry in entries if entry.brand]
        brand = draft.brand or (brands[-1] if brands else None)
        if brand is None:
            return self.profiles.get("", NO_PROFILE)
        if brand not in self.profiles:
            self._unknown_brand(draft, brand)
        return self.profiles.get(brand, NO_PROFILE)

    def _unknown_brand(self, draft: Draft, brand: str) -> None:
        span = draft.fields["brand"].span if "brand" in draft.fields else draft.span
        place = draft.source.position(span.start)
        known = [name for name in self.profiles if name]
        args = {"name": brand, "near": near(brand, known) or "-"}
        self.tally.problems.append(
            Problem("unknown-brand", draft.source.path, place.line, place.column, args)
        )
