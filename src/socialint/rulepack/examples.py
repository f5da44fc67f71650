"""The examples of a rule, which are its tests."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from socialint.data import Data
from socialint.rule import Example
from socialint.rulepack.folder import NEUTRAL, read_languages

_APART = ("text", "profile", "todo")


def read_examples(folder: Path) -> tuple[Example, ...]:
    """The examples in the language files of one rule folder, in the order written."""
    return tuple(
        example
        for lang, data in read_languages(folder).items()
        if lang != NEUTRAL
        for example in _of(data, lang)
    )


def _of(data: Data, lang: str) -> Iterator[Example]:
    examples = (data.value or {}).get("examples") or {}
    for kind in ("bad", "good"):
        for number, item in enumerate(examples.get(kind) or ()):
            line, _ = data.where(("examples", kind, number))
            yield _example(item, lang, line, bad=kind == "bad")


def _example(item: str | Mapping[str, Any], lang: str, line: int, *, bad: bool) -> Example:
    if isinstance(item, str):
        item = {"text": item}
    fields = {key: value for key, value in item.items() if key not in _APART}
    profile = item.get("profile") or {}
    text = item.get("text", item.get("yaml", ""))
    return Example(lang, bad, text, fields, profile, item.get("todo"), line)
