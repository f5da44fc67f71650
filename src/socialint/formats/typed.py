"""The values of a draft's fields, each read as the type that its name calls for."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.draft import Field
from socialint.errors import Problem
from socialint.formats.choose import Chosen
from socialint.formats.media import read_media, read_thread
from socialint.formats.nodes import Node, Table, problem
from socialint.formats.readers import READERS, part, turns_of
from socialint.formats.values import Habits, Wrong, plain, read_moment
from socialint.redact import redact
from socialint.text import Source

SHOWN = 60  # code points of a wrong value


def typed(
    chosen: Chosen, source: Source, habits: Habits, problems: list[Problem]
) -> Iterator[tuple[str, Field]]:
    """Each field with its value; one that is wrong is None, and among the `problems`."""
    for name, (kind, entry) in chosen.items():
        value = _read(kind, entry.node, habits)
        if isinstance(value, Wrong):
            problems.append(_wrong(value, entry.name, source))
            value = None
        yield name, Field(value, entry.key, entry.node.span)
        problems += _inside(kind, entry.node, source, habits)
        if kind == "words" and isinstance(entry.node, Table):
            yield f"{name}_by_account", Field(plain(entry.node), entry.key, entry.node.span)


def _inside(kind: str, node: Node, source: Source, habits: Habits) -> Iterator[Problem]:
    for turn in turns_of(node) or [node] if kind == "message" else ():
        received = part(turn, "received") if isinstance(turn, Table) else None
        value = read_moment(received, habits) if received else None
        if isinstance(value, Wrong):
            yield _wrong(value, "received_at", source)


def _read(kind: str, node: Node, habits: Habits) -> object:
    if kind == "media":
        media = read_media(node, habits)
        return media if isinstance(media, Wrong) else tuple(medium.value for medium in media)
    if kind == "thread":
        posts = read_thread(node, habits)
        return posts if isinstance(posts, Wrong) else tuple(str(post.value or "") for post in posts)
    value = READERS[kind](node, habits)
    if kind == "channels" and isinstance(value, tuple):
        return tuple(dict.fromkeys(target.channel for target in value))
    return value


def _wrong(wrong: Wrong, field: str, source: Source) -> Problem:
    start, end = wrong.node.span
    # masked before it is cut: half a datum would not be known for one
    shown = redact(source.text[start : min(end, start + 10 * SHOWN)])
    found = " ".join(shown[:SHOWN].split())
    return problem(source, wrong.code, start, field=field, found=found, **wrong.words)
