"""Which parts of a YAML or JSON value are drafts: one, a list, or a list under a known name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats.fields import Sheet, build
from socialint.formats.names import Names, fold, words
from socialint.formats.nodes import Entry, Items, Node, Scalar, Table, problem
from socialint.formats.readers import table_of, text_table
from socialint.formats.register import accounts, is_register
from socialint.formats.values import NOTHING, blank
from socialint.text import Span

# fields that files of other kinds seldom have beside a "content" or "message"
_SOCIAL = frozenset(
    {"channels", "publish_at", "hashtags", "mentions", "media", "in_reply_to", "kind", "campaign"}
)


def drafts(
    nodes: Iterable[Node | Problem | Sheet], sheet: Sheet, *, explicit: bool
) -> Iterator[Draft | Problem]:
    """The drafts in `nodes`, numbered from 1; a sheet among them is that of the nodes after it.

    A part without any text is a problem if others have one, or if the user named the file
    (`explicit`); else the file is of another kind, and nothing is said.
    """
    number = 0
    left: list[Problem] = []
    for node in nodes:
        if isinstance(node, Sheet):
            sheet = node
            continue
        if isinstance(node, Problem):
            yield node
            continue
        if isinstance(node, Table) and is_register(node) and not _lists(node):
            yield from accounts(node, sheet.source, explicit=explicit)
            continue
        for part in _parts(node, explicit=explicit):
            if isinstance(part, Table) and is_draft(part, sheet.names):
                number += 1
                yield from build(part, sheet, number)
            else:
                left.append(problem(sheet.source, "no-draft", part.span.start))
    code = "draft-no-text" if number else "no-draft"
    if number or explicit:
        for one in left if number else left[:1]:
            yield one._replace(code=code)


def _parts(node: Node, *, explicit: bool) -> Iterator[Node]:
    if isinstance(node, Items):
        # bare texts are drafts only where that is sure
        yield from map(_wrapped, node.items) if explicit else node.items
        return
    if not isinstance(node, Table):
        yield node
        return
    lists = _lists(node)
    if not lists:
        yield node
        return
    for entry in lists:
        assert isinstance(entry.node, Items), entry  # noqa: S101  chosen so above
        shaped = _as_reply if fold(entry.name) in words("lists of replies") else _wrapped
        yield from map(shaped, entry.node.items)


def _lists(table: Table) -> list[Entry]:
    """The lists of drafts in it."""
    lists = [entry for entry in table.entries if isinstance(entry.node, Items)]
    return [entry for entry in lists if fold(entry.name) in words("lists")]


def _wrapped(item: Node) -> Node:
    """A list may hold bare texts."""
    if isinstance(item, Scalar) and isinstance(item.value, str) and not blank(item):
        return table_of(item)
    return item


def _as_reply(item: Node) -> Node:
    item = _wrapped(item)
    if not isinstance(item, Table) or any(fold(entry.name) == "kind" for entry in item.entries):
        return item
    here = Span(item.span.start, item.span.start)
    kind = Scalar("reply", here, NOTHING.trace)
    return Table((*item.entries, Entry("kind", here, kind)), item.span)


def is_draft(table: Table, names: Names) -> bool:
    """Whether the table has a text, or something like one beside a field only posts have."""
    canonical: set[str] = set()
    for entry in table.entries:
        name = names.get(fold(entry.name))
        if name is None:
            continue
        if name.canonical == "thread" or (name.canonical == "text" and not name.weak):
            return True
        canonical.add(name.canonical)
    if "text" in canonical and canonical & _SOCIAL:
        return True
    return any(
        _has_texts(entry.node, names) for entry in table.entries if _is_channels(entry, names)
    )


def _is_channels(entry: Entry, names: Names) -> bool:
    name = names.get(fold(entry.name))
    return name is not None and name.canonical == "channels"


def _has_texts(node: Node, names: Names) -> bool:
    if isinstance(node, Table):
        parts = [text_table(entry.node) for entry in node.entries]
    else:
        parts = list(node.items) if isinstance(node, Items) else []
    return any(
        (name := names.get(fold(entry.name))) is not None and name.canonical == "text"
        for part in parts
        if isinstance(part, Table)
        for entry in part.entries
    )
