"""The report for people: each finding with its line, what is wrong, and what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby

from socialint import printed
from socialint.errors import Problem
from socialint.finding import Finding, Related
from socialint.frozen import Frozen
from socialint.report import Report
from socialint.reporters.cells import plain, width
from socialint.reporters.excerpt import fitted, shown, strip
from socialint.reporters.lines import wrap
from socialint.reporters.look import Look
from socialint.reporters.plural import Words
from socialint.reporters.summary import summary

ASIDES = 3  # other places that are named of each kind
QUOTED = 40  # columns of a quote in an aside
_LEAST = 20  # columns that a text needs, however narrow the terminal


def report_human(report: Report, look: Look) -> Iterator[str]:
    """The report as text, finding by finding."""
    yield from problems(report.errors, look)
    for path, group in groupby(report.told, key=lambda finding: finding.path):
        yield from _file(path, list(group), look)
    yield f"{summary(report, look)}\n"


def problems(found: Sequence[Problem], look: Look) -> Iterator[str]:
    """What is wrong with inputs: `path:line:column: what`, and the cure below."""
    for problem in found:
        message, fix = printed.explained(problem, look.lang)
        where = plain(problem.where, look.encoding)
        line = plain(f"{where}: {message}", look.encoding)
        first, *more = wrap(line, max(_LEAST, look.width - 2), cut=False)
        yield "\n".join([_painted(first, where, look), *(f"  {line}" for line in more), ""])
        if fix:
            yield "\n".join([*_cornered(fix, look, 2), ""])
        yield "\n"


def _painted(line: str, where: str, look: Look) -> str:
    if not line.startswith(where):
        return line
    return look.paint("error", where) + line[len(where) :]


def _file(path: str, findings: list[Finding], look: Look) -> Iterator[str]:
    yield f"{look.paint('path', plain(path, look.encoding))}\n\n"
    page = _Page(look, *_digits(findings))
    for finding in findings:
        rows = (page.header(finding), *page.excerpt(finding), *page.words(finding))
        yield "\n".join((*rows, "", ""))


def _digits(findings: list[Finding]) -> tuple[int, int]:
    """How many columns the numbers of lines and columns take in this file."""
    ends = [end.line for finding in findings if (end := finding.end)]
    columns = [start.column for finding in findings if (start := finding.start)]
    return len(str(max(ends, default=0))), len(str(max(columns, default=0)))


class _Page(Frozen):
    """How the findings of one file line up."""

    look: Look
    digits: int
    column_digits: int

    def header(self, finding: Finding) -> str:
        left = max(3, self.digits + 1)
        right = max(2, self.column_digits)
        place = " " * (left + 1 + right)
        if finding.start:
            place = f"{finding.start.line:>{left}}:{finding.start.column:<{right}}"
        severity = self.look.paint(finding.severity, f"{finding.severity:<7}")
        line = f"{place} {severity}  {self.look.paint('rule', finding.rule)}"
        if not finding.channel:
            return line
        channel = plain(finding.channel, self.look.encoding)
        used = len(place) + 1 + 7 + 2 + len(finding.rule)
        gap = max(2, self.look.width - used - width(channel))
        return line + " " * gap + self.look.paint("aside", channel)

    def excerpt(self, finding: Finding) -> Iterator[str]:
        marks = self.look.marks
        for line in shown(printed.lines(finding)):
            if line is None:
                yield f"{' ' * (self._left - 1)}{marks.skip} {self._gutter}"
                continue
            part = strip(line, self._room, marks.more, self.look.encoding)
            number = self.look.paint("aside", f"{line.number:>{self._left}}")
            yield f"{number} {self._gutter} {part.text}".rstrip()
            if line.start < line.end or finding.quote == "":
                under = self.look.paint(finding.severity, marks.under * part.columns)
                yield f"{self._blank} {' ' * part.column}{under}"

    def words(self, finding: Finding) -> Iterator[str]:
        spoken = printed.said(finding)
        passed = printed.let_pass(finding, self.look.lang)
        asides = (*_asides(finding, self._words, self.look), *([passed] if passed else []))
        for text in (spoken.message(self.look.lang), *asides):
            for line in wrap(plain(text, self.look.encoding), self._room):
                yield f"{self._blank} {line}"
        yield from _cornered(spoken.fix(self.look.lang), self.look, self._left + 1)

    @cached_property
    def _left(self) -> int:
        return max(3, self.digits + 1) + 1

    @cached_property
    def _gutter(self) -> str:
        return self.look.paint("aside", self.look.marks.gutter)

    @cached_property
    def _blank(self) -> str:
        return " " * (self._left + 1) + self._gutter

    @cached_property
    def _room(self) -> int:
        return max(_LEAST, self.look.width - self._left - 3)

    @cached_property
    def _words(self) -> Words:
        return Words(self.look.lang)


def _asides(finding: Finding, words: Words, look: Look) -> Iterator[str]:
    """Other places that the finding rests on or is about."""
    clues = [
        words.say(
            "clue" if clue.note else "clue-bare",
            place=f"{clue.start.line}:{clue.start.column}",
            quote=_short(printed.masked(clue.text, clue.start.offset, finding), look),
            note=finding.note(clue.note, look.lang),
        )
        for clue in finding.evidence
        if clue.note or not _inside(finding, clue.start.offset)
    ]
    others = [_other(finding, other, words, look) for other in finding.related]
    for places in (clues, others):
        yield from places[:ASIDES]
        if len(places) > ASIDES:
            yield words.count("more", len(places) - ASIDES)


def _other(finding: Finding, other: Related, words: Words, look: Look) -> str:
    if other.rule:
        return words.say("also-rule", rule=other.rule)
    place = f"{other.start.line}:{other.start.column}"
    if other.path != finding.path:
        place = f"{other.path}:{place}"
    return words.say("also", place=place, quote=_short(printed.related_quote(finding, other), look))


def _inside(finding: Finding, offset: int) -> bool:
    return finding.span is not None and finding.span.start <= offset < finding.span.end


def _short(text: str, look: Look) -> str:
    """A quote on one line, cut where it is long."""
    return fitted(" ".join(text.split()), QUOTED, look)


def _cornered(text: str, look: Look, indent: int) -> Iterator[str]:
    first, *rest = _wrapped(text, look, indent + 2)
    yield f"{' ' * indent}{look.paint('aside', look.marks.corner)} {look.paint('fix', first)}"
    for line in rest:
        yield " " * (indent + 2) + look.paint("fix", line)


def _wrapped(text: str, look: Look, indent: int) -> list[str]:
    return wrap(plain(text, look.encoding), max(_LEAST, look.width - indent))
