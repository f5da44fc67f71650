"""Options and arguments of commands, as tables, and how a line is read by them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

from socialint.errors import Problem, SettingsError
from socialint.locale import languages
from socialint.named import NamedTuple
from socialint.near import near

# what is asked for: the value of each option by its name, without dashes before it and `_` for `-`
Asked = SimpleNamespace


class Option(NamedTuple):
    """An option or, without dashes, an argument of a command.

    `form` names its value in the help and is empty where it takes none; its help is the text
    `cli.help.<help>` of the locale.  `nargs` and `many` are as in argparse: how many values it
    takes, and whether it may be repeated.
    """

    name: str
    help: str
    form: str = ""
    nargs: str | None = None
    many: bool = False
    short: str = ""


HELP = Option("--help", "help", short="-h")
LANG = Option("--lang", "lang", "LANG")


def parsed(
    command: str,
    options: Sequence[Option],
    argv: Sequence[str],
    lang: str,
    hints: Callable[[], Mapping[str, str]] = dict,
) -> Asked | str:
    """What the words of `argv` ask for, or the help if that is what they ask for.

    `hints` answers what fills in the help.  Raises SettingsError for words that are none of the
    options.
    """
    options = (*options, LANG, HELP)
    found: Asked | str | None = read(options, argv)
    if found is None:
        from socialint.cli.parser import (  # noqa: PLC0415  with argparse a start takes 9 ms more
            parsed_by_argparse,
        )

        found = parsed_by_argparse(command, options, argv, lang, hints())
    if isinstance(found, Asked) and found.lang:
        choose("--lang", found.lang, languages())
    return found


def read(options: Sequence[Option], argv: Sequence[str]) -> Asked | None:
    """What argparse makes of words that are whole options, values and paths; None for others."""
    known = {option.name: option for option in options if option.name.startswith("-")}
    values: dict[str, Any] = {_key(option): _unasked(option) for option in known.values()}
    free: list[str] = []
    left = iter(argv)
    for word in left:
        if not word.startswith("-") or word == "-":
            free.append(word)
            continue
        name, equals, value = word.partition("=")
        option = known.get(name)
        if option is None or option is HELP or (equals and not (value and option.form)):
            return None
        if option.form and not equals:
            value = next(left, "-")
            if value.startswith("-"):
                return None
        _put(values, option, value)
    arguments = [option for option in options if option.name not in known]
    if [option.nargs for option in arguments] == ["*"]:
        values[_key(arguments[0])] = free
    elif arguments or free:
        return None
    return Asked(**values)


def _key(option: Option) -> str:
    return option.name.lstrip("-").replace("-", "_")


def _unasked(option: Option) -> list[str] | bool | None:
    if option.many:
        return []
    return None if option.form else False


def _put(values: dict[str, Any], option: Option, value: str) -> None:
    key = _key(option)
    if option.many:
        values[key].append(value)
    else:
        values[key] = value if option.form else True


def choose(name: str, value: str, known: Iterable[str]) -> None:
    """Raise SettingsError if the value of an option is none of those known."""
    if value not in (listed := tuple(known)):
        first = near(value, listed)
        known = [first, *(one for one in listed if one != first)] if first else listed
        args = {"value": value, "known": ", ".join(known)}
        raise SettingsError(Problem("option-value", name, args=args))
