"""Params that one rule has from another."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from socialint.data import Data
from socialint.frozen import replace

LENDER = "of"  # the one key of a param that stands for another rule's


def lent(rules: Sequence[Data]) -> list[Data]:
    """Rules with what they have from others in its place.

    A param `{of: RULE}` is that rule's param of the same name, and the classes of that rule come
    with it.  One that is not there is left as it stands, for the check's schema to refuse.
    """
    known = {data.value["name"]: data.value for data in rules if _named(data)}
    return [_filled(data, known) for data in rules]


def _named(data: Data) -> bool:
    return isinstance(data.value, Mapping) and isinstance(data.value.get("name"), str)


def _filled(data: Data, known: Mapping[str, Mapping[str, Any]]) -> Data:
    params = data.value.get("params") if isinstance(data.value, Mapping) else None
    lenders = _lenders(params, known) if isinstance(params, Mapping) else {}
    own = data.value.get("classes", []) if lenders else None
    if not isinstance(own, list):  # nothing is lent, or the schema will refuse it
        return data
    taken = {name: lender["params"][name] for name, lender in lenders.items()}
    classes = [*own]
    for lender in lenders.values():
        classes += [name for name in lender.get("classes") or () if name not in classes]
    value = {**data.value, "params": {**data.value["params"], **taken}, "classes": classes}
    return replace(data, value=value)


def _lenders(
    params: Mapping[str, Any], known: Mapping[str, Mapping[str, Any]]
) -> Mapping[str, Mapping[str, Any]]:
    """The rules that params are from, by the param."""
    named = {
        name: known.get(str(value[LENDER]), {})
        for name, value in params.items()
        if isinstance(value, Mapping) and set(value) == {LENDER}
    }
    return {name: rule for name, rule in named.items() if name in (rule.get("params") or {})}
