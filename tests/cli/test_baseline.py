"""What a team has accepted stays out of the way, wherever it moves; what is new is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

HEAD = "---\nlang: en\nchannel: linkedin\n---\n"
OPEN = "The minutes are kept at [link]"
TIME = "Doors at [time], come early."
FILE = ".socialint-baseline.json"


@pytest.fixture
def posts(folder: Path) -> Path:
    (folder / "socialint.toml").write_text("", "utf-8")
    (folder / "posts").mkdir()
    (folder / "posts" / "a.md").write_text(f"{HEAD}{OPEN}\n", "utf-8")
    return folder / "posts"


def found(socialint: Run, *argv: str) -> tuple[list[str], int, int]:
    """The quotes of what is found, how many are let pass, how many entries are stale."""
    _, out, _ = socialint("check", "--format", "json", *argv)
    report = json.loads(out)
    quotes = [finding["quote"] for finding in report["findings"]]
    return quotes, report["summary"]["suppressed"], report["summary"]["stale"]


def test_what_is_accepted_does_not_fail_and_what_is_new_does(posts: Path, socialint: Run) -> None:
    assert socialint("check", "posts")[0] == 1
    code, out, _ = socialint("baseline", "posts")
    assert (code, out) == (0, f"1 finding accepted: {FILE}\n")
    assert socialint("check", "posts")[0] == 0
    assert found(socialint, "posts") == ([], 1, 0)
    (posts / "b.md").write_text(f"{HEAD}{TIME}\n", "utf-8")
    assert found(socialint, "posts") == (["[time]"], 1, 0)
    assert found(socialint, "--show-suppressed", "posts")[0] == ["[link]", "[time]"]


def test_the_file_holds_no_word_of_a_draft(posts: Path, socialint: Run) -> None:
    socialint("baseline", "posts")
    text = (posts.parent / FILE).read_text("utf-8")
    (entry,) = json.loads(text)["accepted"]
    assert (entry["rule"], entry["path"], entry["times"]) == ("draft-leftover", "posts/a.md", 1)
    assert "link" not in text


MOVES: list[tuple[str, Callable[[Path], object]]] = [
    ("lines", lambda p: (p / "a.md").write_text(f"{HEAD}Bread.\n\nSoup.\n\n{OPEN}\n", "utf-8")),
    ("a new name", lambda p: (p / "a.md").rename(p / "z.md")),
    ("case and quotes", lambda p: (p / "a.md").write_text(f"{HEAD}{OPEN.upper()}\n", "utf-8")),
]


@pytest.mark.parametrize(("what", "move"), MOVES, ids=[what for what, _ in MOVES])
def test_what_moves_is_known_again(
    what: str, move: Callable[[Path], object], posts: Path, socialint: Run
) -> None:
    socialint("baseline", "posts")
    move(posts)
    quotes, passed, _ = found(socialint, "--select", "draft-leftover", "posts")
    assert (quotes, passed) == ([], 1), what


def test_rows_may_change_places(posts: Path, socialint: Run) -> None:
    rows = [f"{OPEN},en", f'"{TIME}",en', f"{OPEN},en"]
    calendar = posts / "plan.csv"
    calendar.write_text("\n".join(["text,lang", *rows, ""]), "utf-8")
    socialint("baseline", "posts/plan.csv")
    calendar.write_text("\n".join(["text,lang", *reversed(rows), ""]), "utf-8")
    assert found(socialint, "posts/plan.csv") == ([], 3, 0)
    calendar.write_text("\n".join(["text,lang", *rows, f"{OPEN},en", ""]), "utf-8")
    assert found(socialint, "posts/plan.csv") == (["[link]"], 3, 0)


def test_what_is_gone_is_told_and_pruned_and_the_file_never_grows(
    posts: Path, socialint: Run
) -> None:
    (posts / "b.md").write_text(f"{HEAD}{TIME}\n", "utf-8")
    socialint("baseline", "posts")
    (posts / "a.md").write_text(f"{HEAD}Bread.\n", "utf-8")
    (posts / "c.md").write_text(f"{HEAD}Meet us at [place].\n", "utf-8")
    assert found(socialint, "posts") == (["[place]"], 1, 1)
    assert "1 entry of the baseline is out of date" in socialint("check", "posts")[1]
    _, out, err = socialint("baseline", "--prune", "posts")
    assert out == f"1 finding accepted: {FILE}\n"
    assert err == "no longer found: draft-leftover in posts/a.md\n"
    assert socialint("baseline", "--prune", "posts")[2] == ""
    assert found(socialint, "posts") == (["[place]"], 1, 0)


@pytest.mark.parametrize(
    "argv", [("posts/b.md",), ("posts", "--select", "shouting"), ("posts", "--ignore", "PRV")]
)
def test_what_nobody_looked_for_is_not_gone(
    argv: tuple[str, ...], posts: Path, socialint: Run
) -> None:
    (posts / "b.md").write_text(f"{HEAD}Bread.\n", "utf-8")
    socialint("baseline", "posts")
    assert found(socialint, *argv) == ([], 0, 0)
    socialint("baseline", "--prune", *argv)
    assert found(socialint, "posts") == ([], 1, 0)


def test_a_part_can_be_accepted_without_losing_the_rest(posts: Path, socialint: Run) -> None:
    (posts / "b.md").write_text(f"{HEAD}{TIME}\n", "utf-8")
    socialint("baseline", "posts/a.md")
    assert found(socialint, "posts") == (["[time]"], 1, 0)
    socialint("baseline", "posts/b.md")
    assert found(socialint, "posts") == ([], 2, 0)
    before = (posts.parent / FILE).read_text("utf-8")
    socialint("baseline", "posts")
    assert (posts.parent / FILE).read_text("utf-8") == before


def test_another_file_may_be_named(posts: Path, socialint: Run) -> None:
    socialint("baseline", "--baseline", "old.json", "posts")
    assert found(socialint, "posts")[0] == ["[link]"]
    assert found(socialint, "--baseline", "old.json", "posts") == ([], 1, 0)
    (posts.parent / "socialint.toml").write_text('baseline = "old.json"\n', "utf-8")
    assert found(socialint, "posts") == ([], 1, 0)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"version": 2, "accepted": []}', "\x00"])
def test_a_broken_file_stops_the_run(text: str, posts: Path, socialint: Run) -> None:
    (posts.parent / FILE).write_text(text, "utf-8")
    code, _, err = socialint("check", "posts")
    assert code == 2
    assert "this is no baseline" in err


def test_a_file_that_is_not_there_is_told(posts: Path, socialint: Run) -> None:
    assert socialint("check", "--baseline", "gone.json", "posts")[0] == 2
    assert socialint("baseline", "--prune", "posts")[0] == 2
