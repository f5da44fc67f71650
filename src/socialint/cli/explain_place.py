"""`socialint explain PATH:LINE`: why the findings are there, or why a rule says nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from socialint import records
from socialint.cli.explain_page import Answer, page, reason_text
from socialint.cli.terminal import look_of, put, refuse
from socialint.engine.why.reason import Reason
from socialint.errors import Problem, SettingsError
from socialint.finding import Finding
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.redact import redact
from socialint.report import CLEAN, WRONG, Report
from socialint.text import Position, Span

if TYPE_CHECKING:
    from socialint.engine.looked import Looked
    from socialint.linter import Linter

_PLACE = regex(r"(.+?):(\d+)(?::(\d+))?")


class Place(NamedTuple):
    """A place in a file, counted from 1; without `column` the whole line."""

    path: str
    line: int
    column: int | None

    def holds(self, finding: Finding) -> bool:
        """Whether the finding lies here; one without a place lies anywhere in its file."""
        if finding.path != PurePath(self.path).as_posix():
            return False
        return self._within(finding.start, finding.end) or finding.start is None

    def shares(self, finding: Finding) -> bool:
        """Whether the finding is told elsewhere, and about this place too."""
        path = PurePath(self.path).as_posix()
        return not self.holds(finding) and any(
            other.path == path and other.rule is None and self._within(other.start, other.end)
            for other in finding.related
        )

    def _within(self, start: Position | None, end: Position | None) -> bool:
        if not start or not end:
            return False
        if self.column is None:
            return start.line <= self.line <= end.line
        here = (self.line, self.column)
        return (start.line, start.column) <= here <= (end.line, end.column)


def place_of(word: str) -> Place | None:
    """The place that PATH:LINE or PATH:LINE:COLUMN names; None if `word` names none."""
    found = _PLACE.fullmatch(word)
    return Place(found[1], int(found[2]), int(found[3]) if found[3] else None) if found else None


def explain(
    place: Place, feed: Sequence[str], linter: Linter, *, rule: str | None, form: str, lang: str
) -> int:
    """Print the findings at a place with their words and guards; or what holds `rule` back.

    `feed` are the paths of the drafts that rules across posts compare.  Raises SettingsError for
    a line that the file does not have.
    """
    from socialint.engine.looked import look_at  # noqa: PLC0415  only who asks needs it
    from socialint.engine.why.answer import why  # noqa: PLC0415  the same

    _check_line(place)
    look = look_at(linter, [place.path, *feed], whole=bool(feed))
    refuse(look.report.errors, lang)
    found = _meant(look, place, rule)
    places = _places(found, place)
    asked = places if rule is None else (places or {rule: [None]})
    reasons = why(look.run, asked, place.path, place.line, partial=look.partial)
    if rule and (winner := _winner(look.report.findings, place, rule)):
        reasons = {rule: [Reason("superseded", {"rule": winner}), *reasons[rule]]}
    hidden = [one for one in look.report.hidden if place.holds(one) and rule in {None, one.rule}]
    answer = Answer(
        found,
        reasons,
        [(one, look.pardon(one)) for one in hidden],
        [one for one in _unasked(look.report) if rule in {None, one}],
        _others(look.report.findings, place),
        frozenset(one.rule for one in found if not place.holds(one)),
    )
    if form == "json":
        put([json.dumps(_data(answer, lang), ensure_ascii=False, indent=1), "\n"])
    elif answer.reasons or answer.hidden or not look.report.errors:
        put(page(answer, look_of(sys.stdout, lang)))
    return WRONG if look.report.errors else CLEAN


def _meant(look: Looked, place: Place, rule: str | None) -> list[Finding]:
    """The findings at the place, and those told elsewhere that are about it too."""
    path = PurePath(place.path).as_posix()
    here = [one for one in look.report.findings if place.holds(one) or place.shares(one)]
    told = [one for one in look.told_for(path, place.line) if one not in here]
    return [one for one in (*here, *told) if rule in {None, one.rule}]


def _winner(findings: Iterable[Finding], place: Place, rule: str) -> str | None:
    """The rule that says more of the same words, and speaks in its stead."""
    for one in findings:
        if place.holds(one) and any(other.rule == rule for other in one.related):
            return one.rule
    return None


def _places(found: Iterable[Finding], place: Place) -> dict[str, list[Span | None]]:
    """The rules, each with the places of its findings here; None for what is told elsewhere."""
    places: dict[str, list[Span | None]] = {}
    for one in found:
        places.setdefault(one.rule, []).append(one.span if place.holds(one) else None)
    return places


def _others(findings: Iterable[Finding], place: Place) -> list[tuple[int, str]]:
    """The lines of the file on which something is found, with the rules."""
    path = PurePath(place.path).as_posix()
    return sorted(
        {(one.start.line, one.rule) for one in findings if one.start and one.path == path}
    )


def _unasked(report: Report) -> list[str]:
    """The rules that would have to see the feed."""
    from socialint.engine.judge import PARTIAL  # noqa: PLC0415  only who asks needs it

    return [one.rule for one in report.not_checked if one.reason == PARTIAL]


def _check_line(place: Place) -> None:
    """Raises SettingsError if there is no such line; a file that can't be read is told later."""
    path = Path(place.path)
    if path.is_dir():
        raise SettingsError(Problem("line-of-folder", place.path))
    try:
        last = max(1, len(path.read_bytes().splitlines()))
    except (OSError, ValueError):
        return
    if not 1 <= place.line <= last:
        args = {"line": str(place.line), "last": str(last)}
        raise SettingsError(Problem("no-such-line", place.path, args=args))


def _data(answer: Answer, lang: str) -> Mapping[str, Any]:
    return {
        "findings": [records.finding(one, lang) for one in answer.found],
        "suppressed": [
            {**records.finding(one, lang), "where": place._asdict() if place else None}
            for one, place in answer.hidden
        ],
        "reasons": [
            {
                "rule": rule,
                "code": reason.code,
                "start": reason.start and reason.start._asdict(),
                "quote": redact(reason.quote) if reason.quote else None,
                "message": reason_text(reason, lang),
            }
            for rule, reasons in answer.reasons.items()
            for reason in reasons
        ],
        "need_the_feed": answer.unasked,
    }
