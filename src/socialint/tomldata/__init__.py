"""TOML settings as plain data that knows where it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from socialint.data import Data, Place, Steps
from socialint.errors import Problem
from socialint.lazy import regex
from socialint.tomldata.places import Places

if TYPE_CHECKING:
    from tomllib import TOMLDecodeError

DEEPEST = 40  # nesting, and parts of a dotted name
_DOTTED = regex(
    rf"""(?<![\w.'"-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){{{DEEPEST}}}"""
)


def parse_toml(text: str, path: str, table: Steps = ()) -> Data:
    """The data in `text`, or in its table at `table`; problems say it is in `path`."""
    import tomllib  # noqa: PLC0415  3 ms, only where there are settings

    if _DOTTED.search(text):  # tomllib takes quadratic time over such a name
        return Data(path, None, (Problem("too-deep", path, args={"limit": str(DEEPEST)}),))
    try:
        value: Any = tomllib.loads(text)
        values, keys = _places(text, table)
    except tomllib.TOMLDecodeError as error:
        return Data(path, None, (_syntax(path, error),))
    except RecursionError:
        return Data(path, None, (Problem("too-deep", path, args={"limit": str(DEEPEST)}),))
    except ValueError as error:  # a number of more digits than Python converts
        return Data(path, None, (Problem("toml-syntax", path, args={"what": str(error)}),))
    for step in table:
        value = value.get(step, {}) if isinstance(value, dict) else value
    return Data(path, value, (), values, keys)


def _places(text: str, table: Steps) -> tuple[dict[Steps, Place], dict[Steps, Place]]:
    """The places of values and of keys in the table, by the steps from there."""
    places = Places(text)
    depth = len(table)
    values, keys = (
        {steps[depth:]: place for steps, place in found.items() if steps[:depth] == table}
        for found in (places.values, places.keys)
    )
    return values, keys


def _syntax(path: str, error: TOMLDecodeError) -> Problem:
    """TOML's own words end in "(at line 3, column 7)" or "(at end of document)"."""
    what, _, where = str(error).partition(" (at ")
    numbers = [int(number) for number in re.findall(r"\d+", where)]
    line, column = numbers if len(numbers) == 2 else (None, None)
    return Problem("toml-syntax", path, line, column, {"what": what})
