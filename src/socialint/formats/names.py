"""What a field is called: canonical names from the names that teams write."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from socialint.formats.reading import Reading
from socialint.lazy import regex
from socialint.named import NamedTuple

_DATA = Path(__file__).parent / "data"
# names from the settings come before all others
_FIRST = -1000
_WORD = regex("[a-z0-9]+")


class Name(NamedTuple):
    """A canonical field: its name, the type it is read as, and where it ranks among its aliases.

    `weak` names mean something else just as often ("description"): alone they make no draft.
    """

    canonical: str
    type: str
    rank: int
    weak: bool = False


Names = Mapping[str, Name]


def fold(name: str) -> str:
    """`name` without case, accents and punctuation marks: « Réseau_social » is `reseau social`."""
    # a text of any length may stand where a name was expected: those are not kept
    return _fold(name) if len(name) < 80 else _fold.__wrapped__(name)


@lru_cache(maxsize=4096)
def _fold(name: str) -> str:
    if name.isascii():  # nearly all are: 300 names at each start
        return " ".join(_WORD.findall(name.lower()))
    plain = unicodedata.normalize("NFKD", name.strip().casefold())
    kept = (char if char.isalnum() else " " for char in plain if not unicodedata.combining(char))
    return " ".join("".join(kept).split())


@cache
def data(name: str) -> Mapping[str, Any]:
    """The table `data/<name>.json`."""
    text = (_DATA / f"{name}.json").read_text(encoding="utf-8")
    return MappingProxyType(json.loads(text))


@cache
def words(name: str) -> tuple[str, ...]:
    """The folded words that `data/words.json` lists under `name`, the first ones first."""
    return tuple(fold(word) for word in data("words")[name])


def names_for(reading: Reading, preset: str | None = None) -> Names:
    """Folded name → canonical field, as the settings, the preset and the built-in table say."""
    builtin = _preset_names(preset or reading.preset or "")
    if not reading.fields:
        return builtin
    return MappingProxyType({**builtin, **_mapped(reading.fields, builtin)})


@cache
def _preset_names(preset: str) -> Names:
    found: dict[str, Name] = {}
    for canonical, entry in data("fields").items():
        weak = {fold(name) for name in entry.get("weak", ())}
        for rank, name in enumerate((canonical, *entry["names"])):
            key = fold(name)
            found.setdefault(key, Name(canonical, entry["type"], rank, key in weak))
    found.update(_mapped(data("presets").get(preset, {}).get("fields", {}), found))
    return MappingProxyType(found)


def _mapped(fields: Mapping[str, tuple[str, ...]], builtin: Names) -> dict[str, Name]:
    found: dict[str, Name] = {}
    for said, written in fields.items():
        # `[fields]` may call a field by any of its names
        known = builtin.get(fold(said)) or Name(said, "any", 0)
        for rank, name in enumerate(written, start=_FIRST):
            found[fold(name)] = Name(known.canonical, known.type, rank)
    return found


def preset_of(header: frozenset[str]) -> str | None:
    """The preset whose header a table has, the one with the longest header first.

    `header` holds folded names.
    """
    fitting = [
        (len(entry["header"]), name)
        for name, entry in data("presets").items()
        if entry["header"] and header.issuperset(map(fold, entry["header"]))
    ]
    return max(fitting)[1] if fitting else None
