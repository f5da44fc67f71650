from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

POST = (
    "---\nchannel: linkedin\n---\n\nOur mill: THE BREAD THAT EVERYONE IS TALKING ABOUT!!! Come.\n"
)
ONLY = ("--select", "shouting")


def test_a_post_is_shown_with_its_line_and_place(socialint: Run, folder: Path) -> None:
    (folder / "mill.md").write_text(POST, "utf-8")
    code, out, err = socialint("check", *ONLY)
    assert (code, err) == (0, "")
    rows = out.splitlines()
    assert rows[:2] == ["mill.md", ""]
    assert rows[2].startswith("  5:11 warning  shouting")
    assert rows[3] == "   5 │ Our mill: THE BREAD THAT EVERYONE IS TALKING ABOUT!!! Come."
    assert rows[4].startswith("     │           ━━━━━━━━━")
    assert rows[-1] == "1 problem in 1 file (1 warning)"


def test_in_french_nothing_is_left_in_english(socialint: Run, folder: Path) -> None:
    (folder / "mill.md").write_text(POST, "utf-8")
    (folder / "broken.yaml").write_text('text: "never closed\n', "utf-8")
    code, out, _ = socialint("check", *ONLY, "--lang", "fr", "gone.md", ".")
    assert code == 2
    assert "gone.md: ce fichier ou ce dossier n’existe pas" in out
    assert "broken.yaml:1:7: ce guillemet n’est jamais refermé" in out
    assert out.endswith(
        "1 problème dans 1 des 2 fichiers (1 avertissement) · 2 entrées en erreur, en tête\n"
    )


def test_the_standard_input_is_read_in_the_format_of_its_name(
    socialint: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = json.dumps({"text": "Hello. THE BREAD THAT EVERYONE IS TALKING ABOUT!!!"})
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(text.encode())))
    _, out, _ = socialint("check", *ONLY, "-", "--stdin-filename", "new.json", "--format", "json")
    (found,) = json.loads(out)["findings"]
    assert (found["path"], found["draft"]) == ("new.json", "new.json#1")
    start, end = found["start"]["offset"], found["end"]["offset"]
    assert text[start:end] == found["quote"]


def test_a_file_of_one_huge_line_is_not_copied_into_every_finding(
    socialint: Run, folder: Path
) -> None:
    posts = [{"text": f"Post {number}. THE BREAD IS HERE AGAIN!!!"} for number in range(500)]
    (folder / "all.json").write_text(json.dumps(posts), "utf-8")
    _, out, _ = socialint("check", *ONLY)
    rows = out.splitlines()
    assert sum("shouting" in row for row in rows) >= 500
    assert max(len(row) for row in rows) <= 100


def test_an_unknown_rule_in_select_is_told_with_the_nearest(socialint: Run, folder: Path) -> None:
    code, out, err = socialint("check", "--select", "shoutin")
    assert (code, out) == (2, "")
    assert "shoutin" in err
    assert "shouting" in err
