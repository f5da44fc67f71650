"""The same files are found in the same order, and nothing that is no draft."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from socialint.discover import Found, as_found, discover, is_candidate
from socialint.errors import Problem
from socialint.formats import FORMATS


def tree(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("Bonjour", encoding="utf-8")
    return root


def names(root: Path, *, exclude: tuple[str, ...] = ()) -> list[str]:
    found = discover([root], FORMATS, exclude, root)
    return [item.path.relative_to(root).as_posix() for item in found if isinstance(item, Found)]


def test_files_come_sorted_and_folders_after_them(tmp_path: Path) -> None:
    tree(tmp_path, "b.md", "a/z.txt", "a/b/c.csv", "A.MD", "c.png", "sans")
    assert names(tmp_path) == ["A.MD", "b.md", "a/z.txt", "a/b/c.csv"]


def test_hidden_built_and_conventional_files_are_passed_over(tmp_path: Path) -> None:
    tree(tmp_path, ".git/a.md", "node_modules/a/b.md", "README.md", "package.json", "posts/a.md")
    tree(tmp_path, "requirements.txt", ".cache.md", "build/a.md", "LICENSE.txt")
    assert names(tmp_path) == ["posts/a.md"]


def test_exclude_reads_patterns_as_git_does(tmp_path: Path) -> None:
    tree(tmp_path, "posts/a.md", "posts/old/b.md", "old/c.md", "posts/keep.txt", "posts/d.txt")
    exclude = ("/old/", "*.txt", "!keep.txt", "posts/old")
    assert names(tmp_path, exclude=exclude) == ["posts/a.md", "posts/keep.txt"]


def test_a_named_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    tree(tmp_path, "README.md")
    path = tmp_path / "README.md"
    assert list(discover([path, tmp_path, path], FORMATS)) == [Found(path, explicit=True)]


def test_a_path_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "posts"
    assert list(discover([path], FORMATS)) == [Problem("path-missing", str(path))]


def test_links_that_go_round_are_followed_once(tmp_path: Path) -> None:
    tree(tmp_path, "posts/a.md")
    (tmp_path / "posts" / "again").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "posts" / "b.md").symlink_to(tmp_path / "posts" / "a.md")
    (tmp_path / "posts" / "gone.md").symlink_to(tmp_path / "nowhere.md")
    assert names(tmp_path) == ["posts/a.md"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every folder")
def test_a_folder_that_may_not_be_read_is_a_problem(tmp_path: Path) -> None:
    tree(tmp_path, "posts/a.md")
    (tmp_path / "posts").chmod(0)
    found = list(discover([tmp_path], FORMATS))
    (tmp_path / "posts").chmod(0o700)
    assert [item.code for item in found if isinstance(item, Problem)] == ["folder-unreadable"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("lancement.md", True),
        ("news-mai.md", True),
        ("NEWS.md", False),
        ("Lisez-moi.md", False),
        ("CODE_OF_CONDUCT.md", False),
        ("pnpm-lock.yaml", False),
        ("requirements-dev.txt", False),
        ("a.tar.md", True),
        ("index.md", True),
        ("security.md", True),
        ("md", False),
    ],
)
def test_conventional_names_are_known(name: str, *, expected: bool) -> None:
    assert is_candidate(name, FORMATS) is expected


def test_named_files_are_left_out_as_in_their_folder_where_that_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    tree(tmp_path, "posts/a.md", "posts/b.tsv", "posts/c.jsonl", "posts/d.tweet", "posts/e.py")
    tree(tmp_path, "posts/README.md", "posts/.f.md", ".g/h.md", "build/i.md", "posts/old/j.md")
    tree(tmp_path, "posts/k.png", "l.txt", "posts/old/keep.md")
    every = [path.relative_to(tmp_path).as_posix() for path in sorted(tmp_path.rglob("*.*"))]
    files = [name for name in every if Path(name).is_file()]
    for exclude in [(), ("posts/old/",), ("*.md", "!a.md"), ("l.txt", "old/*", "!keep.md")]:
        kept = as_found(files, FORMATS, exclude, tmp_path)
        assert sorted(kept) == sorted(names(tmp_path, exclude=exclude))
        absolute = [str(tmp_path / name) for name in files]
        assert as_found(absolute, FORMATS, exclude, tmp_path) == [str(tmp_path / n) for n in kept]
    assert as_found(["posts", "gone.md", "posts/e.py"], FORMATS, (), tmp_path) == [
        "posts",
        "gone.md",
    ]
