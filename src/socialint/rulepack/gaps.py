"""What a pack leaves unsaid in a language: rules without its words, guards that know none of them.

A language comes in rule by rule, so neither is a mistake; both are told.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from socialint.data import Data, Steps
from socialint.errors import Problem
from socialint.rulepack.folder import NEUTRAL, PackFiles, RuleFiles

# the lists by which guards know what they look for; the others read signs, or need no words
CUES: Mapping[str, Collection[str]] = {
    "definition": ("definition",),
    "hypothetical": ("hypothetical",),
    "negation": ("negation", "negation-after"),
    "safety": ("safety",),
    "third_person": ("reporting", "other-subject"),
}


def unspoken(files: PackFiles) -> dict[str, list[str]]:
    """By language, the rules that look for words and have none in it, as others of the pack do."""
    gaps = {
        lang: [
            rule.rule.value["name"]
            for rule in files.rules
            if lang not in rule.languages and NEUTRAL not in rule.languages and _looks_up(rule)
        ]
        for lang in files.languages
    }
    return {lang: names for lang, names in gaps.items() if names}


def _looks_up(rule: RuleFiles) -> bool:
    spoken = (data.value for data in rule.languages.values())
    own = any(text.get("lists") or text.get("patterns") for text in spoken)
    return own or bool(rule.rule.value.get("classes"))


def cues_of(files: PackFiles) -> dict[str, list[str]]:
    """The languages of the words that guards look for, by list."""
    return {
        name.partition("/")[2]: sorted(languages)
        for name, languages in files.shared.items()
        if name.startswith("guards/")
    }


def wordless(files: PackFiles, beside: Mapping[str, Collection[str]] = {}) -> Iterator[Problem]:
    """Each guard that a list names and that has no words in the language of the list, once.

    `beside` are the words of packs that it may rely on, as `cues_of` has them.  The paths count
    from the folder of the pack.
    """
    own = cues_of(files)
    told = set()
    for lang, data in _worded(files):
        for steps, name in guards_in(data.value, ()):
            lists = CUES.get(name, ())
            known = any(lang in (*own.get(one, ()), *beside.get(one, ())) for one in lists)
            if not lists or known or lang == NEUTRAL or (name, lang) in told:
                continue
            told.add((name, lang))
            place = data.path.removeprefix(f"{files.folder.as_posix()}/")
            args = {"name": name, "lang": lang, "list": next(iter(lists))}
            yield Problem("wordless-guard", place, *data.where(steps), args)


def _worded(files: PackFiles) -> Iterator[tuple[str, Data]]:
    for rule in files.rules:
        yield from rule.languages.items()
    for languages in files.shared.values():
        yield from languages.items()


def guards_in(value: Any, steps: Steps) -> Iterator[tuple[Steps, str]]:
    """The guards that word lists name, each with the steps to where they do."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if key == "guards" and isinstance(inner, list):
                yield from (((*steps, key, at), name) for at, name in enumerate(inner))
            elif key in {"lists", "terms"} or steps[:1] == ("lists",):
                yield from guards_in(inner, (*steps, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from guards_in(inner, (*steps, at))
