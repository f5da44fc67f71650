"""The tutorial, followed step by step in an empty folder, prints what stands in it."""

from __future__ import annotations

import shlex
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from installed import Environment, source_tree
from needs import ROOT, tool
from pages import followed

PAGES = {"tutorial.md": "en_GB.UTF-8", "tutorial.fr.md": "fr_FR.UTF-8"}
DAY = "2027-01-10"  # the suppression on the page holds until some weeks later


def shell(checkout: Environment, language: str, home: Path) -> Callable[[str], str]:
    """Runs the few kinds of commands that the page has."""
    ours = Environment(checkout.home, {**checkout.variables, "LANG": language})

    def run(line: str) -> str:
        command, _, then = line.partition("; echo ")
        name, *argv = shlex.split(command)
        if name != "socialint":
            return subprocess.run(
                [tool(name), *argv], cwd=home, check=True, capture_output=True, encoding="utf-8"
            ).stdout
        day = ["--as-of", DAY] if argv[0] == "check" else []
        done = ours.run(name, *argv, *day, cwd=home)
        assert done.stderr == ""
        last = then.strip('"').replace("$?", str(done.returncode))
        return f"{done.stdout.lstrip()}{last}\n" if then else done.stdout.lstrip()

    return run


@pytest.mark.parametrize("name", PAGES)
def test_the_tutorial_can_be_followed(name: str, checkout: Environment, tmp_path: Path) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert followed(page, shell(checkout, PAGES[name], tmp_path), tmp_path) == page


def main() -> None:
    """Writes what the commands print into the pages: python tests/test_docs_tutorial.py."""
    with tempfile.TemporaryDirectory() as folder:
        checkout = source_tree(Path(folder) / "checkout")
        for name, language in PAGES.items():
            home, path = Path(folder) / name, ROOT / "docs" / name
            home.mkdir()
            page = path.read_text(encoding="utf-8")
            path.write_text(followed(page, shell(checkout, language, home), home), encoding="utf-8")


if __name__ == "__main__":
    main()
