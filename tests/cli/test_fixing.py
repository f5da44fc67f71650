"""`--fix` on the command line."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from needs import tool

Run = Callable[..., tuple[int, str, str]]

HEAD = "---\nlang: en\nchannel: linkedin\n---\n"
TAG, MENDED = "Come to #summerreadingclub!", "Come to #SummerReadingClub!"
PHONE = "Call me on 06 39 98 12 34 today: [link]."


@pytest.fixture
def post(folder: Path) -> Path:
    path = folder / "a.md"
    path.write_bytes(f"{HEAD}{TAG}\r\n{PHONE}\n".encode())
    return path


def test_what_is_safe_is_put_in_place_and_what_is_left_is_told(post: Path, socialint: Run) -> None:
    code, out, err = socialint("check", "--fix", "a.md")
    assert post.read_bytes() == f"{HEAD}{MENDED}\r\n{PHONE}\n".encode()
    assert err == "1 fix in 1 file\n"
    assert "hashtag-case" not in out
    assert "draft-leftover" in out
    assert code == 1
    assert socialint("check", "--fix", "a.md")[2] == "0 fixes in 0 files\n"


def test_a_dry_run_prints_a_patch_and_writes_nothing(post: Path, socialint: Run) -> None:
    before = post.read_bytes()
    code, out, err = socialint("check", "--fix", "--dry-run", "a.md")
    assert post.read_bytes() == before
    assert err.splitlines() == [
        "1 fix in 1 file, not written",
        "1 finding left at or above “error” (--fail-on): exit code 1",
    ]
    assert code == 1
    assert f"-{TAG}\r\n+{MENDED}\r\n" in out
    assert "06 39" not in out
    assert "•• •• •• •• 34" in out


def test_the_patch_can_be_applied_where_nothing_is_masked(folder: Path, socialint: Run) -> None:
    path = folder / "un été.md"
    lines = [f"Line {number}." for number in range(20)]
    lines[3], lines[-1] = TAG, f"The end {TAG}"
    path.write_text(HEAD + "\n".join(lines), "utf-8")
    _, out, _ = socialint("check", "--fix", "--dry-run", ".")
    socialint_text = path.read_text("utf-8").replace(TAG, MENDED)
    applied = subprocess.run(
        [tool("git"), "apply", "-"],
        cwd=folder,
        input=out.encode(),
        check=False,
        capture_output=True,
    )
    assert applied.returncode == 0, applied.stderr
    assert path.read_text("utf-8") == socialint_text


def test_what_is_let_pass_or_unsafe_is_not_fixed(folder: Path, socialint: Run) -> None:
    path = folder / "a.md"
    path.write_text(f"{HEAD}<!-- socialint-ignore hashtag-case: ours -->\n{TAG}\n", "utf-8")
    before = path.read_bytes()
    assert socialint("check", "--fix", "a.md")[2] == "0 fixes in 0 files\n"
    assert path.read_bytes() == before
    path.write_text(f"{HEAD}N E W S from the mill\n", "utf-8")
    before = path.read_bytes()
    socialint("check", "--fix", "a.md")
    assert path.read_bytes() == before
    socialint("check", "--fix", "--unsafe-fixes", "a.md")
    assert path.read_text("utf-8") == f"{HEAD}NEWS from the mill\n"


def test_with_git_only_changed_lines_are_fixed(folder: Path, socialint: Run) -> None:
    path = folder / "a.md"
    path.write_text(f"{HEAD}{TAG}\n", "utf-8")
    git = [tool("git"), "-c", "user.name=N", "-c", "user.email=n@example.org"]
    for line in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "one"]):
        subprocess.run([*git, *line], cwd=folder, check=True)
    (folder / "b.md").write_text(f"{HEAD}{TAG}\n", "utf-8")
    path.write_text(f"{HEAD}{TAG}\n\nBread.\n", "utf-8")
    socialint("check", "--fix", "--diff", "HEAD", ".")
    assert path.read_text("utf-8") == f"{HEAD}{TAG}\n\nBread.\n"
    assert (folder / "b.md").read_text("utf-8") == f"{HEAD}{MENDED}\n"


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("--unsafe-fixes a.md", "--unsafe-fixes: means nothing without --fix"),
        ("--fix -", "--fix: can't go with -"),
    ],
)
def test_what_can_not_be_meant_is_refused(line: str, what: str, post: Path, socialint: Run) -> None:
    code, _, err = socialint("check", *line.split())
    assert code == 2
    assert what in " ".join(err.split())
