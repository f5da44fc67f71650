from __future__ import annotations

import pytest

from socialint.rule import Rule, Status
from socialint.selection import Choice, matches, selected, unknown


def rule(name: str, code: str, status: Status = "stable") -> Rule:
    return Rule(name, code, {"": "warning"}, "high", status, "phrases", ("post",), {})


RULES = [
    rule("vague-authority", "CLM302"),
    rule("unsourced-statistic", "CLM301"),
    rule("shouting", "SEL105"),
    rule("sarcasm", "RPL513", "preview"),
    rule("old", "RPL599", "retired"),
]
STABLE = ["vague-authority", "unsourced-statistic", "shouting"]


@pytest.mark.parametrize(
    ("select", "ignore", "names"),
    [
        ([], [], STABLE),
        (["CLM"], [], ["vague-authority", "unsourced-statistic"]),
        (["CLM301"], [], ["unsourced-statistic"]),
        (["all"], [], [*STABLE, "sarcasm"]),
        ([], ["CLM"], ["shouting"]),
        (["CLM301"], ["CLM"], ["unsourced-statistic"]),
        (["CLM"], ["unsourced-statistic"], ["vague-authority"]),
        (["shouting"], ["shouting"], []),
        (["shouting"], ["all"], ["shouting"]),
        (["sarcasm"], [], ["sarcasm"]),
        (["old"], [], []),
    ],
)
def test_the_more_specific_wins_then_ignore(
    select: list[str], ignore: list[str], names: list[str]
) -> None:
    assert [r.name for r in selected(RULES, Choice(select, ignore))] == names


def test_a_path_changes_what_holds_everywhere() -> None:
    base = Choice(ignore=["shouting"])
    loud = Choice(select=["shouting"], ignore=["CLM302"])
    assert [r.name for r in selected(RULES, base, loud)] == ["unsourced-statistic", "shouting"]


def test_an_unknown_name_comes_with_the_nearest() -> None:
    assert unknown(["shoutin", "CLM", "zzz"], RULES) == [("shoutin", "shouting"), ("zzz", "")]


@pytest.mark.parametrize(
    ("path", "glob", "expected"),
    [
        ("posts/a.md", "posts/**", True),
        ("posts/fr/a.md", "posts/**", True),
        ("posts/a.md", "**/*.md", True),
        ("a.md", "**/*.md", True),
        ("posts/a.csv", "*.md", False),
    ],
)
def test_two_stars_cross_folders(path: str, glob: str, *, expected: bool) -> None:
    assert matches(path, glob) is expected
