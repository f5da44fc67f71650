"""File formats: from a source to drafts, every character traced."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from importlib import import_module
from types import MappingProxyType
from typing import cast

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats.reading import Parse, Reading
from socialint.text import Source

__all__ = ["FORMATS", "Parse", "Reading"]


def _run(module: str, name: str, source: Source, reading: Reading) -> Iterator[Draft | Problem]:
    """Import a format when its first file comes: the others cost nothing."""
    parse = cast("Parse", getattr(import_module(f"socialint.formats.{module}"), name))
    return parse(source, reading)


_MARKDOWN = partial(_run, "markdown", "parse")
_YAML = partial(_run, "structured", "parse_yaml")
_JSONL = partial(_run, "structured", "parse_jsonl")
_CSV = partial(_run, "structured", "parse_csv")

FORMATS: Mapping[str, Parse] = MappingProxyType(
    {
        ".md": _MARKDOWN,
        ".markdown": _MARKDOWN,
        ".txt": partial(_run, "plain", "parse"),
        ".tweet": partial(_run, "tweet", "parse"),
        ".yaml": _YAML,
        ".yml": _YAML,
        ".json": partial(_run, "structured", "parse_json"),
        ".jsonl": _JSONL,
        ".ndjson": _JSONL,
        ".csv": _CSV,
        ".tsv": _CSV,
    }
)
