"""The report as Markdown, for a comment under a merge request."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from socialint import printed
from socialint.errors import Problem
from socialint.finding import Finding
from socialint.lazy import regex
from socialint.locale import words
from socialint.report import Report
from socialint.reporters.cells import plain
from socialint.reporters.look import Look
from socialint.reporters.plural import Words
from socialint.reporters.summary import summary

# what a comment may hold: 65 536 characters on GitHub; the rest is counted
MOST = 60_000
_SYNTAX = regex(r"([\\`*_{}\[\]()#!|<>~&$^])")
# at the head of a line: lists, rules, underlines
_HEAD = regex(r"(?=[-+=]|\d+[.)])")
_WAKES = regex(r"(@|#|://|www(?=\.))")
_TICKS = regex(r"`+")
# what our own words set as code; never what could call somebody or lead somewhere
_CODE = regex(r"`([^`\n<@]+)`")
_SIGNS = {"error": "🔴", "warning": "🟠", "info": "🔵"}


def report_markdown(report: Report, look: Look) -> Iterator[str]:
    """What is wrong, file by file; nothing in a draft can be markup, a mention or a link."""
    yield f"**socialint** · {escaped(summary(report, look))}\n"
    room, left = MOST, 0
    for item in _items(report, look):
        room -= len(item)
        left += room < 0
        if room >= 0:
            yield item
    if left:
        yield f"\n{Words(look.lang).count('more-findings', left)}\n"


def _items(report: Report, look: Look) -> Iterator[str]:
    for problem in report.errors:
        yield f"\n{_problem(problem, look)}"
    for path, group in groupby(report.told, key=lambda finding: finding.path):
        head = f"\n#### {code(path)}\n\n"
        for finding in group:
            yield head + _item(finding, look)
            head = ""


def _item(finding: Finding, look: Look) -> str:
    spoken = printed.said(finding)
    place = f" {finding.start.line}:{finding.start.column}" if finding.start else ""
    channel = f" · {escaped(finding.channel)}" if finding.channel else ""
    severity = words(look.lang)["html"][finding.severity]
    head = f"- {_SIGNS[finding.severity]} **{severity}**{place} {code(finding.rule)}"
    lines = [spoken.message(look.lang), printed.let_pass(finding, look.lang)]
    said = [f"  {escaped(line)}  " for line in lines if line]
    return "\n".join((f"{head}{channel}  ", *said, f"  → {prose(spoken.fix(look.lang))}", ""))


def _problem(problem: Problem, look: Look) -> str:
    message, fix = printed.explained(problem, look.lang)
    cure = f"  \n  → {prose(fix)}" if fix else ""
    return f"- {_SIGNS['error']} {code(problem.where)} {escaped(message)}{cure}\n"


def escaped(text: str) -> str:
    """Words that read as they are: no markup, and nobody is called by an @."""
    shown = " ".join(plain(text).split(" "))
    shown = "\u200b" + shown if _HEAD.match(shown) else shown
    return _WAKES.sub("\\1\u200b", _SYNTAX.sub(r"\\\1", shown))


def prose(text: str) -> str:
    """Words of ours as they read, with code set as code."""
    parts = enumerate(_CODE.split(text))
    return "".join(
        code(part)
        if number % 2 and "://" not in part
        else escaped(f"`{part}`" if number % 2 else part)
        for number, part in parts
    )


def code(text: str) -> str:
    """Words in a code span, whatever backticks they hold."""
    shown = plain(text)
    longest = max((len(run) for run in _TICKS.findall(shown)), default=0)
    ticks = "`" * (longest + 1)
    pad = " " if shown.startswith("`") or shown.endswith("`") else ""
    return f"{ticks}{pad}{shown}{pad}{ticks}"
