"""Hashtags that YAML takes for the beginning of a comment, and so for nothing."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.draft import Notice
from socialint.formats.choose import Chosen
from socialint.formats.nodes import Items, Node, Scalar
from socialint.lazy import regex
from socialint.text import Source, Span

# the fields that hashtags are written in
FIELDS = ("text", "title", "thread", "hashtags", "alt", "media")
# YAML 1.2.2, 6.6: a comment is parted from a value by white space
_COMMENT = regex(r"[ \t]+(#[^\W\d_]\w*)(?:[^\r\n]*[^\s])?")
_MARKS = frozenset({"#todo", "#fixme", "#xxx", "#wip", "#tbd", "#nb", "#note"})


def swallowed(chosen: Chosen, source: Source) -> Iterator[Notice]:
    """Each comment that begins like a hashtag right behind a text written without quotes."""
    for name in FIELDS:
        if name not in chosen:
            continue
        for scalar in _bare(chosen[name][1].node):
            found = _COMMENT.match(source.text, scalar.span.end)
            if found and found[1].lower() not in _MARKS:
                yield Notice("swallowed-hashtag", Span(found.start(1), found.end()), found[1], "")


def _bare(node: Node) -> Iterator[Scalar]:
    """The texts in it that are written without quotes, as only YAML has them."""
    if isinstance(node, Scalar):
        yield from (node,) if node.plain else ()
        return
    for part in node.items if isinstance(node, Items) else (one.node for one in node.entries):
        yield from _bare(part)
