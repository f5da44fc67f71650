"""Which figures claim something: what speaks for it and against, added up."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import Params
from socialint.checks.spots import Spots
from socialint.checks.statistics.coupons import is_couponed
from socialint.checks.statistics.quantities import Quantity
from socialint.guards import GUARDS
from socialint.layers.entities import Entity
from socialint.layers.phrases import Match
from socialint.named import NamedTuple
from socialint.text import Span

NEAR = (3, 3)  # words before and after
CLOSE = (6, 5)
SELF_AFTER = 2  # words: "40 times more receptors than we do" is not about us
OWN_AFTER = 3
ASIDE = 4  # words of a question that only ends a statement: "…, and you?"
EMPHATIC = frozenset({0.0, 100.0, 110.0, 200.0, 1000.0})
SUMS = ("claim", "thin", "discount", "coded", "emphasis")
SCOPES = ("led", "first", "touch", "near", "close", "clause", "before", "sentence", "draft")

Weights = Mapping[str, "int | Mapping[str, int]"]

_BY_NAME = {"type": "object", "additionalProperties": {"type": ["integer", "object"]}}
_NAMES = {"type": "array", "items": {"type": "string"}}
SCHEMA: Mapping[str, Any] = {
    "required": [
        "kinds",
        "hints",
        "needs",
        "excuses",
        *SUMS,
        *SCOPES,
    ],
    "properties": {
        **{name: {"type": "integer"} for name in SUMS},
        **{
            name: {"type": "object", "additionalProperties": _NAMES}
            for name in ("needs", "excuses")
        },
        "hints": _NAMES,
        **dict.fromkeys(("kinds", *SCOPES), _BY_NAME),
    },
}


class Reason(NamedTuple):
    """A word class found around a figure, and what it weighs."""

    name: str
    weight: int


def weigh(spots: Spots, quantity: Quantity, entity: Entity | None, params: Params) -> int:
    """What a figure weighs as a claim; 0 if it is quoted, asked, supposed, or says nothing."""
    needed = params["needs"].get(quantity.kind)
    if needed and not _may_say(spots, quantity, needed):
        return 0
    found = reasons(spots, quantity, entity, params)
    if needed and not any(reason.name in needed for reason in found):
        return 0
    total = sum(reason.weight for reason in found)
    least = params["thin"] if quantity.kind in params["hints"] else params["claim"]
    return 0 if total < least or _is_unsaid(spots, quantity) else total


def _may_say(spots: Spots, quantity: Quantity, needed: Collection[str]) -> bool:
    found = spots.those_of(needed)
    if not found:
        return False
    number, key = spots.sentence(quantity.start), f"needs of {quantity.kind}"
    return spots.once(key, number, lambda s, span: any(s.has(name, *span) for name in found))


def reasons(
    spots: Spots, quantity: Quantity, entity: Entity | None, params: Params
) -> list[Reason]:
    """What makes a claim of a figure, and what doesn't; the sum decides.

    It sees words of classes, by distance; not who does what to whom.
    """
    found = [Reason(quantity.kind, params["kinds"][quantity.kind])]
    sentence = spots.sentences[spots.sentence(quantity.start)]
    place = _Place(quantity, sentence, spots.clause(quantity.start, quantity.end, sentence))
    for scope, where in WHERE.items():
        if names := spots.listed(scope, params[scope]):
            found += _present(spots, names, params[scope], quantity.kind, where(spots, place))
    if entity and entity.kind == "percent":
        found += _percent(entity.value or 0.0, params)
    if is_couponed(spots, quantity, entity):
        found.append(Reason("coded", params["coded"]))
    return _excused(found, params["excuses"])


class _Place(NamedTuple):
    """A figure in its sentence and clause."""

    quantity: Quantity
    sentence: Span
    clause: Span


def _led(spots: Spots, place: _Place) -> Span:
    start, end, _ = place.quantity
    return Span(spots.around(start, end, 1, 0, place.clause).start, start)


def _first(spots: Spots, place: _Place) -> Span:
    return spots.around(place.sentence.start, place.sentence.start, 0, 1, place.sentence)


def _touch(spots: Spots, place: _Place) -> Span:
    return spots.around(*place.quantity[:2], 0, 1, place.clause)


def _near(spots: Spots, place: _Place) -> Span:
    start, end, _ = place.quantity
    in_brackets = spots.text[start - 1 : start] == "("
    return spots.around(start, end, *NEAR, place.sentence if in_brackets else place.clause)


def _close(spots: Spots, place: _Place) -> Span:
    return spots.around(*place.quantity[:2], *CLOSE, place.clause)


def _rest(spots: Spots, place: _Place, words: int) -> int:
    """Where so many words end after the figure, or the comma before that."""
    end = place.quantity.end
    comma = spots.text.find(",", end, place.clause.end)
    rest = Span(end, comma if comma > 0 else place.clause.end)
    return spots.around(end, end, 0, words, rest).end


WHERE: Mapping[str, Callable[[Spots, _Place], Span]] = {
    "led": _led,
    "first": _first,
    "touch": _touch,
    "near": _near,
    "close": _close,
    "clause": lambda spots, place: Span(place.clause.start, _rest(spots, place, SELF_AFTER)),
    "before": lambda spots, place: Span(place.sentence.start, _rest(spots, place, OWN_AFTER)),
    "sentence": lambda _, place: place.sentence,
    "draft": lambda spots, _: Span(0, len(spots.text)),
}


def _present(
    spots: Spots, names: Iterable[str], weights: Weights, kind: str, span: Span
) -> Iterator[Reason]:
    for name in names:
        if spots.has(name, *span):
            weight = weights[name]
            value = weight if isinstance(weight, int) else weight.get(kind, weight["default"])
            yield Reason(name, value)


def _percent(value: float, params: Params) -> list[Reason]:
    if value < 0:
        return [Reason("discount", params["discount"])]
    return [Reason("emphasis", params["emphasis"])] if value in EMPHATIC else []


def _excused(found: list[Reason], excuses: Mapping[str, Sequence[str]]) -> list[Reason]:
    """Without the reasons that another takes away, unless that one is taken away itself."""
    taken = _taken(found, excuses, ())
    taken = _taken(found, excuses, taken)
    return [reason for reason in found if reason.name not in taken]


def _taken(
    found: list[Reason], excuses: Mapping[str, Sequence[str]], gone: Collection[str]
) -> set[str]:
    left = (reason.name for reason in found if reason.name not in gone)
    return {name for reason in left for name in excuses.get(reason, ())}


def _is_unsaid(spots: Spots, quantity: Quantity) -> bool:
    """Whether it is quoted, asked or supposed."""
    if spots.is_apart(quantity.start, quantity.end) or _is_asked(spots, quantity):
        return True
    place = Match(quantity.start, quantity.end, "", 0, 0, "")
    return GUARDS["hypothetical"](spots.view, place)


def _is_asked(spots: Spots, quantity: Quantity) -> bool:
    """Whether a question asks it: not "did you know…", nor what "and you?", "so why…?" follow."""
    start, end = spots.sentences[spots.sentence(quantity.start)]
    if "?" not in spots.text[quantity.end : end] or spots.has("openers", start, end):
        return False
    comma = spots.text.rfind(",", quantity.end, end)
    if comma < 0 or spots.has("denominators", comma, end):
        return True  # "one in ten, or one in two?"
    aside = len(spots.text[comma:end].replace("?", " ").split()) <= ASIDE
    return not aside and not spots.has("so-asked", comma, end)
