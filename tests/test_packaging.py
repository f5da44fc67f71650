"""What is built: nothing missing, nothing too much, and it lints as the checkout does."""

from __future__ import annotations

import json
import tarfile
import zipfile
from pathlib import Path

import pytest
from installed import Environment, build
from needs import ROOT

pytestmark = pytest.mark.xdist_group("wheel")

PACKAGE = ROOT / "src" / "socialint"
PLACES = """
import json, socialint
from socialint.rulepack import builtin_pack
print(json.dumps([socialint.__file__, str(builtin_pack())]))
"""


def contents(wheel: Path) -> dict[str, bytes]:
    """The files of a wheel, without the list that names its own build."""
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_wheel_of_the_sdist_is_the_wheel_of_the_checkout(built: Path, tmp_path: Path) -> None:
    again = contents(build(tmp_path, "--wheel")[0])
    assert contents(next(built.glob("*.whl"))) == again


def test_the_wheel_holds_every_module_every_rule_and_all_data(wheel: Path) -> None:
    tracked = [path for path in PACKAGE.rglob("*") if path.is_file()]
    wanted = {f"socialint/{path.relative_to(PACKAGE).as_posix()}" for path in tracked}
    wanted = {name for name in wanted if "__pycache__" not in name}
    rules = [path for path in (ROOT / "rules").rglob("*") if path.is_file()]
    wanted |= {f"socialint/_rules/{path.relative_to(ROOT / 'rules').as_posix()}" for path in rules}
    wanted.add("socialint/_rules/compiled.pack")
    assert {"socialint/py.typed", "socialint/locale/fr.json"} <= wanted
    held = {name for name in contents(wheel) if ".dist-info/" not in name}
    assert held == wanted


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    files = contents(wheel)
    (metadata,) = (text for name, text in files.items() if name.endswith(".dist-info/METADATA"))
    (entries,) = (text for name, text in files.items() if name.endswith("entry_points.txt"))
    assert b"License-Expression: MIT" in metadata
    assert b"# socialint" in metadata
    assert b"socialint = socialint.cli:run" in entries
    assert any(name.endswith("licenses/LICENSE") for name in files)


def test_the_sdist_holds_the_tests_and_no_corpus(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as archive:
        names = [name.partition("/")[2] for name in archive.getnames()]
    assert "tests/test_packaging.py" in names
    tops = {name.partition("/")[0] for name in names}
    assert {"src", "rules", "tests", "docs", "examples", "pyproject.toml", "README.md"} <= tops
    assert tops.isdisjoint({"shared", "corpus", ".venv", "dist", ".git"})


def test_what_is_tested_is_what_was_installed(installed: Environment, tmp_path: Path) -> None:
    done = installed.run("python", "-c", PLACES, cwd=tmp_path)
    assert done.stderr == ""
    for place in json.loads(done.stdout):
        assert Path(place).is_relative_to(installed.home)


@pytest.mark.parametrize("lang", ["en", "fr"])
def test_the_installed_linter_finds_what_the_checkout_finds(
    lang: str, installed: Environment, checkout: Environment
) -> None:
    options = ("--format", "json", "--lang", lang, "--as-of", "2026-06-01")
    command = ("check", *options, "examples")
    there, here = (place.run("socialint", *command, cwd=ROOT) for place in (installed, checkout))
    assert there.stderr == here.stderr == ""
    assert there.returncode == here.returncode == 1
    assert json.loads(there.stdout) == json.loads(here.stdout)
    assert json.loads(there.stdout)["findings"]


def test_the_installed_linter_explains_its_rules(installed: Environment, tmp_path: Path) -> None:
    done = installed.run("socialint", "explain", "shouting", "--format", "json", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)
