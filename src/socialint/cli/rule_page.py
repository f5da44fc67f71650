"""What `socialint explain RULE` prints: what it looks for, why, how to do better, examples."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.cli.catalogue import spoken
from socialint.cli.measured import Figure, sentence
from socialint.cli.rule_cases import messages, severities
from socialint.locale import decimal, words
from socialint.reporters.cells import plain
from socialint.reporters.lines import wrap
from socialint.reporters.look import Look
from socialint.reporters.plural import counted
from socialint.rule import Example, Rule

SHOWN = 4  # examples of each kind
MOST_SHOWN = 80  # signs of a parameter
_INDENT = 2


def listed(rules: Sequence[Rule], look: Look) -> Iterator[str]:
    """The rules of a group, a line or two for each."""
    wide = max(len(rule.name) for rule in rules)
    for rule in rules:
        label = f"{rule.code}  {rule.name:<{wide}}  "
        yield from _told(label, [spoken(rule, look.lang)["message"][""]], look)


def rule_page(
    rule: Rule,
    examples: Sequence[Example],
    look: Look,
    measured: Sequence[Figure],
    silent: Sequence[str],
) -> Iterator[str]:
    """What is known of the rule; `silent` are languages that others of its pack speak."""
    say = words(look.lang)["cli"]
    facts = (rule.code, severities(rule), say[f"confidence-{rule.confidence}"], say[rule.status])
    yield f"{look.paint('rule', rule.name)}  {f' {look.marks.dot} '.join(facts)}\n\n"
    texts = spoken(rule, look.lang)
    wide = max(len(say[name]) for name in ("what", "why", "fix")) + 2
    yield from _told(f"{say['what']:<{wide}}", [*messages(rule, look)], look)
    for part in ("why", "fix"):
        yield from _told(f"{say[part]:<{wide}}", [*texts[part].values()], look)
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
    """Those that a line can hold, in words where there are any, and each move by its note."""
    say, cut = words(lang)["cli"], False
    for name, value in rule.params.items():
        shown = json.dumps(value, ensure_ascii=False)
        if name == "moves":
            yield from _moves(rule, value, lang)
            cut = True
        elif told := say.get(f"parameter-{name}"):
            yield str(told).format(value=decimal(shown, say))
        elif len(shown) <= MOST_SHOWN:
            yield f"`{name}: {shown}`"
        else:
            cut = True
    if cut:
        yield str(say["all-parameters"])


def _moves(rule: Rule, moves: Mapping[str, Mapping[str, Any]], lang: str) -> Iterator[str]:
    """Each move with its weight: by its note in the language, by its name where it has none."""
    notes = rule.wording[lang].notes if lang in rule.wording else {}
    say = words(lang)["cli"]
    for name, data in moves.items():
        weight = decimal(f"{data.get('weight', 2):+g}", say)
        yield str(say["parameter-of-move"]).format(name=notes.get(name, f"`{name}`"), weight=weight)


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
