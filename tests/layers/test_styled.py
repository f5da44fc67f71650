"""Letters in disguise are found, and plain ones stand behind them."""

from __future__ import annotations

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.styled import find_styled, plain

BOLD = {a: chr(0x1D5D4 + i) for i, a in enumerate(string.ascii_uppercase)} | {
    a: chr(0x1D5EE + i) for i, a in enumerate(string.ascii_lowercase)
}
CIRCLED = {a: chr(0x24B6 + i) for i, a in enumerate(string.ascii_uppercase)} | {
    a: chr(0x24D0 + i) for i, a in enumerate(string.ascii_lowercase)
}
WIDE = {a: chr(ord(a) + 0xFEE0) for a in string.ascii_letters}
BOXED = {a: chr(0x1F170 + i) for i, a in enumerate(string.ascii_uppercase)}
WORDS = st.lists(st.text(string.ascii_letters, min_size=3, max_size=8), min_size=1, max_size=4).map(
    " ".join
)


@pytest.mark.parametrize("letters", [BOLD, CIRCLED, WIDE])
@given(text=WORDS)
def test_what_is_dressed_up_is_found_and_undressed(letters: dict[str, str], text: str) -> None:
    dressed = "".join(letters.get(char, char) for char in text)
    draft = f"Ah, {dressed} oui."
    assert [draft[slice(*span)] for span in find_styled(draft)] == [dressed]
    assert plain(dressed) == text


@given(WORDS.map(str.upper))
def test_boxed_letters_are_capitals(text: str) -> None:
    assert plain("".join(BOXED.get(char, char) for char in text)) == text


@given(st.text())
def test_runs_are_in_order_and_hold_no_line_end(text: str) -> None:
    spans = list(find_styled(text))
    assert spans == sorted(spans)
    assert all(text[span.start : span.end].strip() for span in spans)


@given(st.text(st.characters(codec="latin-1")))
def test_plain_text_stays_as_it_is_written(text: str) -> None:
    assert plain(text) == text
    assert list(find_styled(text)) == []


@pytest.mark.parametrize(
    ("dressed", "letters"),
    [
        ("𝗲\u0301𝘁𝗲\u0301", "été"),
        ("𝗹’𝗵𝗲𝘂𝗿𝗲 𝟳", "l’heure 7"),
        ("ᴍᴀɪꜱᴏɴ", "maison"),
        ("ℬℴ𝓃𝒿ℴ𝓊𝓇", "Bonjour"),
        ("ᵖᵉᵗⁱᵗ", "petit"),
        ("🅥🅔🅝🅔🅩", "VENEZ"),
    ],
)
def test_every_way_of_dressing_up_is_known(dressed: str, letters: str) -> None:
    assert [dressed[slice(*span)] for span in find_styled(dressed)] == [dressed]
    assert plain(dressed) == letters


@pytest.mark.parametrize(
    "text",
    [
        "𝑥 et 𝑦",
        "𝐸 = 𝑚𝑐²",
        "ℝ, ℕ",
        "① ②",
        "1ᵉʳ Mᵐᵉ 5ᵗʰ",
        "東京ＮＨＫ杯",
        "🅰️🅱️🅾️",
        "№ ™ ℹ️",
    ],
)
def test_signs_that_mean_themselves_are_left_alone(text: str) -> None:
    assert list(find_styled(text)) == []
