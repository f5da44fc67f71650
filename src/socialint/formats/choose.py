"""Which entry of a table is which field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from socialint.errors import Problem
from socialint.formats.media import names_channels
from socialint.formats.names import Name, Names, fold
from socialint.formats.nodes import Entry, Table, duplicates, problem
from socialint.formats.values import blank
from socialint.text import Source

# canonical or own name → the type it is read as, and the entry
Chosen = Mapping[str, tuple[str, Entry]]


def twice(table: Table, source: Source) -> Iterator[Problem]:
    """The names that stand twice in a table, at the second place."""
    first = {entry.name: entry.key.start for entry in reversed(table.entries)}
    for entry in duplicates(table):
        line = source.position(first[entry.name]).line
        yield problem(source, "duplicate-key", entry.key.start, name=entry.name, first=str(line))
    for entry in table.entries:
        if isinstance(entry.node, Table):
            yield from twice(entry.node, source)


def choose(table: Table, names: Names, *, own_text: bool = False) -> Chosen:
    """The entry of each canonical field, the best of several; others under their own names.

    A draft that has its text elsewhere (`own_text`) may have a `description` beside it.
    """
    chosen: dict[str, tuple[str, Entry]] = {}
    ranks: dict[str, tuple[bool, int]] = {}
    for entry in table.entries:
        name = names.get(fold(entry.name)) or Name(entry.name, "any", 0)
        if own_text and name.canonical == "text" and name.weak:
            name = Name(entry.name, "any", 0)
        if name.canonical == "media" and name.rank >= 0 and names_channels(entry.node):
            name = Name("channels", "channels", 1)
        rank = (blank(entry.node), name.rank)
        best = ranks.get(name.canonical)
        if best is not None and best < rank:
            chosen[entry.name] = ("any", entry)
            continue
        if best is not None and chosen[name.canonical][1].name != entry.name:
            loser = chosen[name.canonical][1]
            chosen[loser.name] = ("any", loser)
        ranks[name.canonical] = rank
        chosen[name.canonical] = (name.type, entry)
    return chosen
