"""The table of commands, and what is said above them: help, version, no such command."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import cast

from socialint.cli.options import HELP, LANG, Asked, Option, parsed
from socialint.cli.terminal import look_of, tell
from socialint.errors import Problem, SettingsError
from socialint.locale import words
from socialint.near import near
from socialint.report import CLEAN
from socialint.reporters.lines import wrap
from socialint.version import version

Command = Callable[[Asked, str], int]

COMMANDS: Mapping[str, str] = MappingProxyType(
    {
        "check": "socialint.cli.check",
        "init": "socialint.cli.init",
        "baseline": "socialint.cli.baseline",
        "feed": "socialint.cli.feed",
        "rules": "socialint.cli.rules",
        "explain": "socialint.cli.explain",
        "new-rule": "socialint.cli.scaffold:run_rule",
        "new-pack": "socialint.cli.scaffold:run_pack",
        "pack": "socialint.cli.pack",
        "profile": "socialint.cli.profile",
    }
)
_COLUMN = 12  # where the help of commands begins
_OPTIONS = (HELP, Option("--version", "version"), LANG)


def dispatch(argv: list[str], lang: str) -> int:
    """Run the command that `argv` begins with, or print its help.

    A command is a module with `OPTIONS` and `run`, or one of several in a module, with options by
    its name; `hints`, if it has them, fill in its help.  Raises SettingsError if there is none.
    """
    if told := _told(argv, lang):
        tell(told)
        return CLEAN
    if not argv:
        tell(_help(lang), sys.stderr)
        raise SettingsError(Problem("command-missing", "socialint", args=_known()))
    name, *rest = argv
    if name not in COMMANDS:
        raise SettingsError(_unknown_command(name))
    place, _, function = COMMANDS[name].partition(":")
    module = import_module(place)
    options = module.OPTIONS[name] if function else module.OPTIONS
    asked = parsed(name, options, rest, lang, getattr(module, "hints", dict))
    if isinstance(asked, str):
        tell(asked)
        return CLEAN
    command = cast("Command", getattr(module, function or "run"))
    return command(asked, asked.lang or lang)


def _told(argv: list[str], lang: str) -> str | None:
    """The help or the version, if that is asked for; takes off the options before the command."""
    while argv and argv[0].startswith("-"):
        word = argv.pop(0)
        if word in {"-h", "--help"}:
            return _help(lang)
        if word == "--version":
            return f"socialint {version()}\n"
        if not word.startswith(LANG.name):
            raise SettingsError(_unknown_option(word))
        if word == LANG.name:
            argv[:1] = []
    return None


def _help(lang: str) -> str:
    from socialint.cli.parser import parser_of, title  # noqa: PLC0415  only for help

    say = words(lang)["cli"]
    options = title(say["options"], say)
    _, _, listed = parser_of("", _OPTIONS, lang, {}).format_help().partition(f"\n{options}\n")
    room = look_of(sys.stdout, lang).width
    rows = [row for name in COMMANDS for row in _row(name, say["help"][name], room)]
    return "\n".join(
        (
            f"{title(say['usage'], say)} socialint {say['command']} …",
            "",
            *wrap(say["about"], room),
            "",
            title(say["commands"], say),
            *rows,
            "",
            options,
            listed.rstrip("\n"),
            "",
            *wrap(say["more"], room),
            "",
        )
    )


def _row(name: str, text: str, room: int) -> list[str]:
    heads = (f"  {name}", *(" " for _ in text))
    lines = wrap(text, room - _COLUMN)
    return [f"{head:<{_COLUMN}}{line}" for head, line in zip(heads, lines, strict=False)]


def _known() -> dict[str, str]:
    return {"known": ", ".join(COMMANDS)}


def _unknown_command(name: str) -> Problem:
    if nearest := near(name, COMMANDS):
        return Problem("command-near", "socialint", args={"name": name, "near": nearest})
    if Path(name).exists():
        return Problem("command-path", "socialint", args={"name": name})
    return Problem("command-unknown", "socialint", args={"name": name, **_known()})


def _unknown_option(word: str) -> Problem:
    name = word.partition("=")[0]
    if nearest := near(name, [option.name for option in _OPTIONS]):
        return Problem("option-near", "socialint", args={"name": name, "near": nearest})
    return Problem("option-unknown", "socialint", args={"name": name, "command": "socialint"})
