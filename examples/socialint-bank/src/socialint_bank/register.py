"""One line a finding, for the compliance archive."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.report import Report
from socialint.reporters import Look


def report_register(report: Report, look: Look) -> Iterator[str]:
    """Yields `rule;path;line;severity` for each finding: no words of the draft are archived."""
    for finding in report.findings:
        line = finding.start.line if finding.start else ""
        yield f"{finding.rule};{finding.path};{line};{finding.severity}\n"
