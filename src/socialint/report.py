"""What a run answers: findings, errors, the rules that stayed silent, and an exit code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from socialint.errors import Problem
from socialint.finding import SEVERITIES, Finding, NotChecked
from socialint.named import NamedTuple
from socialint.page import Page

CLEAN, FOUND, WRONG, BUG = range(4)
NEVER = "never"
RULE_FAILED = "rule-failed"  # the code of a problem that is a bug, not the user's


class Report(NamedTuple):
    """The outcome of one run.

    `errors` are what is wrong with the inputs.  `hidden` are the findings that are let pass, by a
    suppression or the baseline; `show_suppressed` says whether to show them.  `crashed` says that
    a rule failed on some draft, which is then among `errors`.  `fail_on` is the least severity
    that fails the run, or "never"; `max_warnings` the number of warnings that it may have, or
    None for any.  `stale` counts what the baseline accepts and nobody finds any more.
    `pages` are the drafts themselves, where they are to be shown.  `passed_over` are tables
    found in a folder, and files that were named, in which no draft was recognised.
    """

    findings: tuple[Finding, ...] = ()
    errors: tuple[Problem, ...] = ()
    not_checked: tuple[NotChecked, ...] = ()
    drafts: int = 0
    files: int = 0
    hidden: tuple[Finding, ...] = ()
    fail_on: str = "error"
    crashed: bool = False
    max_warnings: int | None = None
    show_suppressed: bool = False
    stale: int = 0
    pages: tuple[Page, ...] = ()
    passed_over: tuple[str, ...] = ()

    @property
    def suppressed(self) -> int:
        """How many findings are let pass."""
        return len(self.hidden)

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings to show, in order; those that are let pass only where that is asked for."""
        if not (self.show_suppressed and self.hidden):
            return self.findings
        return tuple(sorted((*self.findings, *self.hidden), key=by_place))

    @property
    def exit_code(self) -> int:
        """0 nothing that fails the run, 1 findings, 2 a wrong input, 3 a bug; the highest wins."""
        if self.crashed:
            return BUG
        if self.errors:
            return WRONG
        return FOUND if self.failing else CLEAN

    @property
    def too_many_warnings(self) -> bool:
        """Whether there are more warnings than the run may have."""
        return self.max_warnings is not None and self.by_severity()["warning"] > self.max_warnings

    @property
    def failing(self) -> tuple[Finding, ...]:
        """The findings for which the run fails: warnings too many count whatever `fail_on` is."""
        failing = (
            set(SEVERITIES[SEVERITIES.index(self.fail_on) :]) if self.fail_on != NEVER else set()
        )
        if self.too_many_warnings:
            failing.add("warning")
        return tuple(finding for finding in self.findings if finding.severity in failing)

    def by_severity(self) -> Mapping[str, int]:
        """How many findings there are of each severity, the worst first."""
        counts = Counter(finding.severity for finding in self.findings)
        return {severity: counts[severity] for severity in reversed(SEVERITIES)}

    def to_dict(self, lang: str = "en") -> dict[str, Any]:
        """The report as `schemas/report.schema.json` describes it, with messages in `lang`.

        Personal data in quoted texts is masked.
        """
        from socialint import records  # noqa: PLC0415  a report that is only counted needs none

        return {
            "version": records.VERSION,
            "findings": [records.finding(each, lang) for each in self.told],
            "summary": records.summary(self),
            "not_checked": [records.not_checked(each, lang) for each in self.not_checked],
            "errors": [records.error(each, lang) for each in self.errors],
        }


def by_place(finding: Finding) -> tuple[str, int, str, str]:
    """The order of findings in a report."""
    start = finding.span.start if finding.span else 0
    return (finding.path, start, finding.rule, finding.channel or "")


def by_line(problem: Problem) -> tuple[str, int, int, str, str]:
    """The order of errors in a report."""
    place = (problem.path, problem.line or 0, problem.column or 0)
    return (*place, problem.code, problem.args.get("rule", ""))
