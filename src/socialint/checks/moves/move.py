"""What a move is, as a rule file writes it and as the check reads it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any, Literal

from socialint.checks.check import Params, Words
from socialint.checks.sources import CLASSES as PROOF
from socialint.layers.features import bare
from socialint.named import NamedTuple

Where = Literal["clause", "sentence", "before", "after", "draft", "message"]
Quote = Literal["match", "rounded", "clause", "sentence"]
START, END = ("^",), ("$",)
EDGES = frozenset("^$")
GRAMMAR = "@"
DEAR = frozenset(
    [
        *("@order", "@reader", "@person", "@named", "@conditional", "@future", "@we-verb"),
        *("@you-verb", "@complaint", "@insult", "@asking", "@praise", "@helpful", "@unhelpful"),
    ]
)  # what needs layers that few rules need
BOTH = "&"


class Slot(NamedTuple):
    """One of `names` (classes, lists, `@` grammar), at most `gap` words after the slot before.

    `keys` are their word lists, empty where grammar could fill the slot too; `heads` those at whose
    entries the slot is filled, empty where grammar has the first word (`@order&purchase`).
    `literals` are words without which no token pattern fills it, empty where something else may.
    """

    names: tuple[str, ...]
    gap: int | None
    keys: frozenset[str]
    heads: frozenset[str]
    literals: frozenset[str]


Form = tuple[Slot, ...]
# the keys, heads and literals of a slot
Filled = tuple[frozenset[str], frozenset[str], frozenset[str]]
# those of the names that a rule's forms have used so far: the same come again and again
Known = dict[tuple[str, ...], Filled]


class Context(NamedTuple):
    """Where to look, and names of which one must be there (or, in `unless`, none may)."""

    where: Where
    names: tuple[str, ...]


class Move(NamedTuple):
    """A move: any of its forms, within one clause, sentence or draft, in its context.

    `is_plain`: one slot, wherever it is filled.

    `asks_grammar`: a slot of it wants more than words; `is_dear`: more than words, signs and
    entities.  `needs` are the word lists of each form, the slots that few lists can fill first,
    `literals` the words that its token patterns need.
    """

    name: str
    weight: float
    forms: tuple[Form, ...]
    within: Where
    most: int
    given: tuple[Context, ...]
    unless: tuple[Context, ...]
    asks_grammar: bool
    is_dear: bool
    is_plain: bool
    needs: tuple[tuple[frozenset[str], ...], ...]
    literals: tuple[tuple[frozenset[str], ...], ...]

    def is_due(self, present: Collection[str]) -> bool:
        """Whether `present`, the word lists with a word in the text, can fill a form."""
        for form in self.needs:
            for keys in form:
                if keys.isdisjoint(present):
                    break
            else:
                return True
        return False


def moves(params: Params, words: Words) -> tuple[Move, ...]:
    """The moves of a rule's params; its `unless` holds for all that speak for the fault."""
    always = tuple(_contexts(params.get("unless", {})))
    known: Known = {}
    found = params["moves"].items()
    return tuple(_move(name, data, words, always, known) for name, data in found)


def _move(
    name: str,
    data: Mapping[str, Any],
    words: Words,
    always: tuple[Context, ...],
    known: Known,
) -> Move:
    weight = data.get("weight", 2)
    forms = tuple(tuple(_slots(form, words, known)) for form in data["forms"])
    asked = {
        part for form in forms for slot in form for name in slot.names for part in name.split(BOTH)
    }
    given = tuple(_contexts(data.get("if", {})))
    unless = (*_contexts(data.get("unless", {})), *(always if weight > 0 else ()))
    return Move(
        name,
        weight,
        forms,
        data.get("within", "sentence"),
        data.get("most", 1),
        given,
        unless,
        any(name.startswith(GRAMMAR) for name in asked),
        not asked.isdisjoint(DEAR) or any(slot.literals for form in forms for slot in form),
        [len(form) for form in forms] == [1] and asked.isdisjoint(EDGES) and not (given or unless),
        tuple(tuple(sorted((slot.keys for slot in form if slot.keys), key=len)) for form in forms),
        tuple(tuple(slot.literals for slot in form if slot.literals) for form in forms),
    )


def _slots(form: list[Any], words: Words, known: Known) -> Iterator[Slot]:
    gap: int | None = None
    for item in form:
        if isinstance(item, int):
            gap = item
            continue
        alternatives = _names(item)
        if alternatives not in known:
            known[alternatives] = _filled(alternatives, words)
        yield Slot(alternatives, gap, *known[alternatives])
        gap = None


def _filled(names: tuple[str, ...], words: Words) -> Filled:
    parts = [name.split(BOTH) for name in names]
    keys = _all([_key(each, words) for each in parts])
    heads = _all([_key(each[:1], words) for each in parts])
    return keys, heads, _literals(names, words)


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


def _contexts(data: Mapping[Where, list[Any]]) -> Iterator[Context]:
    for where, items in data.items():
        for item in items:
            yield Context(where, _names(item))


def _names(item: str | list[str]) -> tuple[str, ...]:
    return (item,) if isinstance(item, str) else tuple(item)


def names(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every list, class or pattern that the params name, with the steps to its place."""
    for name, data in params["moves"].items():
        for number, form in enumerate(data["forms"]):
            yield from _named(form, ("moves", name, "forms", number))
        for part in ("if", "unless"):
            for where, items in data.get(part, {}).items():
                yield from _named(items, ("moves", name, part, where))
    for where, items in params.get("unless", {}).items():
        yield from _named(items, ("unless", where))
    if params.get("proof"):
        for name in PROOF:
            yield ("params", "proof"), name


def _named(
    items: list[Any], steps: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for at, item in enumerate(items):
        if isinstance(item, int):
            continue
        for name in (part for each in _names(item) for part in each.split(BOTH)):
            if name not in EDGES and not name.startswith((GRAMMAR, "guards/")):
                yield ("params", *steps, at), name
