"""What is odd about a draft's fields: names that are nearly right, channels nobody knows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from socialint.draft import Field, Notice
from socialint.formats.channels import channel_names, known
from socialint.formats.choose import Chosen
from socialint.formats.names import Names, data, fold
from socialint.formats.nodes import Items, Node, Scalar
from socialint.formats.swallowed import swallowed
from socialint.near import near
from socialint.text import Source, Span

# Shorter names are words of their own ("tag", "alts") as often as slips of the pen.
SHORTEST = 5
ALIKE = 0.86


def notices(
    chosen: Chosen,
    fields: Mapping[str, Field],
    channels: Iterable[str],
    names: Names,
    source: Source,
) -> Iterator[Notice]:
    """Misspelt field names at the name, unknown channels and lost hashtags at the value."""
    yield from swallowed(chosen, source)
    for _, entry in chosen.values():
        name = fold(entry.name)
        if name not in names and (nearest := nearest_field(name)):
            yield Notice("misspelt-field", entry.key, entry.name, nearest)
    for channel in channels:
        if not known(channel) and "channels" in fields:
            place = _place(chosen["channels"][1].node, channel)
            yield Notice("unknown-channel", place, channel, nearest_channel(fold(channel)))


def _place(node: Node, channel: str) -> Span:
    """Where the channel is named: its item of a list, else the whole value."""
    items = node.items if isinstance(node, Items) else ()
    named = (item for item in items if isinstance(item, Scalar) and channel in str(item.value))
    return next(named, node).span


@lru_cache(maxsize=1024)
def nearest_field(name: str) -> str:
    """The name of a field that `name` (folded) is a slip for, or ""."""
    if len(name) < SHORTEST:
        return ""
    known_names = {
        fold(alias): alias
        for canonical, entry in data("fields").items()
        for alias in (canonical, *entry["names"])
    }
    return _nearest(name, known_names, ALIKE)


@lru_cache(maxsize=1024)
def nearest_channel(name: str) -> str:
    """The canonical channel that `name` (folded) is nearest to, or ""."""
    return _nearest(name, channel_names(), 0.7)


def _nearest(name: str, known_names: Mapping[str, str], alike: float) -> str:
    return known_names.get(near(name, known_names, alike), "")
