"""`socialint explain PATH:LINE`: why the findings are there, or why a rule says nothing."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from socialint import printed, records
from socialint.cli.terminal import look_of, put, refuse
from socialint.finding import Finding
from socialint.lazy import regex
from socialint.locale import words
from socialint.named import NamedTuple
from socialint.redact import redact
from socialint.report import CLEAN, WRONG
from socialint.reporters.cells import plain
from socialint.reporters.lines import wrap
from socialint.reporters.look import Look
from socialint.reporters.plural import counted

if TYPE_CHECKING:
    from socialint.engine.why import Reason
    from socialint.linter import Linter

MOST_WORDS = 8  # the heaviest that are shown
_PLACE = regex(r"(.+?):(\d+)(?::(\d+))?")


class Place(NamedTuple):
    """A place in a file, counted from 1; without `column` the whole line."""

    path: str
    line: int
    column: int | None

    def holds(self, finding: Finding) -> bool:
        """Whether the finding lies here."""
        start, end = finding.start, finding.end
        if not start or not end or finding.path != PurePath(self.path).as_posix():
            return False
        if self.column is None:
            return start.line <= self.line <= end.line
        here = (self.line, self.column)
        return (start.line, start.column) <= here <= (end.line, end.column)


def place_of(word: str) -> Place | None:
    """The place that PATH:LINE or PATH:LINE:COLUMN names; None if `word` names none."""
    found = _PLACE.fullmatch(word)
    return Place(found[1], int(found[2]), int(found[3]) if found[3] else None) if found else None


def explain(place: Place, linter: Linter, rule: str | None, form: str, lang: str) -> int:
    """Print the findings at a place with their words and guards; or what holds `rule` back."""
    report = linter.check_paths([place.path])
    refuse(report.errors, lang)
    found = [one for one in report.findings if place.holds(one) and rule in {None, one.rule}]
    asked = dict.fromkeys([one.rule for one in found] if rule is None else [rule])
    why = linter.why(asked, place.path, place.line)
    if form == "json":
        put([json.dumps(_data(found, why, lang), ensure_ascii=False, indent=1), "\n"])
    else:
        end = _lines_past(place, lang)
        put([end] if end else _page(found, why, look_of(sys.stdout, lang)))
    return WRONG if report.errors else CLEAN


def _lines_past(place: Place, lang: str) -> str:
    """That the file ends before the place; "" if it does not."""
    try:
        lines = len(Path(place.path).read_bytes().splitlines())
    except OSError:  # told as an input that can't be read
        return ""
    return f"{counted('why', 'past-end', lines, lang)}\n" if place.line > lines else ""


def _data(
    found: Sequence[Finding], why: Mapping[str, Sequence[Reason]], lang: str
) -> dict[str, Any]:
    return {
        "findings": [records.finding(one, lang) for one in found],
        "reasons": [
            {
                "rule": rule,
                "code": reason.code,
                "start": reason.start and reason.start._asdict(),
                "quote": redact(reason.quote) if reason.quote else None,
                "message": _text(reason, lang),
            }
            for rule, reasons in why.items()
            for reason in reasons
        ],
    }


def _page(
    found: Sequence[Finding], why: Mapping[str, Sequence[Reason]], look: Look
) -> Iterator[str]:
    if not why:
        yield f"{words(look.lang)['why']['nothing']}\n"
    for rule, reasons in why.items():
        yield f"{look.paint('rule', rule)}\n"
        for one in found:
            if one.rule == rule:
                said = printed.said(one)
                texts = (said.message(look.lang), said.why(look.lang), said.fix(look.lang))
                yield from _lines(texts, look)
        told = _together(reasons)
        kept = _weightiest(told, [one for one in found if one.rule == rule])
        yield from _lines([_placed(reason, look.lang) for reason in kept], look, "- ")
        if more := len(told) - len(kept):
            yield from _lines([counted("why", "more", more, look.lang)], look, "- ")


def _together(reasons: Sequence[Reason]) -> list[Reason]:
    """The words that stand in several lists, told once."""
    groups: dict[object, list[Reason]] = {}
    for reason in reasons:
        key = (reason.code, reason.start, reason.quote, reason.args.get("guards"))
        groups.setdefault(key, []).append(reason)
    return [_joined(group) for group in groups.values()]


def _joined(group: Sequence[Reason]) -> Reason:
    first = group[0]
    if len(group) == 1 or first.quote is None:
        return first
    lists = ", ".join(dict.fromkeys(one.args["list"] for one in group))
    weight = max((one.args["weight"] for one in group), key=int)
    return first._replace(args={**first.args, "list": lists, "weight": weight})


def _weightiest(reasons: Sequence[Reason], found: Sequence[Finding]) -> list[Reason]:
    """All but the lightest of the words, in their order; of what was found, its own words."""
    cues = [reason for reason in reasons if reason.quote is not None]
    spans = [span for one in found for span in _spans(one)]
    own = [cue for cue in cues if cue.start and any(a <= cue.start.offset < b for a, b in spans)]
    heavy = sorted(own or cues, key=lambda reason: -int(reason.args["weight"]))[:MOST_WORDS]
    return [reason for reason in reasons if reason.quote is None or reason in heavy]


def _spans(finding: Finding) -> Iterator[tuple[int, int]]:
    """Where the finding stands, and what it rests on, in the source."""
    if finding.span:
        yield finding.span
    yield from ((clue.start.offset, clue.end.offset) for clue in finding.evidence)


def _placed(reason: Reason, lang: str) -> str:
    text = _text(reason, lang)
    return f"{reason.start.line}:{reason.start.column} {text}" if reason.start else text


def _text(reason: Reason, lang: str) -> str:
    template = words(lang)["why"][reason.code]
    return str(template).format_map({"quote": redact(reason.quote or ""), **reason.args})


def _lines(texts: Sequence[str], look: Look, bullet: str = "") -> Iterator[str]:
    for text in texts:
        for row, line in enumerate(wrap(plain(text, look.encoding), look.width - 4)):
            yield f"  {' ' * len(bullet) if row else bullet}{line}\n"
