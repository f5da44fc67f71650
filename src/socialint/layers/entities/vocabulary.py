"""Words of dates, times and amounts in every language that has a file `data/entities.*.json`."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

_DATA = Path(__file__).parent.parent / "data"


@dataclass(frozen=True)
class Vocabulary:
    """The files of all languages, by language; look-ups join them."""

    files: Mapping[str, Mapping[str, Any]]

    def words(self, name: str) -> Mapping[str, Any]:
        """The tables called `name` of all languages, as one."""
        joined: dict[str, Any] = {}
        for file in self.files.values():
            joined.update(file.get(name, {}))
        return joined

    def terms(self, name: str) -> frozenset[str]:
        """The lists called `name` of all languages, as one."""
        return frozenset(word for file in self.files.values() for word in file.get(name, ()))

    def of(self, lang: str | None, name: str) -> Any:
        """What the file of `lang` (its region aside) says under `name`; None if there is none."""
        return self.files.get((lang or "").partition("-")[0], {}).get(name)

    @cached_property
    def months(self) -> Mapping[str, Any]:
        return self.words("months")

    @cached_property
    def month_first(self) -> frozenset[str]:
        """Months of languages in which the day may follow the month."""
        files = (file for file in self.files.values() if file.get("month_first"))
        return frozenset(month for file in files for month in file["months"])

    @cached_property
    def capital_only(self) -> frozenset[str]:
        """Months that are other words when they have no capital ("may", "march")."""
        upper: set[str] = set()
        lower: set[str] = set()
        for file in self.files.values():
            (upper if file.get("capital_months") else lower).update(file.get("months", ()))
        return frozenset(upper - lower)

    @cached_property
    def currencies(self) -> Mapping[str, Any]:
        return self.words("currencies")

    @cached_property
    def units(self) -> Mapping[str, Any]:
        return self.words("units")

    @cached_property
    def magnitudes(self) -> Mapping[str, Any]:
        return self.words("magnitudes")


@cache
def vocabulary() -> Vocabulary:
    """All files, read once."""
    paths = sorted(_DATA.glob("entities.*.json"))
    return Vocabulary({path.name.split(".")[1]: json.loads(path.read_bytes()) for path in paths})


def either(words: Iterable[str]) -> str:
    """A pattern for any of `words`, the longest first, since alternation takes what fits first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or "(?!)"
