"""The parts of a report as plain data, fit to be written: personal data is masked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from socialint import printed
from socialint.draft import Suppression
from socialint.errors import Problem
from socialint.finding import Edit, Evidence, Finding, NotChecked, Related
from socialint.redact import redact
from socialint.text import Position

if TYPE_CHECKING:
    from socialint.report import Report

VERSION = 1

Record = dict[str, Any]


def finding(found: Finding, lang: str) -> Record:
    """One finding.

    `redacted` is there only where its quote was masked, `suppressed` only where it is let pass.
    """
    quote = printed.quote(found)
    spoken = printed.said(found)
    record: Record = {
        "rule": found.rule,
        "code": found.code,
        "severity": found.severity,
        "confidence": found.confidence,
        "path": found.path,
        "draft": found.draft,
        "channel": found.channel,
        "field": found.field,
        "start": _place(found.start),
        "end": _place(found.end),
        "quote": quote,
        "message": spoken.message(lang),
        "why": spoken.why(lang),
        "fix": spoken.fix(lang),
        "evidence": [_evidence(found, each, lang) for each in found.evidence],
        "edits": [_edit(each) for each in found.edits],
        "related": [_related(found, each, lang) for each in found.related],
        "fingerprint": found.fingerprint,
        "url": found.url,
    }
    if quote != found.quote:
        record["redacted"] = True
    if found.suppression:
        record["suppressed"] = _suppressed(found.suppression)
    return record


def summary(report: Report) -> Record:
    """How much was checked, and how many findings there are of each kind."""
    rules = Counter(found.rule for found in report.findings)
    return {
        "drafts": report.drafts,
        "files": report.files,
        "by_severity": dict(report.by_severity()),
        "by_rule": dict(sorted(rules.items())),
        "suppressed": report.suppressed,
        "stale": report.stale,
        "passed_over": list(report.passed_over),
    }


def not_checked(silent: NotChecked, lang: str) -> Record:
    """A rule that stayed silent, and why."""
    return {
        "rule": silent.rule,
        "reason": printed.reason(silent.reason, lang),
        "drafts": silent.drafts,
    }


def error(problem: Problem, lang: str) -> Record:
    """What is wrong with an input, and its cure."""
    message, fix = printed.explained(problem, lang)
    return {
        "path": problem.path,
        "line": problem.line,
        "column": problem.column,
        "code": problem.code,
        "message": message,
        "fix": fix,
    }


def _suppressed(one: Suppression) -> Record:
    return {
        "by": one.kind,
        "reason": redact(one.reason),
        "owner": redact(one.owner),
        "until": one.until.isoformat() if one.until else None,
    }


def _place(position: Position | None) -> Record | None:
    return position._asdict() if position else None


def _evidence(found: Finding, clue: Evidence, lang: str) -> Record:
    return {
        "text": printed.masked(clue.text, clue.start.offset, found),
        "start": _place(clue.start),
        "end": _place(clue.end),
        "note": found.note(clue.note, lang) if clue.note else "",
    }


def _edit(edit: Edit) -> Record:
    return {
        "path": edit.path,
        "start": _place(edit.start),
        "end": _place(edit.end),
        "replacement": redact(edit.replacement),
        "safe": edit.safe,
    }


def _related(found: Finding, other: Related, lang: str) -> Record:
    return {
        "path": other.path,
        "start": _place(other.start),
        "end": _place(other.end),
        "quote": printed.related_quote(found, other),
        "rule": other.rule,
        "code": other.code,
        "severity": other.severity,
        "message": printed.said(other.finding).message(lang) if other.finding else None,
    }
