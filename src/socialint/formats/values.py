"""Field values, read leniently: each reader takes a node and answers a value or `Wrong`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, time
from functools import partial

from socialint.draft import NOWHERE
from socialint.formats.dates import is_missing_time, missing_day, read_when
from socialint.formats.names import data, fold, words
from socialint.formats.nodes import Items, Node, Scalar, Table
from socialint.formats.rewrite import rewrite, tidy
from socialint.frozen import Frozen, field
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import SourceMap


class Wrong(Frozen):
    """The node is not what the field takes; `code` names the problem, `words` fill it in."""

    code: str
    node: Node
    words: Mapping[str, str] = field(default_factory=dict)


NOTHING = Scalar(None, NOWHERE, partial(SourceMap, ()))


class Habits(NamedTuple):
    """How a file writes its values: as an export does, dates with the month first."""

    export: bool = False
    month_first: bool = False


USUAL = Habits()

Reader = Callable[[Node, Habits], object]

_TAGGED = regex(r"[^\s,;#]+")
_LISTED = regex(r"[,;\n]")
_DIGIT = regex(r"\d")


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


def read_hour(node: Node, habits: Habits) -> object:
    """A time as it is written; words and ranges ("noon", "9h-10h") are no fault."""
    found = read_word(node, habits)
    if isinstance(found, str) and is_missing_time(found):
        return Wrong("no-such-time", node)
    return found


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
    return found if isinstance(found, tuple) else ()


def _split(written: str) -> Iterator[str]:
    if written.lstrip().startswith(("#", "@")):
        return (_bare(part) for part in _TAGGED.findall(written))
    return (_bare(part) for part in _LISTED.split(written) if part.strip())


def _bare(word: str) -> str:
    return word.strip().lstrip("#@")


def read_flag(node: Node, habits: Habits) -> object:
    """True or false in either language; anything else as it is (a mapping with details)."""
    found = plain(node)
    word = fold(found) if isinstance(found, str) else None
    if word in words("true"):
        return True
    return False if word in words("false") else found


def read_kind(node: Node, habits: Habits) -> object:
    """`reply` for a word that says so, else what is written."""
    found = plain(node)
    return "reply" if isinstance(found, str) and is_reply(found) else found


def is_reply(word: str) -> bool:
    """Whether `word` says that the draft answers someone."""
    return fold(word) in words("reply")


def read_lang(node: Node, habits: Habits) -> object:
    """A language tag; a language's name is read as its tag."""
    found = plain(node)
    if not isinstance(found, str):
        # a bilingual draft may list its languages
        return found if found is None or isinstance(found, list) else Wrong("not-a-language", node)
    names: Mapping[str, str] = data("words")["languages"]
    return names.get(fold(found), found.strip().replace("_", "-"))


def read_moment(node: Node, habits: Habits) -> object:
    """A date or a moment; words without a digit ("to be decided") are no date and no fault."""
    if blank(node):
        return None
    if isinstance(node, Scalar) and isinstance(node.value, str):
        found = read_when(node.value, month_first=habits.month_first)
        if found is not None:
            return found
        return _no_date(node, node.value, habits) if _DIGIT.search(node.value) else node.value
    return Wrong("not-a-date", node)


def _no_date(node: Node, written: str, habits: Habits) -> Wrong:
    if missing := missing_day(written, month_first=habits.month_first):
        month, days = missing
        return Wrong("no-such-day", node, {"month": month, "days": str(days)})
    return Wrong("not-a-date", node)


def moment(value: object) -> datetime | None:
    """`value` as a moment: a day begins at midnight; None where it is no date."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value, time()) if isinstance(value, date) else None
