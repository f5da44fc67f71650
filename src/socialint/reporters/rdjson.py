"""The report as reviewdog's diagnostic format, which counts columns in bytes of UTF-8.

Source: https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from socialint import printed
from socialint.errors import Problem
from socialint.finding import Edit, Finding
from socialint.redact import redact
from socialint.report import Report
from socialint.reporters.json_report import dumps
from socialint.reporters.look import Look
from socialint.text import Position

_SEVERITIES = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}

Record = dict[str, Any]


def report_rdjson(report: Report, look: Look) -> Iterator[str]:
    """One object with a diagnostic for each finding and each input that can't be read."""
    yield '{"source": {"name": "socialint"}, "diagnostics": ['
    comma = "\n"
    for problem in report.errors:
        yield comma + dumps(_problem(problem, look.lang), look)
        comma = ",\n"
    for finding in report.told:
        yield comma + dumps(_finding(finding, look.lang), look)
        comma = ",\n"
    yield "]}\n"


def _finding(finding: Finding, lang: str) -> Record:
    spoken = printed.said(finding)
    code: Record = {"value": finding.rule}
    if finding.url:
        code["url"] = finding.url
    record: Record = {
        "message": f"{spoken.message(lang)} {spoken.fix(lang)}",
        "location": {"path": finding.path},
        "severity": "INFO" if finding.suppression else _SEVERITIES[finding.severity],
        "code": code,
    }
    if finding.start and finding.end:
        start, end = _place(finding, finding.start), _place(finding, finding.end)
        record["location"]["range"] = {"start": start, "end": end}
    if suggestions := _suggestions(finding):
        record["suggestions"] = suggestions
    return record


def _suggestions(finding: Finding) -> list[Record]:
    """Its edit, if it is one, exact in bytes, and nothing of it has to be masked."""
    if len(finding.edits) != 1:
        return []
    (edit,) = finding.edits
    places = [_place(finding, edit.start), _place(finding, edit.end)]
    if not all("column" in place for place in places) or not _is_open(edit, finding):
        return []
    return [{"range": {"start": places[0], "end": places[1]}, "text": edit.replacement}]


def _is_open(edit: Edit, finding: Finding) -> bool:
    return edit.path == finding.path and redact(edit.replacement) == edit.replacement


def _place(finding: Finding, position: Position) -> Record:
    """Line and column; no column where the line's beginning is not at hand."""
    begin = position.offset - position.column + 1
    at = position.offset - (finding.line_start or 0)
    first = begin - (finding.line_start or 0)
    if finding.line_start is None or first < 0 or at > len(finding.line):
        return {"line": position.line}
    column = len(finding.line[first:at].encode("utf-8", "surrogatepass")) + 1
    return {"line": position.line, "column": column}


def _problem(problem: Problem, lang: str) -> Record:
    message, fix = printed.explained(problem, lang)
    location: Record = {"path": problem.path}
    if problem.line:
        location["range"] = {"start": {"line": problem.line}}
    return {
        "message": f"{message} → {fix}" if fix else message,
        "location": location,
        "severity": "ERROR",
        "code": {"value": problem.code},
    }
