"""The generic check of wording rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest

from socialint.checks.check import Subject, Words
from socialint.checks.phrases import PHRASES
from socialint.draft import Draft, Segment
from socialint.finding import Hit
from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.lexicon import Lexicon
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.text import SourceMap

TERMS = [
    Term("rule/strong", "we never fail", weight=3),
    Term("rule/strong", "never", weight=2),
    Term("rule/weak", "we hope", weight=1, note="soft"),
    Term("rule/weak", "fail better", weight=2),
    Term("rule/weak", "as we hope", weight=0),
]


def hits(text: str, params: Mapping[str, Any]) -> list[Hit]:
    segment = Segment("text", text, lambda: SourceMap.identity(0, len(text)))
    view = View(text, "en", lexicons={"en": (Lexicon.of(compile_lexicon(TERMS)),)})
    subject = Subject(Draft(text), {segment: view}, Profile(), datetime(2026, 1, 1, tzinfo=UTC))
    return list(PHRASES.prepare(params, Words("rule", frozenset({"strong", "weak"})))(subject))


@pytest.mark.parametrize(
    ("text", "params", "expected"),
    [
        ("We never fail.", {}, ["We never fail"]),
        ("We never fail better.", {}, ["We never fail"]),
        ("Never. We hope.", {}, ["Never"]),
        ("Never. We hope.", {"least": 3}, []),
        ("Never. We hope.", {"least": 1}, ["Never", "We hope"]),
        ("Never, as we hope.", {"least": 1}, ["Never"]),
        ("Never. We hope.", {"least": 1, "lists": ["weak"]}, ["We hope"]),
    ],
)
def test_every_clear_match_is_a_hit(
    text: str, params: Mapping[str, Any], expected: list[str]
) -> None:
    assert [text[slice(*hit.span)] for hit in hits(text, params) if hit.span] == expected


def test_weaker_matches_of_the_segment_are_clues() -> None:
    (hit,) = hits("Never. We hope.", {})
    assert [(clue.span, clue.note) for clue in hit.clues] == [((7, 14), "soft")]
