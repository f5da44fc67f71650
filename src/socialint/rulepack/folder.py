"""The files of a pack: where rules, word classes and guards' words lie in its folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from socialint.data import Data
from socialint.errors import Problem
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.rulepack.lent import lent
from socialint.yamldata import read_yaml

NEUTRAL = "und"  # words of any language
SHARED = ("classes", "guards")
FACTS = "facts"  # of platforms and laws, for checks to read
_LANGUAGE = regex(r"[a-z]{2,3}(-[A-Z]{2})?")


class RuleFiles(NamedTuple):
    """One rule folder as read: `rule.yaml` and a file a language."""

    folder: Path
    rule: Data
    languages: Mapping[str, Data]


class PackFiles(NamedTuple):
    """A pack's folder as read.

    `shared` are the language files of classes and guards, by `classes/<name>`, `guards/<name>`.
    """

    name: str
    folder: Path
    rules: tuple[RuleFiles, ...]
    shared: Mapping[str, Mapping[str, Data]]
    problems: tuple[Problem, ...]
    facts: Mapping[str, Data] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages that some rule of the pack speaks."""
        spoken = {lang for rule in self.rules for lang in rule.languages}
        return tuple(sorted(spoken - {NEUTRAL}))

    @property
    def data(self) -> Iterator[Data]:
        """Every file."""
        for rule in self.rules:
            yield rule.rule
            yield from rule.languages.values()
        for files in self.shared.values():
            yield from files.values()
        yield from self.facts.values()


def read_folder(folder: Path, name: str) -> PackFiles:
    """Every file of the pack `name` in `folder`; what can't be read is among the problems."""
    if not folder.is_dir():
        missing = Problem("no-such-pack", folder.as_posix())
        return PackFiles(name, folder, (), {}, (missing,))
    folders = [
        path
        for path in sorted(folder.glob("*/*/"))
        if path.parent.name not in SHARED and any(path.glob("*.y*ml"))
    ]
    data = lent([read_yaml(path / "rule.yaml") for path in folders])
    rules = tuple(
        RuleFiles(path, rule, read_languages(path))
        for path, rule in zip(folders, data, strict=True)
    )
    shared = {
        f"{kind}/{path.name}": read_languages(path)
        for kind in SHARED
        for path in sorted((folder / kind).glob("*/"))
        if path.is_dir()
    }
    facts = {path.stem: read_yaml(path) for path in sorted((folder / FACTS).glob("*.yaml"))}
    files = PackFiles(name, folder, rules, shared, (), facts)
    problems = tuple(problem for data in files.data for problem in data.problems)
    if not rules and not shared:
        problems += (Problem("empty-pack", folder.as_posix()),)
    return files._replace(problems=problems)


def read_languages(folder: Path) -> Mapping[str, Data]:
    """The language files in a folder, by language; `data.problems` says what is wrong with one."""
    return {
        path.stem: _language(path)
        for path in sorted(folder.glob("*.y*ml"))
        if path.name != "rule.yaml"
    }


def _language(path: Path) -> Data:
    if path.suffix == ".yaml" and _LANGUAGE.fullmatch(path.stem):
        return read_yaml(path)
    return Data(path.as_posix(), None, (Problem("stray-file", path.as_posix()),))
