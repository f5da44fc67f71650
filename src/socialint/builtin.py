"""The built-in tables, as a plugin among others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from socialint.checks import CHECKS
from socialint.formats import FORMATS
from socialint.hookspecs import hookimpl
from socialint.layers.table import LAYERS
from socialint.reporters import REPORTERS
from socialint.rulepack import builtin_pack


@hookimpl
def socialint_rule_packs() -> Iterable[Path]:
    return [builtin_pack()]


@hookimpl
def socialint_checks() -> Mapping[str, Any]:
    return CHECKS


@hookimpl
def socialint_layers() -> Mapping[str, Any]:
    return LAYERS


@hookimpl
def socialint_formats() -> Mapping[str, Any]:
    return FORMATS


@hookimpl
def socialint_reporters() -> Mapping[str, Any]:
    return REPORTERS
