"""Words of signatures and legal lines in every language that has a file `data/zones.*.json`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent / "data"


@cache
def _files() -> tuple[Mapping[str, list[str]], ...]:
    return tuple(json.loads(path.read_bytes()) for path in sorted(_DATA.glob("zones.*.json")))


@cache
def zone_words(name: str) -> frozenset[str]:
    """The lists called `name` of all languages, as one; folded."""
    return frozenset(word for file in _files() for word in file.get(name, ()))
