"""A bank's own rules, check and reporter for socialint."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from socialint.hookspecs import hookimpl
from socialint_bank.rate import RATE
from socialint_bank.register import report_register


@hookimpl
def socialint_rule_packs() -> Iterable[Path]:
    return [Path(__file__).with_name("rules")]


@hookimpl
def socialint_checks() -> Mapping[str, Any]:
    return {"bank/rate": RATE}


@hookimpl
def socialint_reporters() -> Mapping[str, Any]:
    return {"bank-register": report_register}
