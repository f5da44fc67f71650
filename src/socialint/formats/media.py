"""Pictures, videos and the parts of a thread: values that carry texts of their own."""

from __future__ import annotations

from socialint.draft import Segment
from socialint.formats.channels import known, read_target
from socialint.formats.nodes import Items, Node, Scalar, Table
from socialint.formats.readers import part
from socialint.formats.rewrite import retrace, rewrite, tidy
from socialint.formats.values import Habits, Wrong, blank, plain
from socialint.lazy import regex
from socialint.named import NamedTuple

_BETWEEN_PATHS = regex(r"[,;|\n]")


class Medium(NamedTuple):
    """A picture or video as a mapping with at least `path` and `alt`, and its alt text's node."""

    value: dict[str, object]
    alt: Scalar | None


def segment(field: str, node: Scalar, habits: Habits) -> Segment | None:
    """The segment of a text value; None where nothing is written."""
    if not isinstance(node.value, str) or blank(node):
        return None
    return written(field, node.value, node, habits)


def written(field: str, text: str, node: Scalar, habits: Habits) -> Segment:
    """The segment of `text`, the value of `node`."""
    edits = tidy(text, export=habits.export)
    return Segment(field, rewrite(text, edits), retrace(len(text), edits, node.trace))


def read_media(node: Node, habits: Habits) -> tuple[Medium, ...] | Wrong:
    """The media of a list of paths, a list of mappings, one of either, or a text of paths."""
    if isinstance(node, Scalar):
        paths = _paths(str(node.value)) if not blank(node) else ()
        return tuple(Medium({"path": path, "alt": None}, None) for path in paths)
    found = [_medium(item) for item in (node.items if isinstance(node, Items) else (node,))]
    if any(medium is None for medium in found):
        return Wrong("not-media", node)
    return tuple(medium for medium in found if medium)


def _paths(written: str) -> list[str]:
    # a path may hold a blank, an address can't
    runs = written.split() if written.count("://") > 1 else [written]
    found = (path.strip() for run in runs for path in _BETWEEN_PATHS.split(run))
    return [path for path in found if path]


def _medium(node: Node) -> Medium | None:
    if isinstance(node, Scalar):
        return Medium({"path": plain(node), "alt": None}, None)
    if isinstance(node, Items):
        return None
    place = part(node, "path")
    path = plain(place) if place else None
    alt = part(node, "alt")
    rest = plain(node)
    value = rest if isinstance(rest, dict) else {}
    said = alt if isinstance(alt, Scalar) and isinstance(alt.value, str) else None
    text = said.value if said and not blank(said) else None
    return Medium({**value, "path": path, "alt": text}, said)


def names_channels(node: Node) -> bool:
    """Whether a `media` field lists channels (`mastodon-acme`), as in galaxy-social."""
    if not isinstance(node, Items) or not node.items:
        return False
    names = [item.value for item in node.items if isinstance(item, Scalar)]
    if len(names) < len(node.items):
        return False
    if any(not isinstance(name, str) or "." in name or "/" in name for name in names):
        return False
    return any(known(read_target(str(name)).channel) for name in names)


def read_thread(node: Node, habits: Habits) -> tuple[Scalar, ...] | Wrong:
    """The posts of a thread: texts, or mappings with a `text`."""
    if isinstance(node, Table):
        return Wrong("not-a-thread", node)
    found: list[Scalar] = []
    for item in node.items if isinstance(node, Items) else (node,):
        text = _text(item)
        if text is None:
            return Wrong("not-a-thread", item)
        found.append(text)
    return tuple(found)


def _text(item: Node) -> Scalar | None:
    if isinstance(item, Table):
        item = part(item, "post") or item
    return item if isinstance(item, Scalar) and isinstance(item.value, str | None) else None
