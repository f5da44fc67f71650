"""`socialint rules`: the catalogue."""

from __future__ import annotations

import json
import sys
from collections.abc import Collection, Iterator, Sequence

from socialint.cli.catalogue import gaps, linter_here, names_on, record, spoken, varied
from socialint.cli.options import Asked, Option, choose
from socialint.cli.terminal import look_of, put
from socialint.locale import words
from socialint.report import CLEAN
from socialint.reporters.excerpt import fitted
from socialint.reporters.look import Look
from socialint.reporters.plural import counted, figure
from socialint.rule import Rule

FORMATS = ("human", "json")
OPTIONS = (Option("--format", "rules.format", "FORMAT"),)
_LEAST = 20  # columns for a message, however narrow the terminal
_SEVERITY = 8  # columns
_COLUMNS = ("code", "name")
VARIES = "*"  # beside the severity of a rule that has others in some cases


def run(asked: Asked, lang: str) -> int:
    """List the rules of every pack; raises SettingsError and its kin."""
    choose("--format", asked.format or "human", FORMATS)
    linter = linter_here()
    lang = asked.lang or linter.settings.lang or lang
    rules = sorted(linter.rules, key=lambda rule: rule.code)
    on = names_on(linter)
    if asked.format == "json":
        listed = [record(rule, lang, on=rule.name in on) for rule in rules]
        put([json.dumps({"version": 1, "rules": listed}, ensure_ascii=False, indent=1), "\n"])
        return CLEAN
    put(_table(rules, on, look_of(sys.stdout, lang)))
    put(gaps(linter.packs, lang))
    return CLEAN


def _table(rules: Sequence[Rule], on: Collection[str], look: Look) -> Iterator[str]:
    codes, names = (max((len(getattr(r, part)) for r in rules), default=0) for part in _COLUMNS)
    for rule in rules:
        severity = rule.severity[""]
        varies = VARIES if varied(rule) else ""
        left = f"{rule.code:<{codes}}  "
        used = codes + names + 2 + 2 + _SEVERITY + 2
        message = spoken(rule, look.lang)["message"][""]
        message = fitted(message, max(_LEAST, look.width - used), look)
        state = _state(rule, on, look.lang)
        yield (
            f"{look.paint('aside', left)}{look.paint('rule', f'{rule.name:<{names}}')}  "
            f"{look.paint(severity, f'{severity + varies:<{_SEVERITY}}')}  {state}{message}\n"
        )
    yield "\n"
    if any(map(varied, rules)):
        yield f"{VARIES} {words(look.lang)['cli']['severity-varies']}\n"
    total = figure(len(on), look.lang)
    yield counted("cli", "catalogue", len(rules), look.lang, on=total) + "\n"


def _state(rule: Rule, on: Collection[str], lang: str) -> str:
    say = words(lang)["cli"]
    if rule.status == "preview":
        return f"[{say['preview']}] "
    return "" if rule.name in on else f"[{say['off']}] "
