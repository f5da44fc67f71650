"""One run: sources in, a report's parts out."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from socialint.draft import Draft, Kind, Notice
from socialint.engine.again import Shelf, located
from socialint.engine.brands import brand_of, wrong_brand
from socialint.engine.build import ANY_BRAND
from socialint.engine.composed import composed
from socialint.engine.feed import Key, findings, judge_feed
from socialint.engine.judge import judge
from socialint.engine.manner import (
    Checked,
    Items,
    Manner,
    is_alone,
    is_passing,
    is_table,
    reading_of,
)
from socialint.engine.needed import Doubt, Use, is_fixed, off_everywhere, settle, use_of
from socialint.engine.prepare import Plan, Prepared, plan
from socialint.engine.subject import Terms
from socialint.engine.suppress import Now, noticed, settled
from socialint.engine.tally import Tally
from socialint.errors import Problem
from socialint.finding import Finding, NotChecked
from socialint.formats import FORMATS
from socialint.formats.decode import read_source
from socialint.formats.reading import Reading
from socialint.frozen import Frozen, field, replace
from socialint.profile import Profile
from socialint.report import RULE_FAILED
from socialint.selection import Choice, selected
from socialint.settings import PerPath, Settings
from socialint.text import Source

NO_PROFILE = Profile()
MISSPELT = "misspelt-field"
LINES = (".jsonl", ".ndjson")  # files of one draft a line, which may be long


class Run(Frozen):
    """What one call of a linter works with; only `tally` changes.

    `given` is a profile that no settings name.
    """

    settings: Settings
    rules: Mapping[str, Prepared]
    profiles: Mapping[str, Profile]
    formats: Mapping[str, Any]
    terms: Terms
    tally: Tally = field(default_factory=Tally)
    ids: dict[int, int] = field(default_factory=dict)
    chosen: dict[tuple[Choice, ...], Sequence[Prepared]] = field(default_factory=dict)
    plans: dict[tuple[tuple[PerPath, ...], Kind, Profile], Plan] = field(default_factory=dict)
    shelf: Shelf = field(default_factory=Shelf)
    overlay: Mapping[str, bytes] = field(default_factory=dict)
    given: Profile | None = None

    def read(self, path: Path) -> bytes:
        """The bytes of a file, or what `overlay` puts in its place; raises OSError."""
        found = self.overlay.get(os.path.realpath(path)) if self.overlay else None
        return path.read_bytes() if found is None else found

    def source(self, source: Source, suffix: str, manner: Manner) -> Checked:
        """Checks every draft and account of a source; answers the rules that spoke, in turn."""
        return self.items(source.path, partial(self.formats[suffix], source), manner)

    def items(self, path: str, parse: Items, manner: Manner) -> Checked:
        """Checks what `parse` reads of a file, as `source` does."""
        explicit, asked, given, known = manner
        entries = self.settings.at(path)
        for entry in entries:
            self.tally.entries.setdefault(entry, "idle")
        if explicit:
            self.tally.explicit.add(path)
        seen: Counter[int] = Counter()
        spoke: list[frozenset[str]] = []
        drafts = wrong = 0
        items = parse(reading_of(self.settings, entries, explicit=explicit))
        if explicit and asked and not self.settings.feed:
            alone, items = is_alone(items)
            self.tally.partial |= alone
        for item in items:
            if isinstance(item, Problem):
                self.tally.problems.append(item)
                wrong += 1
                continue
            drafts += item.kind != "account"
            may = known[len(spoke)] if known and len(spoke) < len(known) else None
            spoke.append(self.draft(item, seen, entries, asked=asked, given=given, may=may))
        if not (spoke or wrong) and asked and (explicit or is_table(path)):
            self.tally.passed_over.append(path)
        else:
            self.tally.files += asked
        return Checked(tuple(spoke), drafts)

    def draft(
        self,
        draft: Draft,
        seen: Counter[int],
        entries: Sequence[PerPath] = (),
        *,
        asked: bool = True,
        given: bool = True,
        may: frozenset[str] | None = None,
    ) -> frozenset[str]:
        """Checks one draft under its brand's profile; answers the rules that spoke.

        `may` names those of single drafts that may speak, where that is known.
        """
        self.tally.problems.extend(wrong_brand(draft, entries, self.profiles))
        profile = self._profile(draft, entries)
        draft = composed(self._own_id(draft))
        if draft.notices:
            draft = self._untold(draft)
        if draft.suppressions:
            on = frozenset(rule.rule.name for rule in self.on(entries))
            now = Now(self.terms.known, on, self.terms.as_of.date())
            draft = noticed(draft, now, self.tally.watched)
        if asked:
            self._prove_needed(entries, draft, profile)
        self.shelf.hold(draft, profile, always=given)
        passing = is_passing(draft)
        self.tally.passing |= passing
        if draft.notices or passing:
            may = None  # other files, or the time of day, decide what is found in it
        return judge(
            draft,
            profile,
            self._plan(entries, draft.kind, profile),
            terms=self.terms,
            tally=self.tally,
            seen=seen,
            asked=asked,
            may=may,
        )

    def finish(self, *, partial: bool) -> list[NotChecked]:
        """Lets the feed rules speak; answers every rule that stayed silent, and why."""
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
        with suppress(OSError):
            for item in self._read_again(Path(path), reading):
                if isinstance(item, Draft):
                    yield composed(self._own_id(item)), self._profile(item, entries)

    def _read_again(self, path: Path, reading: Reading) -> Iterable[Draft | Problem]:
        if parse := self.blocks(path):
            return parse(reading)
        source = read_source(path.as_posix(), self.read(path))
        if isinstance(source, Problem):
            return ()
        found: Iterator[Draft | Problem] = self.formats[path.suffix.lower()](source, reading)
        return found

    def blocks(self, path: Path) -> Items | None:
        """How to read a long file draft by draft; None for other files; raises OSError."""
        suffix = path.suffix.lower()
        if suffix not in LINES or self.overlay or self.formats.get(suffix) is not FORMATS[suffix]:
            return None
        from socialint.formats.blocks import (  # noqa: PLC0415  few files are of lines
            is_long,
            parse_blocks,
        )

        return partial(parse_blocks, path) if is_long(path) else None

    def settled(self, silent: Iterable[NotChecked]) -> tuple[list[Finding], list[Finding]]:
        """The findings to show, and those that are let pass; of `silent` rules nothing is known."""
        names = {one.rule for one in silent}
        names |= {one.args["rule"] for one in self.tally.problems if one.code == RULE_FAILED}
        return settled(self.tally.findings, self.tally.watched, names)

    def _own_id(self, draft: Draft) -> Draft:
        """The draft without its id, and with a notice, where another bears the id already."""
        if not draft.id:
            return draft
        here = hash((draft.source.path, draft.number))
        if self.ids.setdefault(hash(draft.id), here) == here:
            return draft
        place = draft.fields["id"].span if "id" in draft.fields else draft.span
        notice = Notice("duplicate-id", place, draft.id, "")
        return replace(draft, id=None, notices=(*draft.notices, notice))

    def _untold(self, draft: Draft) -> Draft:
        """The draft without what was noticed at the head of its calendar for a row before."""
        notices = []
        for notice in draft.notices:
            place = (draft.source.path, notice.span)
            if notice.kind != MISSPELT or place not in self.tally.misspelt:
                notices.append(notice)
            if notice.kind == MISSPELT:
                self.tally.misspelt.add(place)
        return replace(draft, notices=tuple(notices))

    def on(self, entries: Sequence[PerPath]) -> Sequence[Prepared]:
        """The rules that are on where these entries of `per_path` hold."""
        choices = tuple(Choice(entry.select, entry.ignore) for entry in entries)
        if choices not in self.chosen:
            rules = [rule.rule for rule in self.rules.values()]
            on = selected(rules, self.settings.choice, *choices)
            self.chosen[choices] = [self.rules[rule.name] for rule in on]
        return self.chosen[choices]

    def _plan(self, entries: Sequence[PerPath], kind: Kind, profile: Profile) -> Plan:
        key = (tuple(entries), kind, profile)
        if key not in self.plans:
            self.plans[key] = plan(self.on(entries), kind, profile)
        return self.plans[key]

    def _prove_needed(self, entries: Sequence[PerPath], draft: Draft, profile: Profile) -> None:
        """Look whether entries leave out anything of the draft, if none of them was seen to."""
        for entry in entries:
            if entry.ignore and self.tally.entries.get(entry) == "idle":
                others = [each._replace(ignore=()) if each == entry else each for each in entries]
                kept = {rule.rule.name for rule in self.on(entries)}
                left_out = [rule for rule in self.on(others) if rule.rule.name not in kept]
                doubt = Doubt(entry, left_out, draft, profile, self._fixed)
                use = use_of(doubt, self._off, self.terms, self.tally.left_out)
                self.tally.entries[entry] = use

    @cached_property
    def _fixed(self) -> bool:
        return is_fixed(self.settings, self.given)

    @cached_property
    def _off(self) -> frozenset[str]:
        return off_everywhere(self.settings, self.terms)

    def entries(self, *, partial: bool) -> Mapping[PerPath, Use]:
        """The entries of `per_path` that meant a file, and whether they leave out anything."""
        tally = self.tally
        if partial:  # rules of the feed can't tell
            doubtful = {entry for entry, _, _ in tally.left_out.rows}
            return {one: "unsure" if one in doubtful else use for one, use in tally.entries.items()}
        settle(tally.entries, self.rules, tally.records, tally.left_out)
        return tally.entries

    def _profile(self, draft: Draft, entries: Sequence[PerPath]) -> Profile:
        brand = brand_of(draft, entries)
        return self.profiles.get(ANY_BRAND if brand is None else brand, NO_PROFILE)
