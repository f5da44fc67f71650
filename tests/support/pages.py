"""Pages of documentation, followed to the letter: their files are written, their commands run."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from textwrap import dedent, indent

from installed import Environment

BLOCK = re.compile(r'^( *)```(\w*)(?: title="([^"]+)")?\n(.*?)^\1```$', re.DOTALL | re.MULTILINE)
UNDER = re.compile(r"(.+), (?:under|sous) ([\w-]+)")
INTO = re.compile(r"(.+), (?:in|dans) (\w+)")
LANGUAGES = {"en": "en_GB.UTF-8", "fr": "fr_FR.UTF-8"}
Run = Callable[[str], str]


def language(page: Path) -> str:
    """The language of a page, as its name says."""
    return page.name.split(".")[1] if page.name.count(".") > 1 else "en"


def followed(page: str, run: Run, home: Path) -> str:
    """The page as it reads when its files are written and its commands run, in order."""

    def step(block: re.Match[str]) -> str:
        margin, kind, title, text = block.groups()
        if title:
            place(home, title, dedent(text))
        if kind != "console":
            return block.group()
        commands = [line for line in dedent(text).splitlines() if line.startswith("$ ")]
        told = "".join(f"{line}\n{run(line.removeprefix('$ '))}" for line in commands)
        end = "" if told.endswith("\n") else "\n"
        return f"{margin}```console\n{indent(told, margin)}{end}{margin}```"

    return BLOCK.sub(step, page)


def place(home: Path, title: str, text: str) -> None:
    """Writes the file that a block is, or puts the block into one: under a key, in a table."""
    if found := UNDER.fullmatch(title):
        _insert(home / found[1], rf"^( *){found[2]}:\n", text, "  ")
    elif found := INTO.fullmatch(title):
        _insert(home / found[1], rf"^(){found[2]}\b[^{{]*\{{\n", text, " " * 8)
    else:
        path = home / title
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def _insert(path: Path, after: str, text: str, deeper: str) -> None:
    before = path.read_text(encoding="utf-8")
    *_, key = re.finditer(after, before, re.MULTILINE)  # the innermost of equal keys is last
    added = indent(text, f"{key[1]}{deeper}")
    path.write_text(f"{before[: key.end()]}{added}{before[key.end() :]}", encoding="utf-8")


def shell(environment: Environment, page: Path, home: Path) -> Run:
    """Runs a line as bash does where the environment is the active one; nothing is fetched."""
    dropped = {"PYTHONPATH", "LC_ALL", "LC_MESSAGES", "COLUMNS", "FORCE_COLOR"}
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    offline = {"PIP_NO_DEPS": "1", "PIP_NO_INDEX": "1", "PIP_NO_BUILD_ISOLATION": "0"}
    path = os.pathsep.join((str(environment.folder), kept.get("PATH", os.defpath)))
    own = {"PATH": path, "LANG": LANGUAGES[language(page)], "PYTHONUTF8": "1"}
    variables = {**kept, **environment.variables, **offline, **own}
    _lend_pip(environment)

    def run(line: str) -> str:
        done = subprocess.run(
            ["bash", "-c", line],  # noqa: S607  the bash of whoever works here
            cwd=home,
            env=variables,
            check=False,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        return re.sub(r"in \d+\.\d+s", "in 0.12s", done.stdout.lstrip("\n"))

    return run


def _lend_pip(environment: Environment) -> None:
    """Its environment has no pip: ours works on it."""
    python = environment.folder / "python"
    pip = f'{sys.executable} -m pip --disable-pip-version-check --python "{python}"'
    script = environment.folder / "pip"
    script.write_text(f'#!/bin/sh\nexec {pip} "$@"\n', encoding="utf-8")
    script.chmod(0o755)
