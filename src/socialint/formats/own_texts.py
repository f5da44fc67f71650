"""The channels of a draft that have a text of their own."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.formats.channels import read_target
from socialint.formats.choose import Chosen
from socialint.formats.names import fold, words
from socialint.formats.nodes import Items, Node, Table
from socialint.formats.readers import channel_name, text_table
from socialint.formats.values import (
    NOTHING,
)


def own_texts(chosen: Chosen) -> Iterator[tuple[str, Table]]:
    """Each such channel with the table of what is its own."""
    node = chosen["channels"][1].node if "channels" in chosen else NOTHING
    if isinstance(node, Table):
        named: list[tuple[str | None, Node]] = [(e.name, e.node) for e in node.entries]
    elif isinstance(node, Items):
        named = [(channel_name(item), item) for item in node.items]
    else:
        return
    for name, own in named:
        table = text_table(own)
        if isinstance(table, Table) and name and _says_more(table):
            yield read_target(name).channel, table


def _says_more(table: Table) -> bool:
    return any(fold(entry.name) not in words("channel") for entry in table.entries)
