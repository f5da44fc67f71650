"""The texts of a draft, from its fields."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.draft import Segment
from socialint.formats.choose import Chosen
from socialint.formats.media import read_media, read_thread, segment
from socialint.formats.nodes import Scalar
from socialint.formats.values import NOTHING, Habits, Wrong


def segments_of(chosen: Chosen, habits: Habits, body: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The draft's own texts: those of its body first, then those of its fields."""
    found = list(body)
    for name, written_as in (("title", "title"), ("text", "text")):
        node = chosen[name][1].node if name in chosen else NOTHING
        part = segment(written_as, node, habits) if isinstance(node, Scalar) else None
        if part and all(part.field != other.field for other in found):
            found.append(part)
    found += _thread(chosen, habits)
    shown = sum(part.field.startswith("media[") for part in body)
    return (*found, *_alts(chosen, habits, shown))


def _thread(chosen: Chosen, habits: Habits) -> Iterator[Segment]:
    posts = read_thread(chosen["thread"][1].node, habits) if "thread" in chosen else ()
    for number, post in enumerate(() if isinstance(posts, Wrong) else posts):
        part = segment(f"thread[{number}]", post, habits)
        if part:
            yield part


def _alts(chosen: Chosen, habits: Habits, first: int) -> Iterator[Segment]:
    media = read_media(chosen["media"][1].node, habits) if "media" in chosen else ()
    nodes = [medium.alt for medium in media] if not isinstance(media, Wrong) else []
    alone = chosen["alt"][1].node if "alt" in chosen else None
    if isinstance(alone, Scalar) and not any(nodes):
        nodes[:1] = [alone]
    for number, node in enumerate(nodes, start=first):
        part = segment(f"media[{number}].alt", node, habits) if node else None
        if part:
            yield part
