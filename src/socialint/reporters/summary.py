"""The last line of a report for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.baseline import is_accepted
from socialint.printed import wants_profile
from socialint.report import RULE_FAILED, Report
from socialint.reporters.cells import plain
from socialint.reporters.look import Look
from socialint.reporters.plural import Words

_NAMED = 3  # paths in the last line; the rest are in the JSON report


def summary(report: Report, look: Look) -> str:
    """How many problems there are and where, what could not be read, and which rules slept."""
    words = Words(look.lang)
    line = f" {look.marks.dot} ".join(_parts(report, look, words))
    return plain(line, look.encoding)


def _parts(report: Report, look: Look, words: Words) -> Iterator[str]:
    yield _found(report, words)
    failed = sum(problem.code == RULE_FAILED for problem in report.errors)
    if unread := len(report.errors) - failed:
        yield words.count("unread", unread)
    if failed:
        yield words.count("failed", failed)
    accepted = sum(is_accepted(finding) for finding in report.hidden)
    if named := report.suppressed - accepted:
        yield words.count("suppressed", named)
    if accepted:
        yield words.count("accepted", accepted)
    if report.stale:
        yield words.count("stale", report.stale)
    if report.passed_over:
        yield words.count("passed-over", len(report.passed_over), names=_names(report.passed_over))
    asleep = {silent.rule for silent in report.not_checked if wants_profile(silent.reason)}
    if asleep:
        yield words.count("asleep-profile" if look.profile else "asleep", len(asleep))


def _names(paths: Sequence[str]) -> str:
    """The first few paths."""
    return ", ".join(paths[:_NAMED]) + ", …" * (len(paths) > _NAMED)


def _found(report: Report, words: Words) -> str:
    files = words.count("files", report.files)
    if not report.findings and not report.drafts and (report.errors or not report.files):
        return words.say("no-draft-read" if report.errors else "no-draft")
    if not report.findings:
        return words.say("nothing", files=files)
    total = words.count("problems", len(report.findings))
    parts = [words.count(name, n) for name, n in report.by_severity().items() if n]
    paths = len({finding.path for finding in report.findings})
    if paths < report.files:
        return words.say(
            "found-in-some",
            problems=total,
            some=words.number(paths),
            files=files,
            parts=", ".join(parts),
        )
    where = words.count("files", max(paths, report.files))
    return words.say("found", problems=total, files=where, parts=", ".join(parts))
