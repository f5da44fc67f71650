"""TOML settings as plain data that knows where it stands."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from socialint.data import Data, Place, Steps
from socialint.errors import Problem
from socialint.lazy import regex

if TYPE_CHECKING:
    from tomllib import TOMLDecodeError

_HEADER = regex(r"\s*(\[\[?)\s*([\w.\"'-]+)\s*\]")
DEEPEST = 40  # nesting, and parts of a dotted name
_DOTTED = regex(
    rf"""(?<![\w.'"-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEEPEST}}}"""
)
_KEY = regex(r"\s*([\w.\"'-]+)\s*=\s*")


def parse_toml(text: str, path: str, table: Steps = ()) -> Data:
    """The data in `text`, or in its table at `table`; problems say it is in `path`.

    Keys are placed by their lines: what stands inside an array or an inline table is placed at
    the key that it belongs to.
    """
    import tomllib  # noqa: PLC0415  3 ms, only where there are settings

    if _DOTTED.search(text):  # tomllib takes quadratic time over such a name
        return Data(path, None, (Problem("too-deep", path, args={"limit": str(DEEPEST)}),))
    try:
        value: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        return Data(path, None, (_syntax(path, error),))
    except RecursionError:
        return Data(path, None, (Problem("too-deep", path, args={"limit": str(DEEPEST)}),))
    except ValueError as error:  # a number of more digits than Python converts
        return Data(path, None, (Problem("toml-syntax", path, args={"what": str(error)}),))
    values, keys = _places(text, len(table))
    for step in table:
        value = value.get(step, {}) if isinstance(value, dict) else value
    return Data(path, value, (), values, keys)


def _places(text: str, skip: int) -> tuple[dict[Steps, Place], dict[Steps, Place]]:
    values: dict[Steps, Place] = {}
    keys: dict[Steps, Place] = {}
    counts: Counter[Steps] = Counter()
    inside: Steps = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            inside = _steps(header[2])
            keys[inside[skip:]] = values[inside[skip:]] = (number, header.start(1) + 1)
            if header[1] == "[[":
                counts[inside] += 1
                inside = (*inside, counts[inside] - 1)
        elif key := _KEY.match(line):
            steps = (*inside, *_steps(key[1]))[skip:]
            keys.setdefault(steps, (number, key.start(1) + 1))
            values.setdefault(steps, (number, key.end() + 1))
    return values, keys


def _steps(dotted: str) -> Steps:
    return tuple(part.strip("\"'") for part in dotted.split("."))


def _syntax(path: str, error: TOMLDecodeError) -> Problem:
    """TOML's own words end in "(at line 3, column 7)" or "(at end of document)"."""
    what, _, where = str(error).partition(" (at ")
    numbers = [int(number) for number in re.findall(r"\d+", where)]
    line, column = numbers if len(numbers) == 2 else (None, None)
    return Problem("toml-syntax", path, line, column, {"what": what})
