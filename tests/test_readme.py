"""The README does what it says: its commands and its code run, its output is what comes out."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import shutil
from pathlib import Path

import pytest
import yaml
from installed import Environment
from needs import ROOT

from socialint.linter import Linter
from socialint.settings import load

README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(kind: str) -> list[str]:
    return [text for name, text in BLOCK.findall(README) if name == kind]


def run(command: str, checkout: Environment) -> str:
    """What a command of ours prints; after a pipe, Python reads it."""
    ours, _, then = command.partition(" | ")
    name, *argv = shlex.split(ours)
    done = checkout.run(name, *argv, cwd=ROOT)
    assert done.stderr == ""
    if not then:
        return done.stdout
    python, option, code = shlex.split(then)
    assert (python, option) == ("python3", "-c")
    return checkout.run("python", "-c", code, cwd=ROOT, given=done.stdout).stdout


@pytest.mark.parametrize("block", blocks("console"), ids=lambda block: block.splitlines()[0][:60])
def test_a_command_prints_what_stands_below_it(block: str, checkout: Environment) -> None:
    command, _, expected = block.removeprefix("$ ").partition("\n")
    assert run(command, checkout) == expected


@pytest.mark.parametrize("block", blocks("python"))
def test_code_runs_and_prints_what_it_says(block: str) -> None:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(block, "README.md", "exec"), {})  # noqa: S102  our own words
    said = re.findall(r"^print\(.*\)  # (.*)$", block, re.MULTILINE)
    assert out.getvalue().splitlines() == said


@pytest.mark.parametrize("block", blocks("toml"))
def test_settings_are_accepted(block: str, tmp_path: Path) -> None:
    path = tmp_path / "socialint.toml"
    path.write_text(block, encoding="utf-8")
    assert Linter(load(path)).settings.fail_on == "warning"


def test_the_hook_that_is_named_is_offered() -> None:
    (block,) = blocks("yaml")
    offered = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    named = yaml.safe_load(block)["repos"][0]["hooks"]
    assert {hook["id"] for hook in named} <= {hook["id"] for hook in offered}


def test_the_two_commands_are_jobs() -> None:
    (block,) = blocks("sh")
    scripts = {line.split()[1] for line in block.splitlines()}
    jobs = {line.split()[2] for line in block.splitlines()}
    help_of_script = (ROOT / "dev.py").read_text(encoding="utf-8").partition('"""\n\n')[0]
    assert scripts == {"dev.py"}
    assert all(f"\n{job} " in help_of_script for job in jobs)


def test_every_group_of_rules_is_told_of() -> None:
    groups = {path.parent.parent.name.upper() for path in (ROOT / "rules").glob("*/*/rule.yaml")}
    assert groups <= set(re.findall(r"^\| ([A-Z]{3}) \|", README, re.MULTILINE))


def test_every_link_leads_somewhere() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)]+)\)", README)
    assert [link for link in linked if not (ROOT / link).exists()] == []


def main() -> None:
    """Writes what the commands print into the README: python tests/test_readme.py."""
    import tempfile  # noqa: PLC0415  only here

    from installed import source_tree  # noqa: PLC0415  only here

    home = Path(tempfile.mkdtemp())
    checkout, text = source_tree(home), README
    for block in blocks("console"):
        command = block.partition("\n")[0]
        text = text.replace(block, f"{command}\n{run(command.removeprefix('$ '), checkout)}")
    (ROOT / "README.md").write_text(text, encoding="utf-8")
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
