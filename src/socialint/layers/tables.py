"""The tables in `data/`, a JSON file a language: a language comes in as its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    paths = sorted(DATA.glob(f"{name}.*.json"))
    return {path.name.split(".")[1]: json.loads(path.read_bytes()) for path in paths}
