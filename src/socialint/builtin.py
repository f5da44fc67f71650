"""The built-in tables, answered to the same hooks as a plugin's."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from socialint.checks import CHECKS
from socialint.formats import FORMATS
from socialint.layers.table import LAYERS
from socialint.reporters import REPORTERS
from socialint.rulepack import builtin_pack


def socialint_rule_packs() -> Iterable[Path]:
    return [builtin_pack()]


def socialint_checks() -> Mapping[str, Any]:
    return CHECKS


def socialint_layers() -> Mapping[str, Any]:
    return LAYERS


def socialint_formats() -> Mapping[str, Any]:
    return FORMATS


def socialint_reporters() -> Mapping[str, Any]:
    return REPORTERS
