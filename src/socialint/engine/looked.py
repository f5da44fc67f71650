"""A check that is over, and what it knows beside its report."""

from __future__ import annotations

from socialint.engine.run import Run
from socialint.finding import Finding
from socialint.named import NamedTuple
from socialint.report import Report
from socialint.text import Position


class Looked(NamedTuple):
    """`run` has checked its files; `partial` where they are not the whole feed."""

    run: Run
    report: Report
    partial: bool

    def told_for(self, path: str, line: int) -> list[Finding]:
        """The findings that are told elsewhere, for a draft on the line too."""
        from socialint.engine.why.feed import told_for  # noqa: PLC0415  needs more than a report

        return list(told_for(self.run, self.report.findings, path, line))

    def pardon(self, finding: Finding) -> Position | None:
        """Where the suppression stands that lets a finding pass; None where it has no place."""
        one = finding.suppression
        if one is None or one.kind == "baseline":
            return None
        for draft, _ in self.run.again(finding.path):
            if one in draft.suppressions:
                return draft.source.position(one.span.start)
        return None
