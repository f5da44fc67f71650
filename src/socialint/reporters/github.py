"""The report as workflow commands, which GitHub shows as annotations beside the lines.

Source: https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint import printed
from socialint.errors import Problem
from socialint.finding import Finding
from socialint.report import Report
from socialint.reporters.cells import plain
from socialint.reporters.look import Look

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = {**_DATA, **str.maketrans({":": "%3A", ",": "%2C"})}


def report_github(report: Report, look: Look) -> Iterator[str]:
    """A line for each finding and each input that can't be read."""
    for problem in report.errors:
        yield _problem(problem, look)
    for finding in report.told:
        yield _finding(finding, look)


def _finding(finding: Finding, look: Look) -> str:
    spoken = printed.said(finding)
    place: dict[str, str | int] = {"file": finding.path}
    if finding.start and finding.end:
        place |= {"line": finding.start.line, "endLine": finding.end.line}
        if finding.start.line == finding.end.line:
            place |= {"col": finding.start.column, "endColumn": finding.end.column}
    lines = [spoken.message(look.lang), spoken.why(look.lang), spoken.fix(look.lang)]
    if passed := printed.let_pass(finding, look.lang):
        lines.append(passed)
    level = "notice" if finding.suppression else _LEVELS[finding.severity]
    return _command(level, {**place, "title": finding.rule}, lines, look)


def _problem(problem: Problem, look: Look) -> str:
    place = {"file": problem.path, "line": problem.line, "col": problem.column}
    known = {name: value for name, value in place.items() if value is not None}
    lines = [text for text in printed.explained(problem, look.lang) if text]
    return _command("error", {**known, "title": problem.code}, lines, look)


def _command(level: str, place: Mapping[str, str | int], lines: list[str], look: Look) -> str:
    said = [plain(line, look.encoding) for line in lines]
    properties = ",".join(
        f"{name}={plain(str(v)).translate(_PROPERTY)}" for name, v in place.items()
    )
    return f"::{level} {properties}::{chr(10).join(said).translate(_DATA)}\n"
