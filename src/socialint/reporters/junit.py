"""The report as JUnit XML, which most CI servers read.

Source: https://github.com/jenkinsci/xunit-plugin, junit-10.xsd
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from socialint import printed
from socialint.errors import Problem
from socialint.finding import Finding
from socialint.report import Report
from socialint.reporters.cells import plain as shown
from socialint.reporters.look import Look

# what XML can't hold beside control characters
_NONE = str.maketrans(dict.fromkeys("\ufffe\uffff", "\ufffd"))


def plain(text: str) -> str:
    """The text without what XML can't hold."""
    return shown(text).translate(_NONE)


def report_junit(report: Report, look: Look) -> Iterator[str]:
    """A suite for each file with findings, a case for each of them.

    Those for which the run fails are failures; the others are skipped cases, which fail no build.
    """
    told = report.told
    failed = set(map(id, report.failing))
    counts = f'tests="{max(len(told) + len(report.errors), 1)}" failures="{len(failed)}"'
    yield '<?xml version="1.0" encoding="utf-8"?>\n'
    yield f'<testsuites name="socialint" {counts} errors="{len(report.errors)}">\n'
    for problem in report.errors:
        yield from _suite(problem.path, [_problem(problem, look)], 0, 1)
    for path, group in groupby(told, key=lambda finding: finding.path):
        found = list(group)
        cases = [_case(each, look, fails=id(each) in failed) for each in found]
        yield from _suite(path, cases, sum(id(each) in failed for each in found), 0)
    if not told and not report.errors:
        yield from _suite("socialint", ['<testcase name="socialint" classname="socialint"/>'], 0, 0)
    yield "</testsuites>\n"


def _suite(path: str, cases: list[str], failures: int, errors: int) -> Iterator[str]:
    skipped = sum("<skipped" in case for case in cases)
    counts = f'tests="{len(cases)}" failures="{failures}" errors="{errors}" skipped="{skipped}"'
    yield f"<testsuite name={quoteattr(plain(path))} {counts}>\n"
    for case in cases:
        yield f"{case}\n"
    yield "</testsuite>\n"


def _case(finding: Finding, look: Look, *, fails: bool) -> str:
    spoken = printed.said(finding)
    place = f"{finding.start.line}:{finding.start.column}" if finding.start else "-"
    where = plain(f"{finding.path}:{place}" if finding.start else finding.path)
    message = plain(spoken.message(look.lang))
    said = [where, message, plain(spoken.why(look.lang)), plain(spoken.fix(look.lang))]
    said.append(plain(printed.let_pass(finding, look.lang)))
    text = "\n".join(line for line in said if line)
    head = f"<testcase name={quoteattr(f'{finding.rule} {place}')} {_class(finding.path)}>"
    if fails:
        body = f"<failure type={quoteattr(finding.severity)} message={quoteattr(message)}>"
        return f"{head}{body}{escape(text)}</failure></testcase>"
    return (
        f"{head}<skipped message={quoteattr(message)}/>"
        f"<system-out>{escape(text)}</system-out></testcase>"
    )


def _problem(problem: Problem, look: Look) -> str:
    message, fix = (plain(text) for text in printed.explained(problem, look.lang))
    text = "\n".join(part for part in (plain(problem.where), message, fix) if part)
    return (
        f"<testcase name={quoteattr(problem.code)} {_class(problem.path)}>"
        f'<error type="error" message={quoteattr(message)}>{escape(text)}</error></testcase>'
    )


def _class(path: str) -> str:
    return f"classname={quoteattr(plain(path))}"
