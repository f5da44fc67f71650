"""The moves of a rule as its file writes them, made into moves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from typing import Any

from socialint.checks.check import Params, Words
from socialint.checks.moves.move import Context, Form, Move, Where
from socialint.checks.moves.rough import KINDS
from socialint.checks.moves.slot import BOTH, EDGES, GRAMMAR, Filled, Slot, filled
from socialint.checks.moves.walks import Walks

DEAR = frozenset(
    [
        *("@order", "@reader", "@person", "@named", "@conditional", "@future", "@we-verb"),
        *("@you-verb", "@complaint", "@insult", "@asking", "@praise", "@helpful", "@unhelpful"),
    ]
)  # what needs layers that few rules need
# those of the names that a rule's forms have used so far: the same come again and again
Known = dict[tuple[str, ...], Filled]


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
    within: Where = data.get("within", "sentence")
    literals = tuple(tuple(slot.literals for slot in form if slot.literals) for form in forms)
    return Move(
        name=name,
        weight=weight,
        forms=forms,
        within=within,
        most=data["most"],
        given=given,
        unless=unless,
        asks_grammar=any(name.startswith(GRAMMAR) for name in asked),
        is_dear=not asked.isdisjoint(DEAR) or any(literals),
        is_plain=is_plain,
        kinds=_kinds(asked) if is_plain and within == "sentence" else frozenset(),
        needs=tuple(map(_needs, forms)),
        around=_told(given, words, heard=False),
        heard=_told(given, words, heard=True),
        literals=literals,
        walks=_walks(forms),
        worth=max(weight, 0) * data["most"],
        tallied=_tallied(forms) if is_lone else frozenset(),
        barred=_barred(unless),
    )


def _needs(form: Form) -> tuple[frozenset[str], ...]:
    """The word lists of the slots of a form, those that few lists can fill first."""
    return tuple(sorted((slot.keys for slot in form if slot.keys), key=len))


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
        alternatives = names_of(item)
        if alternatives not in known:
            known[alternatives] = filled(alternatives, words)
        yield Slot(alternatives, gap, *known[alternatives])
        gap = None


def _contexts(data: Mapping[Where, list[Any]]) -> Iterator[Context]:
    for where, items in data.items():
        for item in items:
            yield Context(where, names_of(item))


def names_of(item: str | list[str]) -> tuple[str, ...]:
    """The names that an item of a form or context gives a choice of."""
    return (item,) if isinstance(item, str) else tuple(item)


def moves_in(params: Params, part: str, words: Words) -> tuple[Move, ...]:
    """The moves under a part of the params of a rule that is no rule of moves; none without it."""
    return moves({"moves": params.get(part, {})}, words)
