"""A slot of a move, and which words of a rule can fill it."""

from __future__ import annotations

from collections.abc import Iterable

from socialint.checks.check import Words
from socialint.checks.moves.rough import BOUNDED
from socialint.checks.moves.walks import Walk, walk_of
from socialint.layers.features import bare
from socialint.named import NamedTuple

EDGES = frozenset("^$")
GRAMMAR = "@"
BOTH = "&"
ORDER = "@order"
# the keys, heads, literals and signs of a slot, whether it is an order, and its walks
Filled = tuple[
    frozenset[str], frozenset[str], frozenset[str], frozenset[str], bool, tuple[Walk, ...]
]


class Slot(NamedTuple):
    """One of `names` (classes, lists, `@` grammar), at most `gap` words after the slot before.

    `keys` are their word lists, empty where grammar could fill the slot too; `heads` those at whose
    entries the slot is filled, empty where grammar has the first word (`@order&purchase`).
    `literals` are words without which no token pattern fills it, empty where something else may;
    `signs` the word lists and the bounded grammar (`rough`) of a slot that nothing else fills.
    `orders` says that words of the heads fill it only as orders.  `walks` are the words in turn of
    which the text has some if a token pattern fills it, empty where something else may.
    """

    names: tuple[str, ...]
    gap: int | None
    keys: frozenset[str]
    heads: frozenset[str]
    literals: frozenset[str]
    signs: frozenset[str]
    orders: bool
    walks: tuple[Walk, ...]


def filled(names: tuple[str, ...], words: Words) -> Filled:
    """The word lists and literals of a slot that any of these names fills."""
    parts = [name.split(BOTH) for name in names]
    keys = _all([_key(each, words) for each in parts])
    heads = _all([_key(each[:1], words) for each in parts])
    signs = _all([each[0] if each[0] in BOUNDED else _key(each[:1], words) for each in parts])
    orders = bool(heads) and all(ORDER in each for each in parts)
    literals = _literals(names, words)
    walks = _walks(names, words) if literals else ()
    return keys, heads, literals, frozenset() if heads else signs, orders, walks


def _walks(names: Iterable[str], words: Words) -> tuple[Walk, ...]:
    """The walks of the token patterns of these names; none if of one nothing is known."""
    sets = [patterns.get(name) for patterns in words.patterns.values() for name in names]
    walks = [walk_of(pattern) for found in sets if found for pattern in found["tokens"]]
    return tuple(walks) if all(walks) else ()


def _literals(names: Iterable[str], words: Words) -> frozenset[str]:
    """Words of which a text has one if token patterns of these names match; none if others may."""
    found: set[str] = set()
    for name in names:
        sets = [patterns[name] for patterns in words.patterns.values() if name in patterns]
        literals = [bare(word.lower()) for pattern in sets for word in pattern["literals"]]
        if not literals or not all(word.isascii() and word.isalnum() for word in literals):
            return frozenset()
        found.update(*[(word, f"{word}n") for word in literals])  # do|n't is one word: don
    return frozenset(found)


def _all(keys: list[str | None]) -> frozenset[str]:
    """The keys, or none of them where one is missing."""
    known = frozenset(key for key in keys if key is not None)
    return known if None not in keys else frozenset()


def _key(parts: list[str], words: Words) -> str | None:
    """The first word list of `parts`; None if grammar or a pattern finds each of them."""
    return next((words.key(part) for part in parts if _is_list(part, words)), None)


def _is_list(name: str, words: Words) -> bool:
    patterned = any(name in patterns for patterns in words.patterns.values())
    return not (name in EDGES or name.startswith(GRAMMAR) or patterned)
