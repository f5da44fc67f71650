"""What argparse reads: lines with more than whole options in them, help, and what is wrong."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from socialint.cli.options import Asked, Option
from socialint.cli.terminal import look_of
from socialint.errors import Problem, SettingsError
from socialint.locale import languages, words
from socialint.near import near
from socialint.reporters.lines import wrap

_HELP_COLUMN = 28


class _Formatter(argparse.HelpFormatter):
    """argparse's own, but its words are ours."""

    def __init__(self, prog: str, say: Mapping[str, Any], width: int) -> None:
        super().__init__(prog, max_help_position=_HELP_COLUMN, width=width)
        self._say = say

    def start_section(self, heading: str | None) -> None:
        """Argparse puts the colon itself."""
        super().start_section(heading and title(heading, self._say).removesuffix(":"))

    def _split_lines(self, text: str, width: int) -> list[str]:
        """Argparse's own breaks the names of options and files at their hyphens."""
        return wrap(text, width)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,  # noqa: ARG002  argparse has a word of its own
    ) -> None:
        super().add_usage(usage, actions, groups, f"{title(self._say['usage'], self._say)} ")


def title(text: str, say: Mapping[str, Any]) -> str:
    """A heading, with the colon of the language."""
    return str(say["heading"]).format(title=text)


def parser_of(
    command: str, options: Sequence[Option], lang: str, hints: Mapping[str, str]
) -> argparse.ArgumentParser:
    """The parser of a command; `hints` fill in its help."""
    say = words(lang)["cli"]
    name = f"socialint {command}".strip()
    width = look_of(sys.stdout, lang).width
    parser = argparse.ArgumentParser(
        prog=name,
        description=say["help"].get(command) or say["about"],
        formatter_class=partial(_Formatter, say=say, width=width),
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
    )
    groups = {True: parser.add_argument_group(say["options"])}
    for option in options:
        dashed = option.name.startswith("-")
        if dashed not in groups:
            groups[dashed] = parser.add_argument_group(say["arguments"])
        _add(groups[dashed], option, say, hints)
    parser._action_groups.sort(key=lambda group: group is groups[True])  # noqa: SLF001  arguments are shown before options
    return parser


def _add(group: Any, option: Option, say: Mapping[str, Any], hints: Mapping[str, str]) -> None:
    text = say["help"][option.help].format_map({"languages": ", ".join(languages()), **hints})
    more: dict[str, Any] = {"help": text.replace("%", "%%")}
    if not option.form:
        more["action"] = "store_true"
    else:
        more["metavar"] = say["metavars"][option.form]
    if option.nargs:
        more["nargs"] = option.nargs
    if option.many:
        more |= {"action": "append", "default": []}
    group.add_argument(*([option.short] if option.short else []), option.name, **more)


def parsed_by_argparse(
    command: str,
    options: Sequence[Option],
    argv: Sequence[str],
    lang: str,
    hints: Mapping[str, str],
) -> Asked | str:
    """What the words of `argv` ask for, or the help; raises SettingsError as `parsed` does."""
    parser = parser_of(command, options, lang, hints)
    end = argv.index("--") if "--" in argv else len(argv)
    try:
        found, rest = parser.parse_known_intermixed_args(argv[:end])
    except argparse.ArgumentError as error:
        raise SettingsError(_misused(error.argument_name or "", options, lang)) from error
    if found.help:
        return parser.format_help()
    if rest:
        raise SettingsError(_left_over(parser.prog, rest, options))
    if names := argv[end + 1 :]:
        _take(found, options, names, parser.prog)
    return Asked(**vars(found))


def _take(
    found: argparse.Namespace, options: Sequence[Option], names: Sequence[str], command: str
) -> None:
    """Give the words after `--` to the argument that takes many; raises SettingsError if none."""
    many = next((option.name for option in options if option.nargs == "*"), None)
    if many is None:
        raise SettingsError(Problem("argument-unwanted", command, args={"value": names[0]}))
    setattr(found, many, [*getattr(found, many), *names])


def _misused(name: str, options: Iterable[Option], lang: str) -> Problem:
    """An option without its value, or with one that it doesn't take."""
    last = name.rpartition("/")[2]
    form = next((option.form for option in options if option.name == last), "")
    if not form:
        return Problem("option-value-unwanted", last, args={"name": last})
    args = {"name": last, "form": words(lang)["cli"]["metavars"][form]}
    return Problem("option-value-missing", last, args=args)


def _left_over(command: str, rest: Sequence[str], options: Iterable[Option]) -> Problem:
    word = next((word for word in rest if word.startswith("-")), "")
    if not word:
        return Problem("argument-unwanted", command, args={"value": rest[0]})
    name = word.partition("=")[0]
    if nearest := near(name, [option.name for option in options]):
        return Problem("option-near", command, args={"name": name, "near": nearest})
    return Problem("option-unknown", command, args={"name": name, "command": command})
