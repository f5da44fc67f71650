from __future__ import annotations

import pytest

from socialint.errors import Problem
from socialint.finding import Finding, Severity, Wording
from socialint.report import Report


def finding(severity: Severity) -> Finding:
    return Finding(
        rule="made-up",
        code="CLM399",
        severity=severity,
        confidence="high",
        path="a.md",
        draft=None,
        channel=None,
        field=None,
        span=None,
        start=None,
        end=None,
        quote=None,
        wording={"en": Wording({"": "m"}, {"": "w"}, {"": "f"}, {})},
    )


@pytest.mark.parametrize(
    ("severities", "fail_on", "most", "code"),
    [
        ("", "info", None, 0),
        ("warning info", "error", None, 0),
        ("error", "error", None, 1),
        ("warning", "warning", None, 1),
        ("info", "warning", None, 0),
        ("info", "info", None, 1),
        ("error warning", "never", None, 0),
        ("warning warning", "error", 2, 0),
        ("warning warning", "error", 1, 1),
        ("warning", "never", 0, 1),
        ("info error", "never", 0, 0),
    ],
)
def test_the_exit_code_says_whether_findings_fail_the_run(
    severities: str, fail_on: str, most: int | None, code: int
) -> None:
    findings = tuple(finding(severity) for severity in severities.split())  # type: ignore[arg-type]  # the table holds no other
    assert Report(findings, fail_on=fail_on, max_warnings=most).exit_code == code


def test_a_bug_ranks_over_a_wrong_input_and_that_over_findings() -> None:
    findings = (finding("error"),)
    errors = (Problem("path-missing", "a.md"),)
    assert Report(findings, errors, crashed=True).exit_code == 3
    assert Report(findings, errors).exit_code == 2
    assert Report(findings).exit_code == 1
    assert Report((), errors, fail_on="never").exit_code == 2


def test_every_severity_is_counted_even_where_there_is_none() -> None:
    report = Report((finding("info"), finding("info")))
    assert report.by_severity() == {"error": 0, "warning": 0, "info": 2}
