"""Everything that can be wrong with a pack, each at its line and column."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from string import Formatter

from socialint.checks.check import AnyCheck, Check
from socialint.data import Data, Steps
from socialint.errors import Problem
from socialint.layers.signs import SIGNS
from socialint.rulepack.build import MESSAGE, entry_problems, groups
from socialint.rulepack.folder import NEUTRAL, PackFiles, RuleFiles
from socialint.rulepack.gaps import guards_in
from socialint.rulepack.pack import Pack
from socialint.rulepack.taken import taken, twice
from socialint.schema import check, nearest, schema


def validate(
    files: PackFiles,
    checks: Mapping[str, AnyCheck],
    guards: Collection[str],
    classes: Collection[str] = (),
    beside: Iterable[Pack] = (),
) -> list[Problem]:
    """The problems of a pack.

    They are what can't be read and what breaks the schemas, or else what does not fit together.
    `classes` are the word classes of the packs that it may rely on, `beside` those whose rules have
    names and codes that it may not have.
    """
    problems = [*files.problems, *_schema_problems(files)]
    if problems:
        return problems
    known = {name.partition("/")[2] for name in files.shared if name.startswith("classes/")}
    for name in sorted(known & set(classes)):
        place = next(iter(files.shared[f"classes/{name}"].values()))
        problems.append(place.problem("taken-class", name=name))
    for rule in files.rules:
        problems.extend(_rule(rule, files, checks, known | set(classes)))
    for data in files.data:
        problems.extend(_guards(data, guards))
    problems.extend(twice(files.rules))
    problems.extend(taken(files, beside))
    if problems:  # else whoever builds the pack finds them, and need not look twice
        problems.extend(entry_problems(files))
    return sorted(problems, key=lambda found: (found.path, found.line or 0, found.column or 0))


def _schema_problems(files: PackFiles) -> Iterator[Problem]:
    for rule in files.rules:
        if not rule.rule.problems:
            yield from check(rule.rule, schema("rule"))
        for lang, data in rule.languages.items():
            wording = schema("wording")
            if lang == NEUTRAL:
                wording = {**wording, "required": []}
            yield from check(data, wording) if not data.problems else ()
    for languages in files.shared.values():
        for data in languages.values():
            yield from check(data, schema("class")) if not data.problems else ()


def _rule(
    rule: RuleFiles, files: PackFiles, checks: Mapping[str, AnyCheck], classes: Collection[str]
) -> Iterator[Problem]:
    data = rule.rule
    name = data.value["name"]
    if name != rule.folder.name:
        yield data.problem("folder-name", ("name",), name=name, folder=rule.folder.name)
    if not set(rule.languages) - {NEUTRAL}:
        yield data.problem("missing-language", name=name)
    for number, known in enumerate(data.value.get("classes", ())):
        if known not in classes:
            yield _unknown(data, "unknown-class", ("classes", number), classes)
    yield from _wakes(rule)
    found = checks.get(data.value["check"])
    if found is None:
        yield _unknown(data, "unknown-check", ("check",), checks)
        return
    params = list(
        check(
            Data(data.path, {"params": {}, **data.value}, (), data.values, data.keys),
            {"type": "object", "additionalProperties": False, **found.params},
            ("params",),
        )
    )
    yield from params
    if not params:
        yield from _uses(rule, found)
    for text in rule.languages.values():
        yield from _templates(text, found.args)


def _uses(rule: RuleFiles, check: AnyCheck) -> Iterator[Problem]:
    """The lists and classes that params name and the rule does not have."""
    if not isinstance(check, Check) or check.uses is None:
        return
    data = rule.rule
    known = set(data.value.get("classes", ()))
    for text in rule.languages.values():
        known.update(text.value.get("lists") or (), text.value.get("patterns") or ())
    for steps, name in check.uses(data.value.get("params") or {}):
        if name not in known:
            yield data.problem("unknown-list", steps, name=name, known=nearest(name, known) or "-")


def _wakes(rule: RuleFiles) -> Iterator[Problem]:
    """The names under `wakes` that are no list or class of the rule, and no known sign."""
    data = rule.rule
    known = {*data.value.get("classes", ())}
    known |= {name for text in rule.languages.values() for name in text.value.get("lists") or ()}
    for number, item in enumerate(data.value.get("wakes", ())):
        for at, name in enumerate(groups(item)):
            steps = ("wakes", number) if isinstance(item, str) else ("wakes", number, at)
            part, colon, rest = name.partition(":")
            if part == "sign" and rest not in SIGNS:
                yield data.problem("unknown-sign", steps, name=rest, known=nearest(rest, SIGNS))
            word = name if not colon else rest if part == MESSAGE else ""
            if word and word not in known and not word.startswith("guards/"):
                shown = nearest(word, known) or "-"
                yield data.problem("unknown-list", steps, name=word, known=shown)


def _unknown(data: Data, code: str, steps: Steps, known: Iterable[str]) -> Problem:
    value = data.value
    for step in steps:
        value = value[step]
    return data.problem(code, steps, name=value, known=nearest(value, known) or "-")


def _templates(data: Data, args: tuple[str, ...] | None) -> Iterator[Problem]:
    for part in ("message", "why", "fix"):
        value = data.value.get(part, {})
        texts = {(): value} if isinstance(value, str) else {(key,): value[key] for key in value}
        for steps, text in texts.items():
            yield from _template(data, (part, *steps), text, args)


def _template(
    data: Data, steps: Steps, text: str, args: tuple[str, ...] | None
) -> Iterator[Problem]:
    try:
        holes = [hole for hole in Formatter().parse(text) if hole[1] is not None]
    except ValueError:
        yield data.problem("template-braces", steps)
        return
    for _, name, spec, conversion in holes:
        known = ("quote", *(args or ()))
        plain = not spec and not conversion and str(name).isidentifier()
        if not plain or (args is not None and name not in known):
            yield data.problem(
                "unknown-placeholder", steps, name=str(name), known=nearest(str(name), known)
            )


def _guards(data: Data, known: Collection[str]) -> Iterator[Problem]:
    for steps, name in guards_in(data.value, ()):
        if name not in known:
            yield data.problem("unknown-guard", steps, name=name, known=nearest(name, known))
