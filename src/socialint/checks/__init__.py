"""The built-in checks, by name: the one table that a new check is entered in."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from socialint.checks.check import AnyCheck
from socialint.checks.phrases import PHRASES

CHECKS: Mapping[str, AnyCheck] = MappingProxyType(
    {
        "phrases": PHRASES,
    }
)
