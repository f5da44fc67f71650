"""A pack's files compiled to plain data: what a run needs, without the examples."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import AnyCheck, Check, FeedCheck, Wakes, Words
from socialint.data import Data, Steps
from socialint.errors import Problem
from socialint.layers.compiler import Term, check_term, compile_lexicon
from socialint.layers.entry import EntryError
from socialint.rulepack.folder import NEUTRAL, PackFiles, RuleFiles
from socialint.rulepack.gaps import cues_of, unspoken, wordless
from socialint.rulepack.pack import VERSION

MESSAGE = "message"  # stands before a list of what a draft answers, in `wakes`

Compiled = dict[str, Any]


def build(
    files: PackFiles, checks: Mapping[str, AnyCheck], beside: Mapping[str, Collection[str]] = {}
) -> Compiled:
    """The compiled pack, of files that have no problem.

    `beside` are the words that guards know from other packs.  What a check says of itself (what
    wakes it, what it wants of the profile) is written down for each rule: a run then imports those
    checks only that have something to look at.
    """
    return {
        "version": VERSION,
        "name": files.name,
        "languages": list(files.languages),
        "shared": sorted(files.shared),
        "cues": cues_of(files),
        "unspoken": unspoken(files),
        "notices": [[*notice[:4], dict(notice.args)] for notice in wordless(files, beside)],
        "facts": {name: data.value for name, data in files.facts.items()},
        "rules": [_rule(rule, files.name, checks) for rule in files.rules],
        # a text each, so that a run reads only those of its languages
        "lexicons": {lang: _lexicon(files, lang) for lang in _languages(files)},
    }


def _lexicon(files: PackFiles, lang: str) -> str:
    return compile_lexicon(term for _, _, term in terms(files, lang))


def entry_problems(files: PackFiles) -> list[Problem]:
    """The entries that can't be read, each at its place."""
    found = []
    for lang in _languages(files):
        for data, steps, term in terms(files, lang):
            try:
                check_term(term)
            except EntryError as error:
                place = data.where(steps)
                found.append(Problem(error.code, data.path, *place, error.words))
    return found


def terms(files: PackFiles, lang: str) -> Iterator[tuple[Data, Steps, Term]]:
    """Every entry of one language, with the file and the place it comes from."""
    for rule in files.rules:
        if not (data := rule.languages.get(lang)):
            continue
        for name, group in (data.value.get("lists") or {}).items():
            for steps, term in _terms(f"{rule.rule.value['name']}/{name}", group):
                yield data, ("lists", name, *steps), term
    for name, languages in files.shared.items():
        if data := languages.get(lang):
            for steps, term in _terms(name, data.value):
                yield data, steps, term


def _languages(files: PackFiles) -> list[str]:
    named = {lang for rule in files.rules for lang in rule.languages}
    named.update(lang for languages in files.shared.values() for lang in languages)
    return sorted(named)


def _terms(name: str, group: Mapping[str, Any]) -> Iterator[tuple[Steps, Term]]:
    for number, item in enumerate(group["terms"]):
        own = {"term": item} if isinstance(item, str) else item
        steps = ("terms", number) if isinstance(item, str) else ("terms", number, "term")
        guards = dict.fromkeys([*group.get("guards", ()), *own.get("guards", ())])
        yield (
            steps,
            Term(
                name,
                own["term"],
                own.get("weight", group.get("weight", 2)),
                tuple(guards),
                own.get("note", group.get("note", "")),
                (*group.get("object", ()), *own.get("object", ())),
                own.get("case", group.get("case", False)),
            ),
        )


def _rule(files: RuleFiles, pack: str, checks: Mapping[str, AnyCheck]) -> Compiled:
    data = files.rule.value
    check = checks.get(data["check"])
    spoken = {lang: text.value for lang, text in files.languages.items()}
    lists = {name for text in spoken.values() for name in text.get("lists") or {}}
    return {
        "name": data["name"],
        "code": data["code"],
        "severity": _variants(data["severity"]),
        "confidence": data["confidence"],
        "status": data.get("status", "stable"),
        "check": data["check"],
        "kinds": data.get("kinds", ["post", "reply"]),
        "wording": {lang: _wording(text) for lang, text in spoken.items() if lang != NEUTRAL},
        "params": data.get("params") or {},
        "lists": sorted(lists),
        "patterns": {
            lang: text["patterns"] for lang, text in spoken.items() if text.get("patterns")
        },
        "supersedes": data.get("supersedes", []),
        "checklist": data.get("checklist", []),
        "sources": data.get("sources", []),
        "wakes": _wakes(data, sorted(lists), spoken, check),
        "wants": list(check.wants) if check else [],
        "feed": isinstance(check, FeedCheck),
        "whole": isinstance(check, FeedCheck) and not check.partial,
        "pack": pack,
        "folder": f"{files.folder.parent.name}/{files.folder.name}",
    }


def _wakes(
    data: Mapping[str, Any],
    lists: Sequence[str],
    spoken: Mapping[str, Any],
    check: AnyCheck | None,
) -> Wakes | None:
    """What the rule file says, else what its check makes of the params and words."""
    patterns = {lang: text.get("patterns") or {} for lang, text in spoken.items()}
    words = Words(data["name"], frozenset(lists), patterns)
    if "wakes" in data:
        return [[[_full(name, words)] for name in groups(item)] for item in data["wakes"]]
    if not isinstance(check, Check) or check.wakes is None:
        return None
    return check.wakes(data.get("params") or {}, words)


def groups(item: str | Sequence[str]) -> Sequence[str]:
    """An alternative of `wakes` in a rule file: one name, or several that must all be there."""
    return [item] if isinstance(item, str) else item


def _full(name: str, words: Words) -> str:
    part, colon, rest = name.rpartition(":")
    return name if part and part != MESSAGE else f"{part}{colon}{words.key(rest)}"


def _wording(text: Mapping[str, Any]) -> list[Any]:
    return [*(_variants(text[part]) for part in ("message", "why", "fix")), text.get("notes") or {}]


def _variants(value: Any) -> dict[str, str]:
    if isinstance(value, str):
        return {"": value}
    return {"" if name == "default" else name: text for name, text in value.items()}
