"""What is asked of `check` that no settings could make right."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.cli.asked import STDIN
from socialint.cli.options import Asked, choose
from socialint.errors import Problem, SettingsError

_LEVELS = ("error", "warning", "info", "never")


def prove(asked: Asked) -> None:
    """Raise SettingsError for a value that is none, or for options that can't go together."""
    if asked.fail_on:
        choose("--fail-on", asked.fail_on, _LEVELS)
    for option, value in (("--max-warnings", asked.max_warnings), ("--jobs", asked.jobs)):
        if value and not value.isdecimal():
            raise SettingsError(Problem("option-number", option, args={"value": value}))
    for option, other in _clashes(asked):
        raise SettingsError(Problem("options-clash", option, args={"other": other}))
    if asked.unsafe_fixes and not fixes(asked):
        raise SettingsError(Problem("option-needs", "--unsafe-fixes", args={"other": "--fix"}))
    if asked.stdin_filename and STDIN not in asked.paths:
        raise SettingsError(Problem("stdin-alone", "--stdin-filename"))


def _clashes(asked: Asked) -> Iterator[tuple[str, str]]:
    """Options that can't go with another, or with the standard input."""
    stdin = STDIN in asked.paths
    given = {
        ("--diff", "--staged"): asked.diff and asked.staged,
        ("--fix", STDIN): fixes(asked) and stdin,
        ("--diff", STDIN): asked.diff and stdin,
        ("--staged", STDIN): asked.staged and stdin,
    }
    yield from (pair for pair, clash in given.items() if clash)
    files: dict[str, str] = {}
    for form in asked.output:
        other = files.setdefault(form.partition("=")[2], form)
        if other is not form:
            yield f"--output {form}", other


def fixes(asked: Asked) -> bool:
    """Whether edits are asked for, in files or as a patch."""
    return bool(asked.fix or asked.dry_run)
