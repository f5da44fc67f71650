"""The generic check of token patterns."""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from socialint.checks.check import Subject, Words
from socialint.checks.patterns import PATTERNS
from socialint.draft import Draft, Segment
from socialint.finding import Hit
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.text import SourceMap

HERE = Path(__file__).parent
SHOUTED = {
    "literals": ["comment", "partage"],
    "tokens": [[{"LOWER": {"IN": ["comment", "partage"]}, "IS_UPPER": True}, {"IS_ALPHA": True}]],
}
SOFT = {"literals": ["below"], "weight": 1, "tokens": [[{"LOWER": "below"}]]}
WORDS = Words("rule", patterns={"en": {"shouted": SHOUTED, "soft": SOFT}})


def hits(text: str, lang: str | None, words: Words = WORDS) -> list[Hit]:
    segment = Segment("text", text, lambda: SourceMap.identity(0, len(text)))
    views = {segment: View(text, lang)}
    subject = Subject(Draft(text), views, Profile(), datetime(2026, 1, 1, tzinfo=UTC))
    return list(PATTERNS.prepare({}, words)(subject))


def quotes(text: str, lang: str | None, words: Words = WORDS) -> list[str]:
    return [text[slice(*hit.span)] for hit in hits(text, lang, words) if hit.span]


@pytest.mark.parametrize(
    ("text", "lang", "expected"),
    [
        ("COMMENT yes if you agree", "en", ["COMMENT yes"]),
        ("COMMENT yes if you agree", "en-GB", ["COMMENT yes"]),
        ("comment yes if you agree", "en", []),
        ("PARTAGE vite", "fr", []),
        ("Look below.", "en", []),
    ],
)
def test_patterns_are_those_of_the_language(text: str, lang: str, expected: list[str]) -> None:
    assert quotes(text, lang) == expected


def test_patterns_of_any_language_match_in_each() -> None:
    words = Words("rule", patterns={"und": {"shouted": SHOUTED}})
    assert quotes("PARTAGE vite", "fr", words) == ["PARTAGE vite"]


def test_weaker_matches_are_clues() -> None:
    (hit,) = hits("COMMENT yes below", "en")
    assert [clue.span for clue in hit.clues] == [(12, 17)]


def test_a_text_without_a_literal_needs_no_spacy() -> None:
    script = (
        "import sys; sys.path[:0] = sys.argv[1:]; import test_patterns_check as t; "
        "t.hits('Nothing to see', 'en'); sys.exit('spacy' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(HERE.parents[1] / "src"), str(HERE)],
        check=False,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr
