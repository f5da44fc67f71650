"""`socialint explain PATH:LINE`, and `--why-not RULE`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from socialint.cli import main

POST = """---
lang: en
---
Tag a friend who loves bread!
“Tag a friend”, they say. Don't tag a friend.
Experts agree: call 555 0100.
"""


@pytest.fixture
def post(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "post.md").write_text(POST, encoding="utf-8")
    return "post.md"


def explained(
    capsys: pytest.CaptureFixture[str], *argv: str
) -> dict[str, Sequence[dict[str, str]]]:
    assert main(["explain", *argv, "--format", "json"]) == 0
    data: dict[str, Sequence[dict[str, str]]] = json.loads(capsys.readouterr().out)
    return data


@pytest.mark.parametrize(
    ("place", "rules"),
    [(":4", ["engagement-bait"]), (":4:3", ["engagement-bait"]), (":5:3", []), (":1", [])],
)
def test_a_place_gives_its_findings(
    capsys: pytest.CaptureFixture[str], post: str, place: str, rules: Sequence[str]
) -> None:
    assert [one["rule"] for one in explained(capsys, post + place)["findings"]] == rules


@pytest.mark.parametrize(
    ("line", "rule", "codes"),
    [
        ("5", "engagement-bait", {"apart"}),
        ("6", "vague-authority", {"seen"}),
        ("4", "non-apology", {"kind"}),
        ("4", "readability-off-target", {"wants"}),
        ("4", "shouting", {"quiet"}),
        ("9", "non-apology", {"no-draft"}),
    ],
)
def test_a_rule_tells_what_holds_it_back(
    capsys: pytest.CaptureFixture[str], post: str, line: str, rule: str, codes: set[str]
) -> None:
    told = explained(capsys, f"{post}:{line}", "--why-not", rule)
    assert codes <= {one["code"] for one in told["reasons"]}


def test_a_line_past_the_end_is_told(capsys: pytest.CaptureFixture[str], post: str) -> None:
    assert main(["explain", f"{post}:99"]) == 0
    assert capsys.readouterr().out == "The file ends before that line: it has 6 lines.\n"


def test_a_rule_of_moves_that_speaks_tells_its_sum(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "claim.md"
    file.write_text("---\nlang: en\n---\nOur bakery makes the best bread in Leeds.\n", "utf-8")
    reasons = explained(capsys, f"{file}:4", "--why-not", "absolute-claim")["reasons"]
    assert {"speaks", "sum"} <= {one["code"] for one in reasons}
    assert main(["explain", f"{file}:4", "--why-not", "absolute-claim"]) == 0
    out = capsys.readouterr().out
    assert "- The rule does find a fault" in out
    assert sum("; weight" in row for row in out.splitlines()) <= 8


def test_people_are_told_the_words_of_the_finding_each_once(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "claim.md"
    text = "Studies show that bread is good. We have some of it, and that is that."
    file.write_text(f"---\nlang: en\n---\n{text}\n", "utf-8")
    assert main(["explain", f"{file}:4", "--lang", "en"]) == 0
    told = [row.split()[1] for row in capsys.readouterr().out.splitlines() if "; weight" in row]
    assert "4:1" in told
    assert len(set(told)) == len(told)
    assert all(int(place.partition(":")[2]) <= len("Studies show that") for place in told)


def test_a_rule_without_words_says_what_it_judges_by(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    file = tmp_path / "loud.md"
    file.write_text("---\nlang: en\n---\nCOME AND SEE OUR BREAD ON SUNDAY.\n", "utf-8")
    assert main(["explain", f"{file}:4", "--why-not", "shouting"]) == 0
    assert "judges by form" in capsys.readouterr().out


def test_people_are_told_in_their_language(capsys: pytest.CaptureFixture[str], post: str) -> None:
    assert main(["explain", f"{post}:4", "--lang", "fr"]) == 0
    assert "« Tag a friend who loves bread »" in capsys.readouterr().out.replace("\u00a0", " ")


def test_personal_data_stays_masked(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "post.md").write_text("Claire: +33 6 12 34 56 78", encoding="utf-8")
    main(["explain", f"{tmp_path}/post.md:1"])
    assert "12 34 56" not in capsys.readouterr().out


def test_why_not_asks_for_a_place(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "shouting", "--why-not", "shouting"]) == 2
    assert "--why-not" in capsys.readouterr().err
