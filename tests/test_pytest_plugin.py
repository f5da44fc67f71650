"""The examples of a pack are tests of whoever names it in pytest's settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from needs import ROOT

from socialint.cli.scaffold import write_rule

ALONE = {"PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1", "PYTHONPATH": str(ROOT / "src")}
LIGHT = """
import sys
import socialint.pytest_plugin
ours = sorted(name for name in sys.modules if name.startswith("socialint"))
print(*ours)
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a pack of one rule, whose examples are to be tests."""
    (tmp_path / "pytest.ini").write_text("[pytest]\nsocialint_packs = house\n", "utf-8")
    write_rule(tmp_path / "house", "loud-hello", "HSE")
    return tmp_path


def pytest_in(folder: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    options = ("-p", "socialint.pytest_plugin", "-p", "no:cacheprovider")
    return subprocess.run(
        [sys.executable, "-m", "pytest", *options, *argv],
        cwd=folder,
        env={**os.environ, **ALONE},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def test_every_example_is_a_test_named_by_language_and_line(project: Path) -> None:
    done = pytest_in(project, "-v")
    assert done.returncode == 0, done.stdout
    assert "house/hse/loud-hello/rule.yaml::en:" in done.stdout
    assert "house/hse/loud-hello/rule.yaml::fr:" in done.stdout


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("⟦", "⟦x", "expected: ⟦x"),
        ("  good:\n", "  good:\n    - {text: plain, todo: a limit}\n", "no limit any more"),
        ("message:", "messages:", "messages"),
    ],
    ids=["words that are not found", "a limit that is none", "a pack that can't be read"],
)
def test_what_does_not_hold_fails_and_says_why(
    old: str, new: str, said: str, project: Path
) -> None:
    path = project / "house" / "hse" / "loud-hello" / "en.yaml"
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    done = pytest_in(project)
    assert done.returncode != 0
    assert said in done.stdout


def test_a_known_limit_is_no_failure(project: Path) -> None:
    path = project / "house" / "hse" / "loud-hello" / "en.yaml"
    text = path.read_text("utf-8").rstrip()
    limit = '{text: "Nothing ⟦at all⟧ here.", todo: it knows no such words}'
    path.write_text(text.replace("  bad:\n", f"  bad:\n    - {limit}\n"), "utf-8")
    done = pytest_in(project)
    assert done.returncode == 0, done.stdout
    assert "1 xfailed" in done.stdout


def test_packs_that_are_not_named_are_left_alone(project: Path) -> None:
    (project / "pytest.ini").write_text("[pytest]\n", "utf-8")
    assert "no tests ran" in pytest_in(project).stdout


def test_whoever_has_no_packs_pays_for_no_module_of_ours() -> None:
    done = subprocess.run(
        [sys.executable, "-c", LIGHT],
        env={**os.environ, **ALONE},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert done.stdout.split() == ["socialint", "socialint.pytest_plugin"]
