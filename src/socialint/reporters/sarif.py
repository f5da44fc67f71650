"""The report as SARIF 2.1.0, for code hosts and editors.

Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import Any
from urllib.parse import quote as quoted

from socialint import printed
from socialint.errors import Problem
from socialint.finding import Edit, Finding, in_words
from socialint.redact import redact
from socialint.report import BUG, WRONG, Report
from socialint.reporters.json_report import dumps
from socialint.reporters.look import Look
from socialint.text import Position
from socialint.version import version

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}

Record = dict[str, Any]


def report_sarif(report: Report, look: Look) -> Iterator[str]:
    """One run; what is let pass is among the results, with its suppression."""
    told = (*report.findings, *report.hidden)
    rules = {finding.rule: finding for finding in reversed(told)}
    names = sorted(rules)
    run = {
        "tool": {
            "driver": {
                "name": "socialint",
                "semanticVersion" if version()[0].isdigit() else "version": version(),
                "language": look.lang,
                "rules": [_rule(rules[name], look.lang) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report, look.lang)],
    }
    yield f'{{"$schema": "{_SCHEMA}", "version": "2.1.0", "runs": [{dumps(run, look)[:-1]}'
    yield ', "results": ['
    comma = "\n"
    for finding in told:
        result = _result(finding, look.lang)
        yield comma + dumps({**result, "ruleIndex": names.index(finding.rule)}, look)
        comma = ",\n"
    yield "]}]}\n"


def _rule(finding: Finding, lang: str) -> Record:
    """What is known of a rule by one of its findings; SARIF has one wording for all variants."""
    wording = in_words(finding.wording, lang, finding.lang)
    record = {
        "id": finding.rule,
        "name": "".join(part.capitalize() for part in finding.rule.split("-")),
        "shortDescription": {"text": _plain(wording.message)},
        "fullDescription": {"text": _plain(wording.why)},
        "help": {"text": _plain(wording.fix)},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {
            "code": finding.code,
            "precision": finding.confidence,
            "tags": [finding.code.rstrip("0123456789")],
        },
    }
    return {**record, "helpUri": finding.url} if finding.url else record


def _plain(texts: Mapping[str, str]) -> str:
    return printed.template(texts.get("") or next(iter(texts.values())))


def _result(finding: Finding, lang: str) -> Record:
    spoken = printed.said(finding)
    text = " ".join((spoken.message(lang), spoken.why(lang), spoken.fix(lang)))
    record: Record = {
        "ruleId": finding.rule,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [_location(finding)],
        "partialFingerprints": {"socialint/v1": finding.fingerprint},
        "properties": {"confidence": finding.confidence, "channel": finding.channel},
    }
    related = [
        {
            "id": number,
            "physicalLocation": _physical(other.path, other.start, other.end),
            "message": {"text": printed.related_quote(finding, other) or other.rule or other.path},
        }
        for number, other in enumerate(finding.related)
    ]
    if related:
        record["relatedLocations"] = related
    if fix := _fix(finding, spoken.fix(lang)):
        record["fixes"] = [fix]
    if finding.suppression:
        record["suppressions"] = [_suppression(finding)]
    return record


def _location(finding: Finding) -> Record:
    if finding.start is None or finding.end is None:
        record: Record = {"physicalLocation": {"artifactLocation": {"uri": uri(finding.path)}}}
    else:
        place = _physical(finding.path, finding.start, finding.end)
        if snippet := printed.quote(finding):
            place["region"]["snippet"] = {"text": snippet}
        record = {"physicalLocation": place}
    names = [name for name in (finding.draft, finding.field) if name]
    if names:
        record["logicalLocations"] = [{"fullyQualifiedName": "/".join(map(redact, names))}]
    return record


def _physical(path: str, start: Position, end: Position) -> Record:
    return {"artifactLocation": {"uri": uri(path)}, "region": _region(start, end)}


def _region(start: Position, end: Position) -> Record:
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def uri(path: str) -> str:
    """A path as a URI, relative to the root of the sources where the path is."""
    plain = path.replace("\\", "/")
    return PurePath(plain).as_uri() if PurePath(plain).is_absolute() else quoted(plain)


def _fix(finding: Finding, text: str) -> Record | None:
    """Its edits; none where a part of one would have to be masked."""
    if not finding.edits or any(redact(e.replacement) != e.replacement for e in finding.edits):
        return None
    paths = dict.fromkeys(edit.path for edit in finding.edits)
    return {
        "description": {"text": text},
        "artifactChanges": [_change(path, finding.edits) for path in paths],
    }


def _change(path: str, edits: tuple[Edit, ...]) -> Record:
    return {
        "artifactLocation": {"uri": uri(path)},
        "replacements": [
            {
                "deletedRegion": _region(edit.start, edit.end),
                "insertedContent": {"text": edit.replacement},
            }
            for edit in edits
            if edit.path == path
        ],
    }


def _suppression(finding: Finding) -> Record:
    one = finding.suppression
    assert one  # noqa: S101  asked for by whoever calls
    kind = "external" if one.kind == "baseline" else "inSource"
    record: Record = {"kind": kind, "status": "accepted"}
    return {**record, "justification": redact(one.reason)} if one.reason else record


def _invocation(report: Report, lang: str) -> Record:
    wrong = [_notification(problem, lang) for problem in report.errors]
    return {
        "executionSuccessful": report.exit_code not in {WRONG, BUG},
        "exitCode": report.exit_code,
        "toolExecutionNotifications": wrong,
    }


def _notification(problem: Problem, lang: str) -> Record:
    message, fix = printed.explained(problem, lang)
    place: Record = {"artifactLocation": {"uri": uri(problem.path)}}
    if problem.line:
        place["region"] = {"startLine": problem.line, "startColumn": problem.column or 1}
    return {
        "level": "error",
        "descriptor": {"id": problem.code},
        "message": {"text": f"{message} → {fix}" if fix else message},
        "locations": [{"physicalLocation": place}],
    }
