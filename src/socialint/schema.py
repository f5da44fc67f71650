"""JSON Schema errors in plain words, at their line and column."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

from socialint.errors import Problem
from socialint.yamldata import Data, Steps

_FOLDER = Path(__file__).with_name("schemas")
_TYPED = frozenset(
    {"array", "boolean", "integer", "number", "object", "string", "string-object"},
)


@cache
def schema(name: str) -> Mapping[str, Any]:
    """One of our own schemas: `schema("rule")` is `schemas/rule.schema.json`."""
    text = (_FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")
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
    kind, wanted, value = error.validator, error.validator_value, error.instance
    name = _name(steps)
    if kind == "additionalProperties":
        known = error.schema.get("properties", {})
        for key in value:
            if key not in known:
                args = {"name": key, "known": nearest(key, known)}
                yield data.problem("unknown-key", (*steps, key), key=True, **args)
    elif kind == "required":
        missing = next(key for key in wanted if f"'{key}' is a required" in error.message)
        yield data.problem("missing-key", steps, key=True, missing=missing, name=name)
    elif kind in {"enum", "const"}:
        known = [str(item) for item in (wanted if kind == "enum" else [wanted])]
        args = {"value": _show(value), "known": nearest(str(value), known)}
        yield data.problem("not-one-of", steps, name=name, **args)
    elif kind == "type":
        types = "-".join([wanted] if isinstance(wanted, str) else wanted)
        code = f"wrong-type-{types}" if types in _TYPED else "wrong-type"
        yield data.problem(code, steps, name=name, value=_show(value), types=types)
    elif kind == "pattern":
        yield data.problem("wrong-form", steps, name=name, value=_show(value), pattern=wanted)
    elif kind in {"minItems", "minProperties", "minLength"}:
        yield data.problem("too-few", steps, name=name, least=str(wanted))
    elif kind == "propertyNames":
        key = str(error.instance)
        yield data.problem("wrong-name", (*steps, key), key=True, name=key)
    else:
        yield data.problem("wrong-value", steps, name=name, value=_show(value), what=error.message)


def _name(steps: Steps) -> str:
    return ".".join(str(step) for step in steps) or "-"


def _show(value: Any) -> str:
    shown = json.dumps(value, ensure_ascii=False)
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
