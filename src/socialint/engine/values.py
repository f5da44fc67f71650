"""A report as plain values, and back: all but the words of its rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from socialint.draft import Suppression
from socialint.finding import Edit, Evidence, Finding, NotChecked, Related, Wording
from socialint.report import Report
from socialint.text import Position, Span

# the words of each rule, by its name
Wordings = Mapping[str, Mapping[str, Wording]]


def written(report: Report) -> dict[str, Any]:
    """What was found, and on what; raises ValueError where the report holds errors or pages."""
    if report.errors or report.pages:
        raise ValueError("only what was found is written")
    return {
        "findings": [_row(finding) for finding in report.findings],
        "hidden": [_row(finding) for finding in report.hidden],
        "not_checked": report.not_checked,
        "counts": (report.drafts, report.files, report.stale),
        "fail_on": report.fail_on,
    }


def read_report(values: Mapping[str, Any], wordings: Wordings) -> Report:
    """What `written` made; raises KeyError for a rule without wording."""
    drafts, files, stale = values["counts"]
    return Report(
        findings=tuple(_finding(row, wordings) for row in values["findings"]),
        hidden=tuple(_finding(row, wordings) for row in values["hidden"]),
        not_checked=tuple(NotChecked(*each) for each in values["not_checked"]),
        drafts=drafts,
        files=files,
        stale=stale,
        fail_on=values["fail_on"],
    )


def _row(finding: Finding) -> dict[str, Any]:
    """What differs from the defaults."""
    values = finding._asdict()
    del values["wording"]
    values["args"] = dict(finding.args)
    values["related"] = [
        (*each[:-1], each.finding and _row(each.finding)) for each in finding.related
    ]
    if passed := finding.suppression:
        values["suppression"] = {**passed._asdict(), "until": passed.until and str(passed.until)}
    return values


def _finding(values: dict[str, Any], wordings: Wordings) -> Finding:
    where, start, end = values["span"], values["start"], values["end"]
    return Finding(
        **{
            **values,
            "wording": wordings[values["rule"]],
            "span": where and Span(*where),
            "start": start and Position(*start),
            "end": end and Position(*end),
            "evidence": tuple(
                Evidence(text, Position(*first), Position(*last), note)
                for text, first, last, note in values["evidence"]
            ),
            "edits": tuple(_edit(*each) for each in values["edits"]),
            "related": tuple(_related(each, wordings) for each in values["related"]),
            "private": tuple(Span(*each) for each in values["private"]),
            "suppression": _suppression(values["suppression"]),
        }
    )


def _edit(path: str, start: Any, end: Any, replacement: str, safe: bool) -> Edit:  # noqa: FBT001  a field
    return Edit(path, Position(*start), Position(*end), replacement, safe)


def _related(values: Any, wordings: Wordings) -> Related:
    path, start, end, quote, rule, code, severity, finding = values
    found = finding and _finding(finding, wordings)
    return Related(path, Position(*start), Position(*end), quote, rule, code, severity, found)


def _suppression(values: Any) -> Suppression | None:
    if values is None:
        return None
    until, around = values["until"], values["scope"]
    return Suppression(
        **{
            **values,
            "rules": tuple(values["rules"]),
            "until": until and date.fromisoformat(until),
            "span": Span(*values["span"]),
            "scope": around and Span(*around),
        }
    )
