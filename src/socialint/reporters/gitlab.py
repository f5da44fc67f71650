"""The report as GitLab's code quality artifact.

Source: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from typing import Any

from socialint import printed
from socialint.errors import Problem
from socialint.finding import Finding
from socialint.report import Report
from socialint.reporters.json_report import dumps
from socialint.reporters.look import Look

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def report_gitlab(report: Report, look: Look) -> Iterator[str]:
    """A list of issues; no two have one fingerprint, or GitLab would show one of them only."""
    seen: Counter[str] = Counter()
    comma = "\n"
    yield "["
    for problem in report.errors:
        yield comma + dumps(_problem(problem, look.lang), look)
        comma = ",\n"
    for finding in report.told:
        seen[finding.fingerprint] += 1
        yield comma + dumps(_finding(finding, look.lang, seen[finding.fingerprint]), look)
        comma = ",\n"
    yield "]\n"


def _finding(finding: Finding, lang: str, number: int) -> dict[str, Any]:
    spoken = printed.said(finding)
    first = finding.start.line if finding.start else 1
    last = finding.end.line if finding.end else first
    return {
        "description": f"{spoken.message(lang)} {spoken.fix(lang)}",
        "check_name": finding.rule,
        "fingerprint": _hash(finding.fingerprint, str(number)),
        "severity": "info" if finding.suppression else _SEVERITIES[finding.severity],
        "location": {"path": finding.path, "lines": {"begin": first, "end": last}},
    }


def _problem(problem: Problem, lang: str) -> dict[str, Any]:
    message, fix = printed.explained(problem, lang)
    line = problem.line or 1
    return {
        "description": f"{message} → {fix}" if fix else message,
        "check_name": problem.code,
        "fingerprint": _hash(problem.code, problem.where),
        "severity": "blocker",
        "location": {"path": problem.path, "lines": {"begin": line, "end": line}},
    }


def _hash(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
