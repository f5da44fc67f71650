"""Where a quotation may end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.checks.clauses import count_words, rounded

SIGNS = st.sampled_from(".,:\u00a0\u202f")
NUMBERS = st.builds(
    lambda whole, sign, part: f"{whole}{sign}{part}",
    st.integers(0, 999),
    SIGNS,
    st.integers(0, 999),
)
WORDS = st.lists(st.sampled_from(["kills", "tue", "of", "de", "germs", "l’été", "%"]), max_size=8)


@given(before=WORDS, number=NUMBERS, after=WORDS, end=st.integers(0, 200))
def test_it_never_ends_within_a_number(
    before: list[str], number: str, after: list[str], end: int
) -> None:
    lead = " ".join(["so", *before, ""])
    text = " ".join([lead + number, *after])
    place = rounded(text, min(end, len(text)))
    assert place >= min(end, len(text))
    assert not len(lead) < place < len(lead + number)


@pytest.mark.parametrize(
    ("text", "start", "rest"),
    [
        ("natural and kills 99.9% of germs.", "natural", " and kills 99.9% of germs"),
        ("naturel et tue 99,9 % des germes.", "naturel", " et tue 99,9 % des germes"),
        ("clean at 7:30, then out", "clean", " at 7:30"),
        ("clean, and 9.5 out of ten", "clean", ""),
        ("pur en 2024. Et plus", "pur", " en 2024"),
    ],
)
def test_it_ends_with_the_clause(text: str, start: str, rest: str) -> None:
    end = len(start)
    assert text[end : rounded(text, end)] == rest


@pytest.mark.parametrize(("text", "words"), [("99.9 % of it", 3), ("l’été, 7:30", 2), ("1, 2", 2)])
def test_words_are_counted(text: str, words: int) -> None:
    assert count_words(text) == words
