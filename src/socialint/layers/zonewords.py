"""Words of signatures and legal lines in every language that has a file `data/zones.*.json`."""

from __future__ import annotations

from functools import cache

from socialint.layers.tables import tables_of


@cache
def zone_words(name: str) -> frozenset[str]:
    """The lists called `name` of all languages, as one; folded."""
    return frozenset(word for file in tables_of("zones").values() for word in file.get(name, ()))
