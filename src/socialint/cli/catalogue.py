"""Rules as the commands show them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialint.cli.asked import compiling, start
from socialint.finding import in_words
from socialint.frozen import replace
from socialint.printed import template
from socialint.reporters.plural import counted, figure
from socialint.rule import Rule
from socialint.rulepack import Pack

if TYPE_CHECKING:
    from socialint.linter import Linter

MOST_NAMED = 6  # rules in a line


def linter_here(paths: Sequence[str] = (), profile: str | None = None) -> Linter:
    """A linter by the settings that rule the paths, or else this folder.

    `profile` is a file in place of the one that they name.  Raises SettingsError and kin.
    """
    from socialint import settings  # noqa: PLC0415  heavy imports wait for the options
    from socialint.linter import Linter  # noqa: PLC0415  the same

    found = settings.find(start(paths))
    loaded = settings.load(found) if found else settings.Settings()
    if profile:
        loaded = replace(loaded, profile=str(Path(profile).absolute()))
    return Linter(loaded, compiling=compiling(loaded))


def names_on(linter: Linter) -> Collection[str]:
    """The names of the rules that the settings turn on."""
    from socialint.selection import selected  # noqa: PLC0415  heavy imports wait for the options

    return {rule.name for rule in selected(linter.rules, linter.settings.choice)}


def spoken(rule: Rule, lang: str) -> Mapping[str, Mapping[str, str]]:
    """What a rule says, by part and variant, in `lang` or else in English; gaps are dots."""
    wording = in_words(rule.wording, lang)
    parts = {"message": wording.message, "why": wording.why, "fix": wording.fix}
    return {
        part: {variant: template(text) for variant, text in texts.items()}
        for part, texts in parts.items()
    }


def varied(rule: Rule) -> bool:
    """Whether the rule's severity is not the same in every case."""
    return len(set(rule.severity.values())) > 1


def record(rule: Rule, lang: str, *, on: bool) -> dict[str, Any]:
    """A rule as plain data; its texts by variant, the plain one under ""."""
    return {
        "name": rule.name,
        "code": rule.code,
        "group": rule.group,
        "severity": dict(rule.severity),
        "confidence": rule.confidence,
        "status": rule.status,
        "on": on,
        "kinds": list(rule.kinds),
        **{part: dict(texts) for part, texts in spoken(rule, lang).items()},
        "params": dict(rule.params),
        "checklist": list(rule.checklist),
        "sources": [dict(source) for source in rule.sources],
        "supersedes": list(rule.supersedes),
        "pack": rule.pack,
        "languages": sorted(rule.wording),
    }


def gaps(packs: Iterable[Pack], lang: str) -> Iterator[str]:
    """A line on each language that not all rules of a pack speak."""
    for pack in packs:
        for spoken in pack.languages:
            silent = [rule.name for rule in pack.rules if spoken not in rule.wording]
            if silent:
                yield _gap(pack, spoken, silent, lang)


def _gap(pack: Pack, spoken: str, silent: list[str], lang: str) -> str:
    names = ", ".join(silent[:MOST_NAMED]) + ", …" * (len(silent) > MOST_NAMED)
    args = {
        "pack": pack.name,
        "spoken": spoken,
        "of": figure(len(pack.rules), lang),
        "names": names,
    }
    return counted("cli", "spoken-by-some", len(pack.rules) - len(silent), lang, **args) + "\n"
