"""Words of dates, times and amounts in every language that has a file `data/entities.*.json`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from socialint.layers.tables import tables_of


@cache
def words(name: str) -> Mapping[str, Any]:
    """The tables called `name` of all languages, as one."""
    joined: dict[str, Any] = {}
    for file in tables_of("entities").values():
        joined.update(file.get(name, {}))
    return joined


@cache
def terms(name: str) -> frozenset[str]:
    """The lists called `name` of all languages, as one."""
    return frozenset(word for file in tables_of("entities").values() for word in file.get(name, ()))


def of(lang: str | None, name: str) -> Any:
    """What the file of `lang` (its region aside) says under `name`; None if there is none."""
    return tables_of("entities").get((lang or "").partition("-")[0], {}).get(name)


@cache
def months_first() -> frozenset[str]:
    """Months of languages in which the day may follow the month."""
    files = (file for file in tables_of("entities").values() if file.get("month_first"))
    return frozenset(month for file in files for month in file["months"])


@cache
def capital_months() -> frozenset[str]:
    """Months that are other words when they have no capital ("may", "march")."""
    upper: set[str] = set()
    lower: set[str] = set()
    for file in tables_of("entities").values():
        (upper if file.get("capital_months") else lower).update(file.get("months", ()))
    return frozenset(upper - lower)


def either(choices: Iterable[str]) -> str:
    """A pattern for any of `choices`, the longest first: alternation takes what fits first."""
    return "|".join(map(re.escape, sorted(choices, key=lambda c: (-len(c), c)))) or "(?!)"
