"""A check that is over, and what it knows beside its report."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.engine.files import check_files, files_in
from socialint.engine.outcome import report_of
from socialint.engine.run import Run
from socialint.finding import Finding
from socialint.named import NamedTuple
from socialint.report import Report
from socialint.text import Position

if TYPE_CHECKING:
    from socialint.linter import Linter


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


def look_at(linter: Linter, paths: Iterable[str | Path], *, whole: bool = False) -> Looked:
    """A check of paths with all that it knows, for who asks why.

    `whole` says that they are the whole feed, whatever they look like.
    """
    run = linter.run()
    run.tally.pages = [] if whole else None  # then what rules across posts need is kept
    partial = check_files(run, files_in(run, [str(path) for path in paths])) and not whole
    return Looked(run, report_of(run, linter.baseline, partial=partial), partial)
