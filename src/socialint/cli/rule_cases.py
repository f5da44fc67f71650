"""What a rule says in each of its cases, and how severe each is."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.cli.catalogue import spoken, varied
from socialint.finding import SEVERITIES
from socialint.locale import words
from socialint.reporters.look import Look
from socialint.rule import Rule

SOMEWHERE = "somewhere"  # ends the name of a case in which the profile declares no jurisdiction


def severities(rule: Rule) -> str:
    """The severity of the plain case, then those of others, the heaviest first."""
    plain = rule.severity[""]
    others = {*rule.severity.values()} - {plain}
    return ", ".join([plain, *sorted(others, key=SEVERITIES.index, reverse=True)])


def messages(rule: Rule, look: Look) -> Iterator[str]:
    """The message of each case; where severities differ, with its own."""
    texts = spoken(rule, look.lang)["message"]
    if not varied(rule):
        yield from texts.values()
        return
    for case in dict.fromkeys(["", *rule.severity, *texts]):
        severity, when = rule.severity.get(case, rule.severity[""]), _when(rule, case, look.lang)
        text = texts.get(case) or texts.get(_base(case)) or texts[""]
        yield f"{severity}{f' ({when})' if when else ''} {look.marks.dot} {text}"


def _base(case: str) -> str:
    return case.removesuffix(SOMEWHERE).removesuffix("-")


def _when(rule: Rule, case: str, lang: str) -> str:
    """What case it is, where its message does not tell."""
    if case == SOMEWHERE or case.endswith(f"-{SOMEWHERE}"):
        return str(words(lang)["cli"]["no-jurisdiction"])
    if lang not in rule.wording or case in rule.wording[lang].message:
        return ""
    return rule.wording[lang].notes.get(case, f"`{case}`")
