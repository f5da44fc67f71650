"""Names and codes of rules: each belongs to one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from socialint.errors import Problem
from socialint.rule import Rule
from socialint.rulepack.folder import PackFiles, RuleFiles
from socialint.rulepack.pack import PROGRAM, Pack

KEYS = ("name", "code")


def twice(rules: Iterable[RuleFiles]) -> Iterator[Problem]:
    """Those that two rules of a pack have."""
    for key in KEYS:
        seen: dict[str, RuleFiles] = {}
        for rule in rules:
            value = rule.rule.value[key]
            other = seen.setdefault(value, rule)
            if other is not rule:
                yield rule.rule.problem(
                    "taken", (key,), what=key, value=value, other=other.folder.as_posix()
                )


def taken(files: PackFiles, beside: Iterable[Pack]) -> Iterator[Problem]:
    """The names and codes that a rule of another pack has: one would replace the other unseen.

    A rule that has both in a pack of this name is the same one, installed.
    """
    for pack in beside:
        owners = {(key, getattr(rule, key)): rule for rule in pack.rules for key in KEYS}
        for rule in files.rules:
            found = {key: owners.get((key, rule.rule.value[key])) for key in KEYS}
            if pack.name == files.name and found["name"] is found["code"]:
                continue
            for key, owner in found.items():
                if owner:
                    other, value = _place(pack, owner, key), rule.rule.value[key]
                    yield rule.rule.problem("taken", (key,), what=key, value=value, other=other)


def _place(pack: Pack, rule: Rule, key: str) -> str:
    """Where a rule of a pack is given its name or code; the program for one of its own."""
    if pack.name == PROGRAM:
        return PROGRAM
    for path in sorted(Path(pack.folder).glob(f"**/{rule.name}/rule.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        found = (at for at, line in enumerate(lines, start=1) if line.startswith(f"{key}:"))
        return f"{path.as_posix()}:{next(found, 1)}"
    return f"{pack.folder}: {rule.name}"
