"""Which words of a text can tell of what opens something: looked up once for all."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from socialint.layers.secrets.tokens import BEGUN
from socialint.layers.tables import tables_of
from socialint.lazy import regex
from socialint.remembered import Remembered, bits_of

# the bits of a cue
TOKEN, PASSWORD, CODE, OPENS, BY = (1 << at for at in range(5))
_LISTS = {"password": PASSWORD, "code": CODE, "opens": OPENS, "by": BY}
_WORD = regex(r"[^\W_]+")


def cues(words: Iterable[str]) -> int:
    """The bits of all that the words of a folded text may tell of."""
    return bits_of(_of_words(), words)


@cache
def _of_words() -> Remembered[int]:
    known = vocabulary()
    lists = [(bit, _keys(known[name])) for name, bit in _LISTS.items()]

    def told(word: str) -> int:
        begun = TOKEN * (BEGUN.match(word) is not None)
        return begun | sum(bit for bit, keys in lists if word in keys)

    return Remembered(told)


def _keys(entries: Iterable[str]) -> frozenset[str]:
    """The longest word of each entry, without which it is not there."""
    return frozenset(max(_WORD.findall(entry), key=len) for entry in entries)


def vocabulary() -> dict[str, tuple[str, ...]]:
    """The word lists of every `secrets.<code>.json`, the longest words first."""
    words: dict[str, set[str]] = {}
    for file in tables_of("secrets").values():
        for name, line in file.items():
            words.setdefault(name, set()).update(line.split("|"))
    return {name: tuple(sorted(some, key=lambda w: (-len(w), w))) for name, some in words.items()}
