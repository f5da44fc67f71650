"""Findings in lines that have changed, by git."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]

HEAD = "---\nlang: en\nchannel: linkedin\n---\n"
OLD = f"{HEAD}The minutes are kept at [link]\n\nBread is out.\n\nSoup at noon.\n"


def git(folder: Path, *argv: str) -> str:
    name = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    command = ["git", *name, "-c", "commit.gpgsign=false", *argv]
    done = subprocess.run(command, cwd=folder, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


@pytest.fixture
def repository(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.delenv(name, raising=False)
    git(folder, "init", "--quiet", "--initial-branch", "main")
    (folder / "socialint.toml").write_text("", "utf-8")
    (folder / "a.md").write_text(OLD, "utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "one")
    return folder


def quotes(socialint: Run, *argv: str) -> list[str]:
    code, out, err = socialint("check", "--format", "json", *argv)
    assert code < 2, err
    return [finding["quote"] for finding in json.loads(out)["findings"]]


def change(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")


def test_only_changed_lines_speak(repository: Path, socialint: Run) -> None:
    assert quotes(socialint, ".") == ["[link]"]
    assert quotes(socialint, "--diff", "HEAD", ".") == []
    change(repository / "a.md", "Soup at noon.", "Soup at [time].")
    assert quotes(socialint, "--diff", "HEAD", ".") == ["[time]"]
    assert quotes(socialint, "--staged", ".") == []
    git(repository, "add", ".")
    assert quotes(socialint, "--staged", ".") == ["[time]"]


def test_a_new_file_has_changed_all_over(repository: Path, socialint: Run) -> None:
    (repository / "b.md").write_text(f"{HEAD}Meet us at [place].\n", "utf-8")
    assert quotes(socialint, "--diff", "HEAD", ".") == ["[place]"]


def test_a_file_with_a_new_name_has_changed_where_its_lines_have(
    repository: Path, socialint: Run
) -> None:
    git(repository, "mv", "a.md", "z.md")
    change(repository / "z.md", "Bread is out.", "Bread at [time].")
    assert quotes(socialint, "--diff", "HEAD", ".") == ["[time]"]


@pytest.mark.parametrize("name", ["un été.md", 'a "b"\\c.md', "tab\there.md", "日本.md", "-x.md"])
def test_names_may_hold_any_sign(name: str, repository: Path, socialint: Run) -> None:
    (repository / name).write_text(OLD, "utf-8")
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "two")
    change(repository / name, "Soup at noon.", "Soup at [time].")
    assert quotes(socialint, "--diff", "HEAD", ".") == ["[time]"]


def test_what_is_staged_is_read_as_it_is_staged(repository: Path, socialint: Run) -> None:
    change(repository / "a.md", "Soup at noon.", "Soup at [time].")
    git(repository, "add", ".")
    (repository / "a.md").write_text("Another [thing].\n", "utf-8")
    assert quotes(socialint, "--staged", ".") == ["[time]"]
    assert quotes(socialint, "--staged", "a.md") == ["[time]"]


def test_before_the_first_commit_all_that_is_staged_is_new(folder: Path, socialint: Run) -> None:
    git(folder, "init", "--quiet")
    (folder / "a.md").write_text(OLD, "utf-8")
    git(folder, "add", ".")
    assert quotes(socialint, "--staged", ".") == ["[link]"]


def test_a_branch_is_compared_from_where_it_was_left(repository: Path, socialint: Run) -> None:
    git(repository, "switch", "--quiet", "--create", "work")
    change(repository / "a.md", "Soup at noon.", "Soup at [time].")
    git(repository, "commit", "--quiet", "--all", "--message", "work")
    git(repository, "switch", "--quiet", "main")
    change(repository / "a.md", "The minutes are kept at [link]", "Register soon.")
    git(repository, "commit", "--quiet", "--all", "--message", "main goes on")
    git(repository, "switch", "--quiet", "work")
    assert quotes(socialint, "--diff", "main", ".") == ["[time]"]


def test_a_file_whose_lines_git_does_not_see_has_changed_all_over(
    repository: Path, socialint: Run
) -> None:
    (repository / "b.md").write_bytes(OLD.replace("\n", "\r").encode())
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "two")
    data = (repository / "b.md").read_bytes()
    (repository / "b.md").write_bytes(data.replace(b"noon", b"one"))
    assert quotes(socialint, "--diff", "HEAD", ".") == ["[link]"]


def test_what_git_can_not_answer_is_told(folder: Path, socialint: Run) -> None:
    (folder / "a.md").write_text(OLD, "utf-8")
    code, _, err = socialint("check", "--diff", "HEAD", ".")
    assert code == 2
    assert "is in no repository of git" in " ".join(err.split())
    git(folder, "init", "--quiet")
    for name in ("nonesuch", "--output=x", "HEAD"):
        code, _, err = socialint("check", f"--diff={name}", ".")
        assert code == 2
        assert f"git knows no revision “{name}”" in " ".join(err.split())
    assert not (folder / "x").exists()
    code, _, err = socialint("check", "--diff", "HEAD", "--staged", ".")
    assert code == 2
    assert "can't go with --staged" in err
