from __future__ import annotations

from pathlib import Path

import pytest
import socialint_bank

from socialint.testing import Outcome, run_examples

PACK = Path(socialint_bank.__file__).with_name("rules")


@pytest.mark.parametrize(
    "outcome", list(run_examples(PACK)), ids=lambda o: f"{o.rule}:{o.example.line}"
)
def test_every_example_holds(outcome: Outcome) -> None:
    assert outcome.right, (outcome.expected, outcome.found)
