"""Every rule's examples are its tests: exact spans, and nothing found in the good ones."""

from __future__ import annotations

import pytest

from socialint.checks import CHECKS
from socialint.engine.examples import Outcome, run_examples, unmarked
from socialint.rulepack import builtin_pack, read_pack
from socialint.text import Span

OUTCOMES = list(run_examples(read_pack(builtin_pack(), CHECKS), CHECKS))


def _name(outcome: Outcome) -> str:
    return f"{outcome.rule}/{outcome.example.lang}.yaml:{outcome.example.line}"


@pytest.mark.parametrize("outcome", OUTCOMES, ids=_name)
def test_an_example_is_judged_as_it_says(outcome: Outcome, request: pytest.FixtureRequest) -> None:
    if outcome.example.todo:
        request.applymarker(pytest.mark.xfail(reason=outcome.example.todo, strict=True))
    assert outcome.right, (outcome.example.text, outcome.expected, outcome.found)
    assert outcome.mute == ()


@pytest.mark.parametrize(
    ("marked", "plain", "spans"),
    [
        ("abc", "abc", ()),
        ("a⟦b⟧c", "abc", (Span(1, 2),)),
        ("⟦a⟧\n⟦b\nc⟧", "a\nb\nc", (Span(0, 1), Span(2, 5))),
    ],
)
def test_marks_are_taken_out(marked: str, plain: str, spans: tuple[Span, ...]) -> None:
    assert unmarked(marked) == (plain, spans)
