"""What the moves in a rule's params name, with the steps to where they do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from socialint.checks.check import Params
from socialint.checks.moves.reading import names_of
from socialint.checks.moves.slot import BOTH, EDGES, GRAMMAR
from socialint.checks.sources import CLASSES as PROOF

Named = tuple[tuple[str | int, ...], str]


def names_in(params: Params, part: str) -> Iterator[Named]:
    """Every list or class that the moves under a part name, with the steps to its place."""
    for (_, _, *steps), name in names({"moves": params.get(part, {})}):
        yield ("params", part, *steps), name


def names(params: Params) -> Iterator[Named]:
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


def _named(items: list[Any], steps: tuple[str | int, ...]) -> Iterator[Named]:
    for at, item in enumerate(items):
        if isinstance(item, int):
            continue
        for name in (part for each in names_of(item) for part in each.split(BOTH)):
            if name not in EDGES and not name.startswith((GRAMMAR, "guards/")):
                yield ("params", *steps, at), name
