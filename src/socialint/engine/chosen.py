"""Which rules are on where, each answer kept: most drafts of a run ask the same."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from socialint.draft import Kind
from socialint.engine.prepare import Plan, Prepared, plan
from socialint.profile import Profile
from socialint.selection import Choice, selected
from socialint.settings import PerPath


class Chosen:
    """The rules that are on by `choice`, and by the entries of `per_path` that hold."""

    def __init__(self, rules: Mapping[str, Prepared], choice: Choice) -> None:
        self._rules = rules
        self._choice = choice
        self._on: dict[tuple[Choice, ...], Sequence[Prepared]] = {}
        self._plans: dict[tuple[tuple[PerPath, ...], Kind, Profile], Plan] = {}

    def on(self, entries: Iterable[PerPath]) -> Sequence[Prepared]:
        """The rules that are on where these entries hold."""
        choices = tuple(Choice(entry.select, entry.ignore) for entry in entries)
        if choices not in self._on:
            rules = [rule.rule for rule in self._rules.values()]
            on = selected(rules, self._choice, *choices)
            self._on[choices] = [self._rules[rule.name] for rule in on]
        return self._on[choices]

    def names(self, entries: Iterable[PerPath]) -> frozenset[str]:
        """Their names."""
        return frozenset(rule.rule.name for rule in self.on(entries))

    def plan(self, entries: Sequence[PerPath], kind: Kind, profile: Profile) -> Plan:
        """Those of them that look at drafts of a kind, and those that sleep under the profile."""
        key = (tuple(entries), kind, profile)
        if key not in self._plans:
            self._plans[key] = plan(self.on(entries), kind, profile)
        return self._plans[key]

    def left_out(self, entry: PerPath, entries: Iterable[PerPath]) -> Sequence[Prepared]:
        """The rules that would be on but for what this one of the entries ignores."""
        others = [each._replace(ignore=()) if each == entry else each for each in entries]
        kept = self.names(entries)
        return [rule for rule in self.on(others) if rule.rule.name not in kept]
