"""A year of posts with a hundred faults between them, and one with a hundred look-alikes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from needs import FULL
from year import clean_year, planted_year, profile

from socialint import Linter
from socialint.engine import rows
from socialint.finding import Finding
from socialint.profile import Profile
from socialint.settings import Settings

COUNT = 10_000 if FULL else 2_500
LEAST_FOUND = 95
RULES = ("CAD", "CHN", "REG", "STR", "LNK")


def linted(folder: Path, posts: Iterable[dict[str, Any]]) -> tuple[Finding, ...]:
    """What the rules that are on by themselves find between the posts."""
    path = folder / "year.jsonl"
    lines = (json.dumps(post, ensure_ascii=False) for post in posts)
    path.write_text("\n".join(lines), encoding="utf-8")
    linter = Linter(Settings(root=folder), Profile(profile(COUNT)))
    codes = {rule.name: rule.group for rule in linter.rules}
    report = linter.check_paths([path])
    assert not report.errors
    return tuple(found for found in report.findings if codes[found.rule] in RULES)


def drafts_of(finding: Finding, ids: list[str]) -> set[str]:
    """The posts that a finding is about; a line of the file holds one."""
    related = {ids[other.start.line - 1] for other in finding.related}
    return related | ({finding.draft} if finding.draft else set())


@pytest.mark.parametrize("seed", [20261129, *([7] if FULL else [])])
def test_planted_faults_are_found(seed: int, tmp_path: Path) -> None:
    year = planted_year(seed, COUNT)
    posts = list(year.drafts())
    ids = [post["id"] for post in posts]
    found = [(each.rule, drafts_of(each, ids)) for each in linted(tmp_path, posts)]
    missed = [
        relation
        for relation in year.relations
        if not any(rule in relation.rules and ids & relation.ids for rule, ids in found)
    ]
    assert len(year.relations) == 100
    assert len(year.relations) - len(missed) >= LEAST_FOUND, missed


def test_look_alikes_are_left_alone(tmp_path: Path) -> None:
    found = linted(tmp_path, clean_year(count=COUNT).drafts())
    assert [(each.rule, each.quote) for each in found] == []


def test_what_lies_in_a_file_is_found_as_what_lies_in_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    posts = list(planted_year(20261129, 700).drafts())
    held = linted(tmp_path, posts)
    monkeypatch.setattr(rows, "HELD", 0)
    monkeypatch.setattr(rows, "ALIKE", 1)
    assert len(held) > 20
    assert linted(tmp_path, posts) == held
