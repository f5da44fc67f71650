"""What is recognised, and what only looks like it."""

from __future__ import annotations

import re
from typing import Literal

from socialint.lazy import regex
from socialint.named import NamedTuple

SecretKind = Literal["key", "password", "code"]
_SAMPLE = regex(
    r"example|exemple|sample|dummy|x{4}|\*{4}|\.{3}|…|your[_-]|votre[_-]|0{8}|1234567890|abcdefgh"
    r"|changeme",
    re.IGNORECASE,
)
_LEAST_SIGNS = 6


class Secret(NamedTuple):
    """A key, a password or a door code: its kind, and where its value stands in the text."""

    kind: SecretKind
    start: int
    end: int


def is_sample(value: str) -> bool:
    """Whether a value stands for one, as manuals write them, or repeats a few signs."""
    return bool(_SAMPLE.search(value)) or len(set(value)) < min(_LEAST_SIGNS, len(value))


def is_mixed(value: str) -> bool:
    """Whether the value has a letter and a digit, as hardly any word does."""
    return any(map(str.isalpha, value)) and any(map(str.isdecimal, value))
