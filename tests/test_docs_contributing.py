"""The steps of CONTRIBUTING.md, taken in a copy of the tree, do what they say."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest
from needs import ROOT
from pages import BLOCK, place

PAGE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FRENCH = (ROOT / "docs" / "contributing.fr.md").read_text(encoding="utf-8")
COPIED = (
    "pyproject.toml",
    "rules",
    "src",
    "tests/conftest.py",
    "tests/reporters/test_check_reporter.py",
    "tests/support",
    "tests/test_rule_examples.py",
)
# each of these takes its time to read all rules: one run does for all
EXAMPLES = re.compile(r"pytest -q tests/test_rule_examples\.py -k ([\w-]+)")


def blocks(page: str) -> list[tuple[str, str, str]]:
    """Kind, title and text of the code on a page."""
    return [(kind, title, dedent(text)) for _, kind, title, text in BLOCK.findall(page)]


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what the steps change and run, with every file of the page written."""
    home = tmp_path_factory.mktemp("tree")
    for name in COPIED:
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        if (ROOT / name).is_dir():
            ignored = shutil.ignore_patterns("__pycache__")
            shutil.copytree(ROOT / name, home / name, ignore=ignored)
        else:
            shutil.copy(ROOT / name, home / name)
    for _, title, text in blocks(PAGE):
        if title:
            place(home, title, text)
    return home


def commands() -> list[str]:
    """What the page runs, the examples of all its rules at once."""
    lines = [line for kind, _, text in blocks(PAGE) if kind == "sh" for line in text.splitlines()]
    rules = " or ".join(EXAMPLES.findall("\n".join(lines)))
    examples = f'pytest -q tests/test_rule_examples.py -k "{rules}"'
    return [examples, *(line for line in lines if not EXAMPLES.fullmatch(line))]


@pytest.mark.parametrize("line", commands())
def test_a_step_does_what_it_says(line: str, tree: Path) -> None:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    own = {"PATH": path, "PYTHONPATH": str(tree / "src"), "LANG": "en_GB.UTF-8"}
    done = subprocess.run(
        ["bash", "-c", line.replace("pytest -q", "pytest -q -p no:cacheprovider")],  # noqa: S607  the bash of whoever works here
        cwd=tree,
        env={**os.environ, **own, "PYTHONUTF8": "1"},
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stdout + done.stderr
    if line.startswith("pytest"):
        assert re.search(r"^\d+ passed", done.stdout, re.MULTILINE), done.stdout
        assert "no tests ran" not in done.stdout


def test_the_rule_of_words_is_seen_on_a_draft(tree: Path) -> None:
    (line,) = (line for line in commands() if "hollow-invitation -" in line)
    done = subprocess.run(
        [sys.executable, "-m", "socialint", *line.partition("| socialint ")[2].split()],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree / "src"), "LANG": "en_GB.UTF-8"},
        input=re.findall(r'echo "(.*?)"', line)[0],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert "1:11 info     hollow-invitation" in done.stdout


def test_the_french_page_has_the_same_code() -> None:
    ours = [
        (kind, title.replace(", sous ", ", under ").replace(", dans ", ", in "), text)
        for kind, title, text in blocks(FRENCH)
    ]
    assert ours == blocks(PAGE)
