"""JSON Schema errors in plain words, at their line and column."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from typing import Any

from socialint.data import Data, Steps
from socialint.errors import Problem
from socialint.near import near
from socialint.proof import FOLDER

_TYPED = frozenset(
    {"array", "boolean", "integer", "number", "object", "string", "string-object"},
)


@cache
def schema(name: str) -> Mapping[str, Any]:
    """One of our own schemas: `schema("rule")` is `schemas/rule.schema.json`."""
    text = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
    loaded: Mapping[str, Any] = json.loads(text)
    return loaded


def check(data: Data, rules: Mapping[str, Any], at: Steps = ()) -> list[Problem]:
    """Everything in `data`, or in its part at `at`, that breaks the schema `rules`."""
    from jsonschema import Draft202012Validator  # noqa: PLC0415  50 ms, once per content hash

    value = data.value
    for step in at:
        value = value[step]
    found = [
        problem
        for error in Draft202012Validator(rules).iter_errors(value)
        for problem in _problems(data, error, (*at, *error.absolute_path))
    ]
    return sorted(found, key=lambda problem: (problem.line or 0, problem.column or 0))


def nearest(word: str, known: Iterable[str]) -> str:
    """The names in `known`, those most like `word` first, as a list to print."""
    score = {name: SequenceMatcher(None, word, name).ratio() for name in known}
    return ", ".join(sorted(score, key=lambda name: (-score[name], name)))


def _problems(data: Data, error: Any, steps: Steps) -> Iterator[Problem]:
    if "propertyNames" in error.absolute_schema_path:
        key = str(error.instance)
        yield data.problem("wrong-name", (*steps, key), key=True, name=key)
    elif error.validator == "additionalProperties":
        yield from _unknown_keys(data, error, steps)
    elif error.validator == "required":
        # one error a missing key, which only the message names
        missing = next(key for key in error.validator_value if f"'{key}' is a " in error.message)
        yield data.problem("missing-key", steps, key=True, missing=missing, name=_name(data, steps))
    else:
        code, args = _CODES.get(error.validator, _wrong)(error)
        args |= {"name": _name(data, steps), "value": _show(error.instance)}
        yield Problem(code, data.path, *data.where(steps), args)


def _unknown_keys(data: Data, error: Any, steps: Steps) -> Iterator[Problem]:
    known = error.schema.get("properties", {})
    shapes = error.schema.get("patternProperties", {})
    for key in error.instance:
        if key not in known and not any(re.search(shape, key) for shape in shapes):
            meant = near(key, known)
            code = "unknown-key-near" if meant else "unknown-key"
            told = meant or nearest(key, known)
            yield data.problem(code, (*steps, key), key=True, name=key, known=told)


def _one_of(error: Any) -> tuple[str, dict[str, str]]:
    known = [str(item) for item in error.validator_value]
    return "not-one-of", {"known": nearest(str(error.instance), known)}


def _type(error: Any) -> tuple[str, dict[str, str]]:
    wanted = error.validator_value
    types = wanted if isinstance(wanted, str) else "-".join(wanted)
    code = f"wrong-type-{types}" if types in _TYPED else "wrong-type"
    return code, {"types": types}


def _form(error: Any) -> tuple[str, dict[str, str]]:
    shown = error.schema.get("examples", [error.validator_value])
    return "wrong-form", {"example": str(shown[0])}


def _few(error: Any) -> tuple[str, dict[str, str]]:
    return "too-few", {"least": str(error.validator_value)}


def _wrong(error: Any) -> tuple[str, dict[str, str]]:
    return "wrong-value", {"what": error.message}


_CODES = {
    "enum": _one_of,
    "type": _type,
    "pattern": _form,
    "minItems": _few,
    "minProperties": _few,
    "minLength": _few,
}


def _name(data: Data, steps: Steps) -> str:
    return ".".join(str(step) for step in steps) or data.path.rpartition("/")[2]


def _show(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
