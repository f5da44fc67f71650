"""Which rules are on: settings against rules, a pure function."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from fnmatch import fnmatch

from socialint.named import NamedTuple
from socialint.near import near
from socialint.rule import Rule


class Choice(NamedTuple):
    """One `select` and `ignore` pair: rule names, codes, groups, or `all`."""

    select: Sequence[str] = ()
    ignore: Sequence[str] = ()


def selected(rules: Iterable[Rule], base: Choice, *more: Choice) -> list[Rule]:
    """The rules that are on.

    With no `select` these are the stable ones.  Of `select` and `ignore` the more specific wins
    (a rule, then its group, then `all`), then `ignore`.  Each of `more` (the settings of a path)
    changes what those before it said.  Retired rules are never on.
    """
    return [rule for rule in rules if rule.status != "retired" and _on(rule, base, more)]


def _on(rule: Rule, base: Choice, more: Sequence[Choice]) -> bool:
    default = rule.status == "stable" and not base.select
    on = _decide(rule, base, default=default)
    for choice in more:
        on = _decide(rule, choice, default=on)
    return on


def _decide(rule: Rule, choice: Choice, *, default: bool) -> bool:
    wanted, unwanted = _rank(rule, choice.select), _rank(rule, choice.ignore)
    if not wanted and not unwanted:
        return default
    return wanted > unwanted


def _rank(rule: Rule, names: Collection[str]) -> int:
    """How precisely the names mean this rule: 3 itself, 2 its group, 1 all, 0 not at all."""
    if rule.name in names or rule.code in names:
        return 3
    if rule.group in names:
        return 2
    return int("all" in names)


def means(names: Collection[str], rule: Rule) -> bool:
    """Whether one of the names means the rule: its own, its code, its group, or `all`."""
    return _rank(rule, names) > 0


def unknown(names: Iterable[str], rules: Collection[Rule]) -> list[tuple[str, str]]:
    """The names that mean no rule, each with the nearest that does (or "")."""
    known = {"all"}
    for rule in rules:
        known |= {rule.name, rule.code, rule.group}
    return [(name, near(name, known)) for name in names if name not in known]


def matches(path: str, glob: str) -> bool:
    """Whether a path (with `/`) is meant by a glob of the settings; `**` crosses folders."""
    return fnmatch(path, glob) or fnmatch(path, glob.replace("**/", ""))
