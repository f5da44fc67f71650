"""`socialint explain`: what a rule looks for, why, and how to do better."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from socialint.cli.catalogue import linter_here, names_on, record, spoken
from socialint.cli.explain_place import explain, place_of
from socialint.cli.measured import Figure, figures, sentence
from socialint.cli.options import Asked, Option, choose
from socialint.cli.terminal import look_of, put
from socialint.errors import Problem, SettingsError
from socialint.locale import words
from socialint.near import near
from socialint.report import CLEAN
from socialint.reporters.cells import plain
from socialint.reporters.lines import wrap
from socialint.reporters.look import Look
from socialint.reporters.plural import counted
from socialint.rule import Example, Rule

FORMATS = ("human", "json")
OPTIONS = (
    Option("rule", "explain.rule", "RULE", nargs="?"),
    Option("paths", "explain.paths", "PATH", nargs="*"),
    Option("--format", "explain.format", "FORMAT"),
    Option("--why-not", "explain.why-not", "RULE"),
    Option("--reply", "explain.reply", "FILE"),
    Option("--profile", "check.profile", "FILE"),
)
SHOWN = 4  # examples of each kind
MOST_SHOWN = 80  # signs of a parameter
_INDENT = 2


def run(asked: Asked, lang: str) -> int:
    """Explain a rule, what is found at a place, or a reply; raises SettingsError and its kin."""
    choose("--format", asked.format or "human", FORMATS)
    if asked.reply:
        from socialint.cli.reply_card import show  # noqa: PLC0415  only who asks needs it

        linter = linter_here([asked.reply], asked.profile)
        lang = asked.lang or linter.settings.lang or lang
        return show(asked.reply, linter, asked.format or "human", lang)
    if not asked.rule:
        raise SettingsError(Problem("rule-missing", "socialint explain"))
    place = place_of(asked.rule)
    linter = linter_here([place.path, *asked.paths] if place else (), asked.profile)
    lang = asked.lang or linter.settings.lang or lang
    if place:
        name = _find(asked.why_not, linter.rules).name if asked.why_not else None
        form = asked.format or "human"
        return explain(place, asked.paths, linter, rule=name, form=form, lang=lang)
    if asked.paths:
        args = {"value": asked.paths[0]}
        raise SettingsError(Problem("argument-unwanted", "socialint explain", args=args))
    if asked.why_not:
        raise SettingsError(Problem("place-missing", "--why-not", args={"value": asked.rule}))
    group = [rule for rule in linter.rules if rule.group == asked.rule.upper()]
    if group and (asked.format or "human") == "human":
        put(_group(sorted(group, key=lambda rule: rule.code), look_of(sys.stdout, lang)))
        return CLEAN
    rule = _find(asked.rule, linter.rules)
    pack = next(pack for pack in linter.packs if pack.name == rule.pack)
    folder = Path(pack.folder)
    examples, measured = _examples(rule, folder), figures(folder, rule.name)
    if asked.format == "json":
        data = record(rule, lang, on=rule.name in names_on(linter))
        data["examples"] = [_example(example) for example in examples]
        data["measured"] = [one._asdict() for one in measured]
        put([json.dumps(data, ensure_ascii=False, indent=1), "\n"])
        return CLEAN
    look = look_of(sys.stdout, lang)
    silent = [one for one in pack.languages if one not in rule.wording]
    put(_page(rule, [each for each in examples if each.lang == lang], look, measured, silent))
    return CLEAN


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


def _group(rules: Sequence[Rule], look: Look) -> Iterator[str]:
    """The rules of a group, a line or two for each."""
    wide = max(len(rule.name) for rule in rules)
    for rule in rules:
        label = f"{rule.code}  {rule.name:<{wide}}  "
        yield from _told(label, [spoken(rule, look.lang)["message"][""]], look)


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


def _page(
    rule: Rule,
    examples: Sequence[Example],
    look: Look,
    measured: Sequence[Figure],
    silent: Sequence[str],
) -> Iterator[str]:
    """What is known of the rule; `silent` are languages that others of its pack speak."""
    say = words(look.lang)["cli"]
    facts = (rule.code, rule.severity[""], say[f"confidence-{rule.confidence}"], say[rule.status])
    yield f"{look.paint('rule', rule.name)}  {f' {look.marks.dot} '.join(facts)}\n\n"
    texts = spoken(rule, look.lang)
    wide = max(len(say[name]) for name in ("what", "why", "fix")) + 2
    for name, part in (("what", "message"), ("why", "why"), ("fix", "fix")):
        yield from _told(f"{say[name]:<{wide}}", list(texts[part].values()), look)
    yield from _shown(say["bad"], [e for e in examples if e.bad and not e.todo], look)
    yield from _shown(say["good"], [e for e in examples if not e.bad and not e.todo], look)
    yield from _shown(say["limits"], [e for e in examples if e.todo], look)
    if measured:
        yield _title(say["measured"], look)
        yield from _told("", [sentence(figure, say) for figure in measured], look)
    if silent:
        yield _title(say["languages"], look)
        spoken_in = ", ".join(sorted(rule.wording))
        texts_of = [say["silent-in"].format(spoken=spoken_in, lang=one) for one in silent]
        yield from _told("", texts_of, look)
    if rule.params:
        yield _title(say["parameters"], look)
        yield from _told("", [*_parameters(rule, look.lang)], look)
    if rule.sources:
        yield _title(say["sources"], look)
        for source in rule.sources:
            yield from _told("", [", ".join(source.values())], look)


def _parameters(rule: Rule, lang: str) -> Iterator[str]:
    """Those that a line can hold, and each move by its note and weight."""
    notes = rule.wording[lang].notes if lang in rule.wording else {}
    cut = False
    for name, value in rule.params.items():
        shown = json.dumps(value, ensure_ascii=False)
        if name == "moves":
            for move, data in value.items():
                if "forms" in data:
                    yield f"{notes.get(move, move)}: {data.get('weight', 2):+g}"
            cut = True
        elif len(shown) <= MOST_SHOWN:
            yield f"{name}: {shown}"
        else:
            cut = True
    if cut:
        yield str(words(lang)["cli"]["all-parameters"])


def _title(text: str, look: Look) -> str:
    return f"\n{look.paint('rule', text)}\n"


def _shown(title: str, examples: Sequence[Example], look: Look) -> Iterator[str]:
    if not examples:
        return
    yield _title(title, look)
    for example in examples[:SHOWN]:
        yield from _told("- ", [" ".join(example.text.split("\n"))], look)
    if len(examples) > SHOWN:
        rest = counted("cli", "more-examples", len(examples) - SHOWN, look.lang)
        yield from _told("  ", [rest], look)


def _told(label: str, texts: Sequence[str], look: Look) -> Iterator[str]:
    """Texts in a column beside their label."""
    room = max(20, look.width - _INDENT - len(label))
    for number, text in enumerate(dict.fromkeys(texts)):
        for row, line in enumerate(wrap(plain(text, look.encoding), room)):
            head = " " * len(label) if number or row else look.paint("aside", label)
            yield f"{' ' * _INDENT}{head}{line}\n"
