"""The program's own words, one file a language; rules bring theirs."""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from socialint.errors import Problem

_HERE = Path(__file__).parent


@cache
def languages() -> tuple[str, ...]:
    """The languages that the program speaks: one for each file here."""
    names = os.listdir(_HERE)  # noqa: PTH208  to match a pattern costs a start more
    return tuple(sorted(name[:-5] for name in names if name.endswith(".json")))


@cache
def words(lang: str) -> Mapping[str, Any]:
    """All words in `lang`, in English where no file speaks it."""
    path = _HERE / f"{lang}.json"
    if not path.is_file():
        path = _HERE / "en.json"
    return MappingProxyType(json.loads(path.read_text(encoding="utf-8")))


def decimal(shown: str, cli: Mapping[str, str]) -> str:
    """A number as a language writes it; `cli` are that language's words of the command line."""
    return shown.replace(".", cli["decimal-point"])


def describe(problem: Problem, lang: str) -> str:
    """The problem as `path:line:column: what`, and its cure on a line of its own."""
    what, cure = explain(problem, lang)
    label = words(lang)["fix"]
    return f"{problem.where}: {what}\n  {label}: {cure}" if cure else f"{problem.where}: {what}"


def explain(problem: Problem, lang: str) -> tuple[str, str]:
    """What is wrong and its cure, in `lang`."""
    entry = words(lang)["problems"][problem.code]
    return entry["message"].format_map(problem.args), entry["fix"].format_map(problem.args)
