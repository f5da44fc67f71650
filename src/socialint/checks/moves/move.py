"""What a move is, as a rule file writes it and as the check reads it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Literal

from socialint.checks.check import Params, Words
from socialint.checks.moves.rough import KINDS
from socialint.checks.moves.slot import BOTH, EDGES, GRAMMAR, Filled, Slot, filled
from socialint.checks.moves.walks import Walks
from socialint.checks.sources import CLASSES as PROOF
from socialint.named import NamedTuple

Where = Literal["clause", "sentence", "before", "after", "draft", "message"]
START, END = ("^",), ("$",)
DEAR = frozenset(
    [
        *("@order", "@reader", "@person", "@named", "@conditional", "@future", "@we-verb"),
        *("@you-verb", "@complaint", "@insult", "@asking", "@praise", "@helpful", "@unhelpful"),
    ]
)  # what needs layers that few rules need


Form = tuple[Slot, ...]
# those of the names that a rule's forms have used so far: the same come again and again
Known = dict[tuple[str, ...], Filled]


class Context(NamedTuple):
    """Where to look, and names of which one must be there (or, in `unless`, none may)."""

    where: Where
    names: tuple[str, ...]


class Move(NamedTuple):
    """A move: any of its forms, within one clause, sentence or draft, in its context.

    `is_plain`: forms of one slot, wherever that is filled.  `kinds` are those of entities that
    alone fill such forms within a sentence.

    `asks_grammar`: a slot of it wants more than words; `is_dear`: more than words, signs and
    entities.  `needs` are the word lists of each form, the slots that few lists can fill first,
    `around` those of its context, `heard` those of its context in the message, `literals` the words
    that its token patterns need, `walks` those of which it needs one.

    `worth` is what it weighs for the fault at most; `tallied` are the word lists whose entries are
    all its places, `barred` the kinds of entities that silence it wherever they stand.
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
    kinds: frozenset[str]
    needs: tuple[tuple[frozenset[str], ...], ...]
    around: tuple[frozenset[str], ...]
    heard: tuple[frozenset[str], ...]
    literals: tuple[tuple[frozenset[str], ...], ...]
    walks: Walks | None
    worth: float
    tallied: frozenset[str]
    barred: frozenset[str]

    def is_due(self, present: Collection[str]) -> bool:
        """Whether `present`, the word lists with a word in the text, can fill a form."""
        for form in self.needs:  # noqa: SIM110  no generator: each move of each rule asks
            if met(form, present):
                return True
        return False


def met(groups: Iterable[frozenset[str]], present: Collection[str]) -> bool:
    """Whether something of each group is there."""
    for group in groups:  # noqa: SIM110  no generator: each form of each move asks
        if group.isdisjoint(present):
            return False
    return True


def moves(params: Params, words: Words) -> tuple[Move, ...]:
    """The moves of a rule's params; its `unless` holds for all that speak for the fault."""
    always = tuple(_contexts(params.get("unless", {})))
    often = {"most": params.get("most", 1)}
    known: Known = {}
    found = params["moves"].items()
    return tuple(_move(name, often | data, words, always, known) for name, data in found)


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
    is_lone = {len(form) for form in forms} == {1}
    is_plain = is_lone and asked.isdisjoint(EDGES) and not (given or unless)
    return Move(
        name,
        weight,
        forms,
        data.get("within", "sentence"),
        data["most"],
        given,
        unless,
        any(name.startswith(GRAMMAR) for name in asked),
        not asked.isdisjoint(DEAR) or any(slot.literals for form in forms for slot in form),
        is_plain,
        _kinds(asked) if is_plain and data.get("within", "sentence") == "sentence" else frozenset(),
        tuple(tuple(sorted((slot.keys for slot in form if slot.keys), key=len)) for form in forms),
        _told(given, words, heard=False),
        _told(given, words, heard=True),
        tuple(tuple(slot.literals for slot in form if slot.literals) for form in forms),
        _walks(forms),
        max(weight, 0) * data["most"],
        _tallied(forms) if is_lone else frozenset(),
        _barred(unless),
    )


def _walks(forms: Iterable[Form]) -> Walks | None:
    """The walks of the slots of token patterns, one a form; None where a form has none."""
    found = [next((slot.walks for slot in form if slot.walks), ()) for form in forms]
    return Walks.of(chain.from_iterable(found)) if all(found) else None


def _tallied(forms: Iterable[Form]) -> frozenset[str]:
    """The lists that fill forms of one slot; none where something else may, or not each entry."""
    slots = [slot for (slot,) in forms]
    if not all(slot.heads and not slot.orders for slot in slots):
        return frozenset()
    return frozenset().union(*[slot.heads for slot in slots])


def _barred(unless: Iterable[Context]) -> frozenset[str]:
    """The entities of which none may stand anywhere in the draft."""
    names = [name for each in unless if each.where == "draft" for name in each.names]
    return frozenset().union(*[KINDS[name] for name in names if name in KINDS])


def _told(given: Iterable[Context], words: Words, *, heard: bool) -> tuple[frozenset[str], ...]:
    """The word lists without which a context can't be met, in the message or in the draft."""
    names = (each.names for each in given if (each.where == "message") is heard)
    return tuple(keys for each in names if (keys := filled(each, words)[0]))


def _kinds(names: Collection[str]) -> frozenset[str]:
    """Those of the entities that these names are; none if one is something else."""
    if not all(name in KINDS for name in names):
        return frozenset()
    return frozenset().union(*[KINDS[name] for name in names])


def _slots(form: list[Any], words: Words, known: Known) -> Iterator[Slot]:
    gap: int | None = None
    for item in form:
        if isinstance(item, int):
            gap = item
            continue
        alternatives = _names(item)
        if alternatives not in known:
            known[alternatives] = filled(alternatives, words)
        yield Slot(alternatives, gap, *known[alternatives])
        gap = None


def _contexts(data: Mapping[Where, list[Any]]) -> Iterator[Context]:
    for where, items in data.items():
        for item in items:
            yield Context(where, _names(item))


def _names(item: str | list[str]) -> tuple[str, ...]:
    return (item,) if isinstance(item, str) else tuple(item)


def moves_in(params: Params, part: str, words: Words) -> tuple[Move, ...]:
    """The moves under a part of the params of a rule that is no rule of moves; none without it."""
    return moves({"moves": params.get(part, {})}, words)


def names_in(params: Params, part: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Every list or class that the moves under a part name, with the steps to its place."""
    for (_, _, *steps), name in names({"moves": params.get(part, {})}):
        yield ("params", part, *steps), name


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
    yield from _named(params.get("ending", []), ("ending",))
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
