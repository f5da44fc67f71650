"""`socialint explain`: what a rule looks for, why, and how to do better."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialint.cli.catalogue import linter_here, names_on, record
from socialint.cli.explain_place import Place, explain, place_of
from socialint.cli.measured import figures
from socialint.cli.options import Asked, Option, choose
from socialint.cli.rule_page import listed, rule_page
from socialint.cli.terminal import look_of, put
from socialint.errors import Problem, SettingsError
from socialint.near import near
from socialint.report import CLEAN
from socialint.rule import Example, Rule

if TYPE_CHECKING:
    from socialint.linter import Linter

FORMATS = ("human", "json")
OPTIONS = (
    Option("rule", "explain.rule", "RULE", nargs="?"),
    Option("paths", "explain.paths", "PATH", nargs="*"),
    Option("--format", "explain.format", "FORMAT"),
    Option("--why-not", "explain.why-not", "RULE"),
    Option("--reply", "explain.reply", "FILE"),
    Option("--profile", "check.profile", "FILE"),
)


def run(asked: Asked, lang: str) -> int:
    """Explain a rule, what is found at a place, or a reply; raises SettingsError and its kin."""
    form = asked.format or "human"
    choose("--format", form, FORMATS)
    place = place_of(asked.rule) if asked.rule else None
    linter = linter_here(_paths(asked, place), asked.profile)
    lang = asked.lang or linter.settings.lang or lang
    if asked.reply:
        from socialint.cli.reply_card import show  # noqa: PLC0415  only who asks needs it

        return show(asked.reply, linter, form, lang)
    if place:
        name = _find(asked.why_not, linter.rules).name if asked.why_not else None
        return explain(place, asked.paths, linter, rule=name, form=form, lang=lang)
    if asked.paths:
        args = {"value": asked.paths[0]}
        raise SettingsError(Problem("argument-unwanted", "socialint explain", args=args))
    if asked.why_not:
        raise SettingsError(Problem("place-missing", "--why-not", args={"value": asked.rule}))
    put(_told(asked.rule, linter, form, lang))
    return CLEAN


def _paths(asked: Asked, place: Place | None) -> Sequence[str]:
    """What the settings are looked for beside; raises SettingsError if nothing is asked."""
    if asked.reply:
        return [asked.reply]
    if not asked.rule:
        raise SettingsError(Problem("rule-missing", "socialint explain"))
    return [place.path, *asked.paths] if place else ()


def _told(name: str, linter: Linter, form: str, lang: str) -> Iterable[str]:
    """What is known of a rule, or of a group of them."""
    group = [rule for rule in linter.rules if rule.group == name.upper()]
    if group and form == "human":
        return listed(sorted(group, key=lambda rule: rule.code), look_of(sys.stdout, lang))
    rule = _find(name, linter.rules)
    pack = next(pack for pack in linter.packs if pack.name == rule.pack)
    folder = Path(pack.folder)
    examples, measured = _examples(rule, folder), figures(folder, rule.name)
    if form == "json":
        data = record(rule, lang, on=rule.name in names_on(linter))
        data["examples"] = [_example(example) for example in examples]
        data["measured"] = [one._asdict() for one in measured]
        return (json.dumps(data, ensure_ascii=False, indent=1), "\n")
    silent = [one for one in pack.languages if one not in rule.wording]
    shown = [each for each in examples if each.lang == lang]
    return rule_page(rule, shown, look_of(sys.stdout, lang), measured, silent)


def _find(name: str, rules: Sequence[Rule]) -> Rule:
    for rule in rules:
        if name in {rule.name, rule.code} or name.upper() == rule.code:
            return rule
    if Path(name).exists():
        raise SettingsError(Problem("line-missing", "socialint explain", args={"name": name}))
    known = [word for rule in rules for word in (rule.name, rule.code)]
    if nearest := near(name, known):
        args = {"name": name, "near": nearest}
        raise SettingsError(Problem("no-such-rule-near", "socialint explain", args=args))
    raise SettingsError(Problem("no-such-rule", "socialint explain", args={"name": name}))


def _examples(rule: Rule, pack: Path) -> Sequence[Example]:
    from socialint.rulepack import read_examples  # noqa: PLC0415  the options come first

    return read_examples(pack / rule.folder)


def _example(example: Example) -> dict[str, Any]:
    return {
        "lang": example.lang,
        "bad": example.bad,
        "text": example.text,
        "fields": dict(example.fields),
        "profile": dict(example.profile),
        "todo": example.todo,
    }
