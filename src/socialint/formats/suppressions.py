"""What a team lets pass, as it is written in a field or a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from socialint.draft import Suppression
from socialint.formats.dates import read_when
from socialint.formats.names import fold
from socialint.formats.nodes import Items, Node, Scalar, Table
from socialint.formats.values import blank, plain
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span, touch

# `…, until 2027-01-31`, `…, owner ana`: parts that may end it, in any order
_TAIL = regex(
    r"(?:,|(?<=:)|\A)\s*+(?:(?P<until>until|jusqu['’]au)|owner|responsable)[\s:]++(?P<value>[^,]++)\Z",
    re.IGNORECASE,
)
_MOST_TAILS = 4
_RULES = regex(r"[\s,;]+")
_KEYS = {
    **dict.fromkeys(("ignore", "rules", "rule"), "rules"),
    **dict.fromkeys(("reason", "raison"), "reason"),
    "until": "until",
    **dict.fromkeys(("owner", "responsable"), "owner"),
}


class Said(NamedTuple):
    """The parts of a suppression as written."""

    rules: str = ""
    reason: str = ""
    until: str = ""
    owner: str = ""
    strange: str = ""


def from_text(text: str, span: Span) -> Suppression:
    """The suppression `RULE[, RULE]: reason[, owner NAME][, until DATE]`."""
    tails: dict[str, str] = {}
    for _ in range(_MOST_TAILS):
        tail = _TAIL.search(text)
        if tail is None:
            break
        tails.setdefault("until" if tail["until"] else "owner", tail["value"].strip())
        text = text[: tail.start()]
    rules, _, reason = text.partition(":")
    return _made(Said(rules, reason, tails.get("until", ""), tails.get("owner", "")), span)


def from_node(node: Node) -> Iterator[Suppression]:
    """The suppressions of a `socialint` field: a text, a mapping, or a list of them."""
    if isinstance(node, Items):
        for item in node.items:
            yield from from_node(item)
    elif isinstance(node, Table):
        yield _made(_said(node), node.span)
    elif isinstance(node, Scalar) and not blank(node):
        yield from_text(str(node.value), node.span)


def _said(table: Table) -> Said:
    said: dict[str, str] = {}
    for entry in table.entries:
        key = _KEYS.get(fold(entry.name), "strange")
        value = plain(entry.node)
        if key == "strange":
            said.setdefault(key, entry.name)
        elif isinstance(value, list):
            said[key] = ", ".join(map(str, value))
        elif value is not None:
            said[key] = str(value)
    return Said(**said)


def _made(said: Said, span: Span) -> Suppression:
    rules = tuple(name for name in _RULES.split(said.rules) if name)
    until = read_when(said.until) if said.until else None
    unclear = said.strange or ("" if until or not said.until else said.until)
    reason = " ".join(said.reason.split())
    return Suppression(rules, reason, _day(until), said.owner.strip(), span, unclear=unclear)


def _day(when: datetime | date | None) -> date | None:
    return when.date() if isinstance(when, datetime) else when


def spread(found: Sequence[Suppression], region: Span, whole: Span) -> Iterator[Suppression]:
    """Those of a file's suppressions that a draft of it has to know.

    `region` is what stands between the draft before and the end of this one, `whole` the draft.
    """
    for one in found:
        if one.scope is None:
            mine = region.start <= one.span.start < region.end
        else:
            mine = touch(one.scope, whole)
        if mine:
            yield one
