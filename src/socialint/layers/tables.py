"""The tables in `data/`, a JSON file a language: a language comes in as its files."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

DATA = Path(__file__).with_name("data")


def table_of(name: str, lang: str) -> Any:
    """What `data/<name>.<lang>.json` holds; None where there is no such file."""
    path = DATA / f"{name}.{lang}.json"
    return json.loads(path.read_bytes()) if path.exists() else None


@cache
def tables_of(name: str) -> Mapping[str, Any]:
    """What every `data/<name>.<lang>.json` holds, by language, in the order of their codes."""
    parts = [file.split(".") for file in _files()]
    found = [lang for first, lang, _ in parts if first == name]
    return {lang: table_of(name, lang) for lang in found}


@cache
def _files() -> Sequence[str]:
    """The names of all tables, in order; to match a pattern against each costs a start more."""
    names = os.listdir(DATA)  # noqa: PTH208  the same in a fifth of the time
    return sorted(name for name in names if name.endswith(".json"))
