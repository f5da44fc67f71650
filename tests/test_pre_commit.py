"""The hook that content repositories use, run by pre-commit in one of them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest
from needs import ROOT, tool

pytestmark = pytest.mark.xdist_group("wheel")

CONFIG = """
repos:
  - repo: {project}
    rev: {rev}
    hooks:
      - id: socialint
        files: ^posts/
"""
LOUD = "---\nlang: en\nchannel: linkedin\n---\nThe minutes are kept at [link]\n"
LINE = '{"lang": "en", "channel": "linkedin", "text": "The minutes are kept at [link]"}\n'
PLAIN = "---\nlang: en\nchannel: linkedin\n---\nThe mill opens on Monday at nine.\n"


def git(folder: Path, *argv: str) -> str:
    name = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
    command = ["git", *name, "-c", "commit.gpgsign=false", *argv]
    return subprocess.run(
        command, cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout.strip()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The project as it stands here, committed in a repository of its own."""
    names = (".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py", "README.md", "LICENSE")
    copy = tmp_path / "project"
    copy.mkdir()
    for name in names:
        shutil.copy(ROOT / name, copy / name)
    for name in ("src", "rules"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    git(copy, "init", "--quiet")
    git(copy, "add", ".")
    git(copy, "commit", "--quiet", "--message", "the project as it stands")
    return copy


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Offline: what the hook's own environment lacks is found in ours."""
    return {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "PRE_COMMIT_HOME": str(tmp_path / "home"),
        "PYTHONPATH": sysconfig.get_path("purelib"),
        "PIP_NO_DEPS": "1",
        "PIP_NO_INDEX": "1",
        "PIP_NO_BUILD_ISOLATION": "0",  # pip's own way to say yes
    }


def test_a_bad_post_is_not_committed_until_it_is_mended(
    project: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    pre_commit = tool("pre-commit")
    content = tmp_path / "content"
    git(tmp_path, "clone", "--quiet", str(repository(tmp_path / "origin", project)), "content")

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            command,
            cwd=content,
            env=environment,
            capture_output=True,
            check=False,
            encoding="utf-8",
        )

    def commit(message: str) -> subprocess.CompletedProcess[str]:
        git(content, "add", ".")
        name = ("-c", "user.name=Nobody", "-c", "user.email=nobody@example.org")
        return run("git", *name, "-c", "commit.gpgsign=false", "commit", "--message", message)

    assert run(pre_commit, "install").returncode == 0
    (content / "posts" / "loud.md").write_text(LOUD, encoding="utf-8")
    (content / "posts" / "loud.jsonl").write_text(LINE, encoding="utf-8")
    (content / "posts" / "old").mkdir()
    for name in ("old/loud.md", "README.md", "notes.py"):  # excluded, and no drafts
        (content / "posts" / name).write_text(LOUD, encoding="utf-8")
    refused = commit("a post with a gap")
    assert refused.returncode == 1
    told = refused.stdout + refused.stderr
    assert "posts/loud.md" in told
    assert "posts/loud.jsonl" in told
    assert not any(name in told for name in ("old/loud.md", "README.md", "notes.py"))
    assert "draft-leftover" in told
    assert "[link]" in told
    assert "good.md" not in told
    assert git(content, "rev-list", "--count", "HEAD") == "1"
    (content / "posts" / "loud.md").write_text(PLAIN, encoding="utf-8")
    (content / "posts" / "loud.jsonl").write_text(LINE.replace("[link]", "the mill"), "utf-8")
    passed = commit("the post without a gap")
    assert passed.returncode == 0, passed.stdout + passed.stderr
    assert "Passed" in passed.stdout + passed.stderr
    assert git(content, "rev-list", "--count", "HEAD") == "2"


def repository(folder: Path, project: Path) -> Path:
    """A small repository of posts, with the hook in its settings."""
    (folder / "posts").mkdir(parents=True)
    config = CONFIG.format(project=project, rev=git(project, "rev-parse", "HEAD"))
    (folder / ".pre-commit-config.yaml").write_text(config, encoding="utf-8")
    (folder / "socialint.toml").write_text('exclude = ["posts/old/"]\n', encoding="utf-8")
    (folder / "posts" / "good.md").write_text(PLAIN, encoding="utf-8")
    git(folder, "init", "--quiet")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "the first posts")
    return folder
