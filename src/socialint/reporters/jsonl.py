"""The report as JSON lines: a record a line, each with its type, the summary last."""

from __future__ import annotations

from collections.abc import Iterator

from socialint import records
from socialint.report import Report
from socialint.reporters.json_report import dumps
from socialint.reporters.look import Look


def report_jsonl(report: Report, look: Look) -> Iterator[str]:
    """The same records as the JSON report holds, one by one."""
    for finding in report.told:
        yield _line("finding", records.finding(finding, look.lang), look)
    for problem in report.errors:
        yield _line("error", records.error(problem, look.lang), look)
    for silent in report.not_checked:
        yield _line("not_checked", records.not_checked(silent, look.lang), look)
    yield _line("summary", records.summary(report), look)


def _line(kind: str, record: records.Record, look: Look) -> str:
    return dumps({"type": kind, **record}, look) + "\n"
