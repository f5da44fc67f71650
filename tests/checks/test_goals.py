"""What most drafts of a folder lack is told once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from socialint import Linter, Profile
from socialint.settings import Settings

PROFILE = Profile({"brand": "Quay", "objectives": ["visits"], "people": [{"id": "lea"}]})


def told(folder: Path, rule: str) -> list[str]:
    linter = Linter(Settings(root=folder, select=(rule,)), PROFILE)
    return [found.message("en") for found in linter.check_paths([folder]).findings]


def written(number: int, field: str, *, says: bool) -> str:
    value = {"objective": "visits", "owner": "lea"}[field]
    head = f"{field}: {value}\n" if says else ""
    return f"---\nlang: en\n{head}---\nThe ferry leaves at {number}.\n"


@pytest.mark.parametrize(
    ("rule", "field", "ending"),
    [
        ("missing-objective", "objective", "posts name no objective."),
        ("missing-owner", "owner", "posts have no owner."),
    ],
)
@pytest.mark.parametrize(
    ("bare", "saying", "findings"),
    [(12, 0, 1), (10, 2, 1), (9, 3, 9), (5, 0, 5), (10, 3, 10), (1, 0, 1)],
)
def test_a_habit_of_a_folder_is_told_once(  # noqa: PLR0917  one table of cases, times two rules
    rule: str, field: str, ending: str, bare: int, saying: int, findings: int, tmp_path: Path
) -> None:
    for number in range(bare + saying):
        text = written(number, field, says=number >= bare)
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    found = told(tmp_path, rule)
    assert len(found) == findings
    if findings < bare:
        assert found == [f"{bare} of {bare + saying} {ending}"]


def test_a_habit_of_a_file_is_told_once(tmp_path: Path) -> None:
    posts = [{"lang": "en", "text": f"The ferry leaves at {number}."} for number in range(30)]
    posts += [{"lang": "en", "text": "Come aboard.", "objective": "visits"}] * 3
    lines = "\n".join(json.dumps(post) for post in posts)
    (tmp_path / "posts.jsonl").write_text(lines, encoding="utf-8")
    assert told(tmp_path, "missing-objective") == ["30 of 33 posts name no objective."]
