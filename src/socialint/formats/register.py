"""Registers of accounts: each account is a draft of the kind `account`, without a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from socialint.draft import Draft, Field
from socialint.formats.channels import known, read_target
from socialint.formats.names import data, fold, words
from socialint.formats.nodes import Items, Table
from socialint.formats.values import blank, plain
from socialint.text import Source

# what a register says of all its accounts
_SHARED = {"capacity": "capacity", "capacite": "capacity", "replies": "replies"}


@cache
def _names() -> dict[str, str]:
    return {
        fold(name): canonical
        for canonical, names in reversed(list(data("accounts").items()))
        for name in (canonical, *names)
    }


def is_register(table: Table) -> bool:
    """Whether the file is a list of accounts and not of posts."""
    names = {fold(entry.name) for entry in table.entries}
    return not names.isdisjoint(words("registers")) and names.isdisjoint(words("post"))


def is_register_header(header: list[str], *, explicit: bool) -> bool:
    """Whether a table with these columns holds accounts, and who answers for them.

    Other trades have accounts with owners too: unless the user named the file (`explicit`), it
    must say on which channel each is.
    """
    named = {_names().get(fold(name)) for name in header}
    return "owner" in named and ("channel" in named or (explicit and "handle" in named))


def accounts(table: Table, source: Source, *, explicit: bool) -> Iterator[Draft]:
    """The accounts of a register, in written order.

    A file that the user did not name (`explicit`) must have one on a channel that is known: other
    trades have accounts too.
    """
    shared: dict[str, Field] = {}
    for entry in table.entries:
        if name := _SHARED.get(fold(entry.name)):
            shared[name] = Field(plain(entry.node), entry.key, entry.node.span)
    rows = [
        item
        for entry in table.entries
        if fold(entry.name) in words("registers") and isinstance(entry.node, Items)
        for item in entry.node.items
    ]
    tables = (row for row in rows if isinstance(row, Table))
    found = [account(row, source, number, shared) for number, row in enumerate(tables, start=1)]
    if explicit or any(known(channel) for each in found for channel in each.channels):
        yield from found


def account(
    row: Table, source: Source, number: int, shared: dict[str, Field] | None = None
) -> Draft:
    """One account; `shared` are fields of the whole register."""
    fields = dict(shared or {})
    for entry in row.entries:
        name = _names().get(fold(entry.name), entry.name)
        if name not in fields and not blank(entry.node):
            fields[name] = Field(plain(entry.node), entry.key, entry.node.span)
    said = fields["channel"].value if "channel" in fields else None
    target = read_target(said) if isinstance(said, str) else None
    handle = fields["handle"].value if "handle" in fields else None
    return Draft(
        kind="account",
        channel=target.channel if target else None,
        channels=(target.channel,) if target else (),
        account=str(handle) if handle else target.account if target else None,
        fields=fields,
        source=source,
        span=row.span,
        number=number,
    )
