"""Field values, read leniently: each reader takes a node and answers a value or `Wrong`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from functools import partial
from typing import NamedTuple

from socialint.draft import NOWHERE, Message
from socialint.formats.channels import Target, read_targets
from socialint.formats.dates import read_when
from socialint.formats.names import data, fold
from socialint.formats.nodes import Items, Node, Scalar, Table
from socialint.formats.rewrite import rewrite, tidy
from socialint.text import SourceMap


class Wrong(NamedTuple):
    """The node is not what the field takes; `code` names the problem."""

    code: str
    node: Node


NOTHING = Scalar(None, NOWHERE, partial(SourceMap, ()))


class Habits(NamedTuple):
    """How a file writes its values: as an export does, dates with the month first."""

    export: bool = False
    month_first: bool = False


USUAL = Habits()

Reader = Callable[[Node, Habits], object]

CHANNEL_NAMES = ("channel", "canal", "platform", "plateforme", "name", "nom")

_TAGGED = re.compile(r"[^\s,;#]+")
_LISTED = re.compile(r"\s*[,;\n]\s*")
_TRUE = frozenset({"true", "yes", "oui", "vrai", "1", "x"})
_FALSE = frozenset({"false", "no", "non", "faux", "0"})
_REPLY = frozenset(
    {"reply", "reponse", "comment reply", "reponse a un commentaire", "reponse client"}
)
_DIGIT = re.compile(r"\d")


def blank(node: Node) -> bool:
    """Whether nothing is written there."""
    if not isinstance(node, Scalar):
        return False
    return node.value is None or (isinstance(node.value, str) and not node.value.strip())


def plain(node: Node) -> object:
    """The node as Python lists, dicts and scalars; of a name written twice, the last value."""
    if isinstance(node, Scalar):
        return None if blank(node) else node.value
    if isinstance(node, Items):
        return [plain(item) for item in node.items]
    return {entry.name: plain(entry.node) for entry in node.entries}


def read_any(node: Node, habits: Habits) -> object:
    """Whatever is written."""
    return plain(node)


def read_word(node: Node, habits: Habits) -> object:
    """A short text; a number as it is written, a list as it is."""
    found = plain(node)
    return str(found).strip() if isinstance(found, (str, int, float)) else found


def read_text(node: Node, habits: Habits) -> str | Wrong | None:
    """The draft's own words, as its reader sees them."""
    if not isinstance(node, Scalar) or not isinstance(node.value, str | None):
        return Wrong("not-a-text", node)
    if node.value is None or blank(node):
        return None
    return rewrite(node.value, tidy(node.value, export=habits.export))


def read_words(node: Node, habits: Habits) -> tuple[str, ...] | Wrong | None:
    """A list of words, of whatever look: a list, `#a #b`, `a, b`; without # and @ in front."""
    if blank(node):
        return None
    if isinstance(node, Scalar):
        return tuple(_split(str(node.value)))
    if isinstance(node, Table):
        found = [word for entry in node.entries for word in _listed(entry.node, habits)]
        return tuple(dict.fromkeys(found))
    if not all(isinstance(item, Scalar) for item in node.items):
        return Wrong("not-a-list", node)
    return tuple(_bare(str(item.value)) for item in node.items if isinstance(item, Scalar))


def _listed(node: Node, habits: Habits) -> tuple[str, ...]:
    found = read_words(node, habits)
    return found if isinstance(found, tuple) and not isinstance(found, Wrong) else ()


def _split(written: str) -> Iterator[str]:
    if written.lstrip().startswith(("#", "@")):
        return (_bare(part) for part in _TAGGED.findall(written))
    return (_bare(part) for part in _LISTED.split(written.strip()) if part)


def _bare(word: str) -> str:
    return word.strip().lstrip("#@")


def read_flag(node: Node, habits: Habits) -> object:
    """True or false in either language; anything else as it is (a mapping with details)."""
    found = plain(node)
    word = fold(found) if isinstance(found, str) else None
    if word in _TRUE:
        return True
    return False if word in _FALSE else found


def read_kind(node: Node, habits: Habits) -> object:
    """`reply` for a word that says so, else what is written."""
    found = plain(node)
    return "reply" if isinstance(found, str) and is_reply(found) else found


def is_reply(word: str) -> bool:
    """Whether `word` says that the draft answers someone."""
    return fold(word) in _REPLY


def read_lang(node: Node, habits: Habits) -> object:
    """A language tag; a language's name is read as its tag."""
    found = plain(node)
    if not isinstance(found, str):
        return Wrong("not-a-language", node) if found is not None else None
    names: Mapping[str, str] = data("dates")["languages"]
    return names.get(fold(found), found.strip().replace("_", "-"))


def read_moment(node: Node, habits: Habits) -> object:
    """A date or a moment; words without a digit ("to be decided") are no date and no fault."""
    if blank(node):
        return None
    if isinstance(node, Scalar) and isinstance(node.value, str):
        found = read_when(node.value, month_first=habits.month_first)
        if found is not None:
            return found
        return Wrong("not-a-date", node) if _DIGIT.search(node.value) else node.value
    return Wrong("not-a-date", node)


def moment(value: object) -> datetime | None:
    """`value` as a moment: a day begins at midnight; None where it is no date."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time()) if isinstance(value, date) else None


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
        part = read_channels(_channel_node(item), habits)
        if isinstance(part, Wrong):
            return part
        found += part or ()
    return tuple(found)


def _channel_node(item: Node) -> Node:
    if not isinstance(item, Table):
        return item
    found = (entry.node for entry in item.entries if fold(entry.name) in CHANNEL_NAMES)
    return next(found, NOTHING)


def channel_name(item: Node) -> str | None:
    """The channel that an item of a list of channels is about."""
    node = _channel_node(item)
    return node.value if isinstance(node, Scalar) and isinstance(node.value, str) else None


def read_message(node: Node, habits: Habits) -> Message | Wrong | None:
    """The message that the draft answers: its text, or a mapping with more about it."""
    if blank(node):
        return None
    if isinstance(node, Scalar):
        text = read_text(node, habits)
        return text if isinstance(text, Wrong) else Message(text or "")
    if isinstance(node, Items):
        return Wrong("not-a-message", node)
    parts = {fold(entry.name): entry.node for entry in node.entries}
    text = read_text(_first(parts, "text", "texte", "message", "content", "contenu"), habits)
    if text is None or isinstance(text, Wrong):
        return text or Wrong("not-a-message", node)
    return Message(
        text,
        _word(_first(parts, "author", "auteur", "autrice", "from", "name", "nom")),
        moment(read_moment(_first(parts, "received at", "recu le", "date"), habits)),
        _word(_first(parts, "kind", "type", "nature")),
    )


def _word(node: Node) -> str | None:
    found = plain(node)
    return str(found) if isinstance(found, (str, int)) else None


def _first(parts: Mapping[str, Node], *names: str) -> Node:
    return next((parts[name] for name in names if name in parts), NOTHING)


READERS: Mapping[str, Reader] = {
    "any": read_any,
    "channels": read_channels,
    "flag": read_flag,
    "kind": read_kind,
    "lang": read_lang,
    "message": read_message,
    "text": read_text,
    "when": read_moment,
    "word": read_word,
    "words": read_words,
}
