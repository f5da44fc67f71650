"""Readers of the fields that name channels or carry a message, and the table of all readers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socialint.draft import Message
from socialint.formats.channels import Target, read_targets
from socialint.formats.names import fold, words
from socialint.formats.nodes import Entry, Items, Node, Scalar, Table
from socialint.formats.values import (
    NOTHING,
    Habits,
    Reader,
    Wrong,
    blank,
    is_reply,
    moment,
    plain,
    read_any,
    read_flag,
    read_hour,
    read_kind,
    read_lang,
    read_moment,
    read_text,
    read_word,
    read_words,
)
from socialint.lazy import regex
from socialint.text import Span
from socialint.turns import OWN, Thread

_ADDRESS = regex(r"https?://\S+")


def read_channels(node: Node, habits: Habits) -> tuple[Target, ...] | Wrong | None:
    """The channels named by a text, a list, or the names of a mapping."""
    if blank(node):
        return None
    if isinstance(node, Table):
        return tuple(target for entry in node.entries for target in read_targets(entry.name))
    if isinstance(node, Scalar):
        if not isinstance(node.value, str):
            return Wrong("not-a-channel", node)
        return read_targets(node.value)
    found: list[Target] = []
    for item in node.items:
        targets = read_channels(_channel_node(item), habits)
        if isinstance(targets, Wrong):
            return targets
        found += targets or ()
    return tuple(found)


def _channel_node(item: Node) -> Node:
    if not isinstance(item, Table):
        return item
    return part(item, "channel") or NOTHING


def part(table: Table, name: str) -> Node | None:
    """The value in `table` under one of the words for `name`, the first of them that is there."""
    nodes = {fold(entry.name): entry.node for entry in table.entries}
    return next((nodes[word] for word in words(name) if word in nodes), None)


def channel_name(item: Node) -> str | None:
    """The channel that an item of a list of channels is about."""
    node = _channel_node(item)
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


def text_table(node: Node) -> Node:
    """A bare text of several words as the table that it is short for."""
    if not isinstance(node, Scalar) or not isinstance(node.value, str):
        return node
    return table_of(node) if len(node.value.split(None, 1)) > 1 else node


def table_of(text: Scalar) -> Table:
    """The table that a bare text stands for."""
    start = text.span.start
    return Table((Entry("text", Span(start, start), text),), text.span)


def read_message(node: Node, habits: Habits) -> Message | Thread | Wrong | None:
    """The message that the draft answers: its text, a mapping with more about it, or its turns."""
    if blank(node):
        return None
    if isinstance(node, Scalar):
        text = read_text(node, habits)
        if isinstance(text, Wrong):
            return text
        # an address says which message, not what it says
        return Message("" if text is None or _ADDRESS.fullmatch(text) else text)
    turns = turns_of(node)
    if turns is not None:
        return _read_turns(turns, habits)
    assert isinstance(node, Table), node  # noqa: S101  what is left
    text = read_text(part(node, "message") or NOTHING, habits)
    if text is None or isinstance(text, Wrong):
        return text or Wrong("not-a-message", node)
    return Message(
        text,
        _word(part(node, "author")),
        moment(read_moment(part(node, "received") or NOTHING, habits)),
        OWN if _is_own(node) else _word(part(node, "kind")),
    )


def turns_of(node: Node) -> Sequence[Node] | None:
    """The turns of a thread: a list, or one under a word for them; None where there is none."""
    held = part(node, "turns") if isinstance(node, Table) else node
    return held.items if isinstance(held, Items) else None


def _read_turns(nodes: Sequence[Node], habits: Habits) -> Thread | Wrong | None:
    read: list[Message] = []
    for node in nodes:
        turn = read_message(node, habits)
        if isinstance(turn, Thread):
            return Wrong("not-a-message", node)
        if isinstance(turn, Wrong):
            return turn
        read += [turn] if turn else []
    return Thread(tuple(read)) if read else None


def _is_own(table: Table) -> bool:
    """Whether a turn says that the account wrote it."""
    kind, role, author = (_word(part(table, name)) for name in ("kind", "role", "author"))
    return bool(kind and is_reply(kind)) or any(
        fold(word) in words("own") for word in (role, author) if word
    )


def _word(node: Node | None) -> str | None:
    found = plain(node) if node else None
    return str(found) if isinstance(found, (str, int)) else None


READERS: Mapping[str, Reader] = {
    "any": read_any,
    "channels": read_channels,
    "flag": read_flag,
    "hour": read_hour,
    "kind": read_kind,
    "lang": read_lang,
    "message": read_message,
    "text": read_text,
    "when": read_moment,
    "word": read_word,
    "words": read_words,
}
