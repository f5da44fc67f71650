"""What is recognised, and the text around a figure."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from socialint.layers.fold import fold
from socialint.layers.tables import tables_of
from socialint.lazy import regex
from socialint.named import NamedTuple

DatumKind = Literal[
    "email",
    "phone",
    "iban",
    "card",
    "nir",
    "identity",
    "plate",
    "file",
    "account",
    "address",
    "birth",
]
SPACES = " \u00a0\u202f\u2009\u2007"
HYPHENS = "-‐‑‒–"
# both, as they stand in a class of a regular expression
BLANK = f"[{SPACES}]"
JOINTS = rf"{SPACES}\-{HYPHENS[1:]}"
REACH = 40  # code points
_WORD = regex(r"[^\W\d_]+|[#°º]")
_URL = regex(r"://|www\.|[=&?]")


class Datum(NamedTuple):
    """A piece of personal data: its kind, and where it stands in the text."""

    kind: DatumKind
    start: int
    end: int


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """The folded words of every `personal.<code>.json`, by list; a language is a file."""
    lists: dict[str, set[str]] = {}
    for file in tables_of("personal").values():
        for name, words in file.items():
            lists.setdefault(name, set()).update(words.split())
    return {name: frozenset(words) for name, words in lists.items()}


@lru_cache(maxsize=4096)  # beside figures the same words stand again and again
def folded(word: str) -> str:
    """The word in lower case without accents."""
    return fold(word).text


def words_before(text: str, at: int) -> list[str]:
    """The folded words within reach before `at`, nearest first."""
    stretch = text[max(0, at - REACH) : at]
    return _WORD.findall(fold(stretch).text)[::-1]


def words_after(text: str, at: int) -> list[str]:
    """The folded words within reach from `at` on, nearest first."""
    return _WORD.findall(fold(text[at : at + REACH]).text)


def beside(text: str, at: int, name: str, count: int = 4) -> bool:
    """Whether one of the last `count` words before `at` is in the list `name`."""
    return not vocabulary()[name].isdisjoint(words_before(text, at)[:count])


def in_address(text: str, at: int) -> bool:
    """Whether `at` stands inside a web address."""
    token = text[max(0, at - 200) : at].rsplit(None, 1)
    return bool(token) and not text[at - 1].isspace() and bool(_URL.search(token[-1]))
