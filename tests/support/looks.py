"""How often each rule looks at drafts, and each layer is made, counted and without a clock."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from socialint import Linter
from socialint.engine.costs import Ledger

# What ordinary drafts never need: it costs more than all the rest.
DEAR = frozenset(["(tokens)", "(morphology)", "(imperatives)", "(doc)"])


def looks(linter: Linter, folder: Path) -> Mapping[str, int]:
    """By the name of a rule, or of a layer in brackets; no draft in `folder` may have a fault."""
    ledger = Ledger()
    assert linter.check_paths([folder], ledger=ledger).findings == ()
    return {cost.name: cost.looks for cost in ledger.costs()}
