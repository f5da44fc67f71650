from __future__ import annotations

from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.reporters.cells import cells, plain, width
from socialint.reporters.lines import wrap

JOINED = "\U0001f469\u200d\U0001f469\u200d\U0001f467"
ENGLAND = "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f"


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("", 0),
        ("abc", 3),
        ("é", 1),
        ("e\u0301", 1),
        ("日本", 4),
        ("한", 2),
        ("\u1112\u1161\u11ab", 2),
        ("ｱ", 1),
        ("\u00a0\u202f", 2),
        ("👍", 2),
        ("👍🏽", 2),
        (JOINED, 2),
        ("🇫🇷🇧🇪", 4),
        (ENGLAND, 2),
        ("❤", 1),
        ("❤\ufe0f", 2),
        ("❤\ufe0e", 1),
        ("1\ufe0f\u20e3", 2),
        ("©\ufe0f", 2),
        ("a\u200db", 8),
        ("\tb", 5),
        ("ab\tc", 5),
        ("日本\t", 8),
    ],
)
def test_width_counts_the_columns_of_a_terminal(text: str, columns: int) -> None:
    assert width(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\x00\x07\x7f", "␀␇␡"),
        ("\x9b31m", "\\u009b31m"),
        ("\u202eabc\u2069", "\\u202eabc\\u2069"),
        ("\u200b\ufeff\u00ad", "\\u200b\\ufeff\\u00ad"),
        ("\u2028", "\\u2028"),
        ("\ud83d", "\\ud83d"),
        ("\U000e0041", "\\U000e0041"),
        ("\u0301a", "◌\u0301a"),
        ("x\u200d", "x\\u200d"),
        (JOINED, JOINED),
    ],
)
def test_what_would_steer_a_terminal_is_shown_instead(text: str, shown: str) -> None:
    assert plain(text) == shown


@pytest.mark.parametrize(
    ("encoding", "shown"),
    [("utf-8", "é日\u202f•␛"), ("cp1252", "é\\u65e5 •\\u001b"), ("ascii", "e\\u65e5 *\\u001b")],
)
def test_what_the_output_cannot_encode_is_escaped(encoding: str, shown: str) -> None:
    found = plain("é日\u202f•\x1b", encoding)
    assert found == shown
    assert found.encode(encoding)


@given(st.text())
def test_cells_cover_the_text_in_order(text: str) -> None:
    found = cells(text)
    assert [cell.start for cell in found] == [0, *(cell.end for cell in found)][: len(found)]
    assert (found[-1].end if found else 0) == len(text)
    assert all(cell.width > 0 for cell in found)


@given(st.text(st.sampled_from("a\x1b\x9b\u202e\u200d\u200b\r\n\t👩🏽\ufe0f\u0301\U000e0067🏴")))
def test_nothing_shown_can_steer_a_terminal(text: str) -> None:
    shown = plain(text)
    for offset, char in enumerate(shown):
        if char == "\u200d":
            assert category(shown[offset + 1]) == "So"
        elif category(char) == "Cf":
            assert "🏴" in shown[:offset]
        else:
            assert category(char) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}


@given(st.text(st.sampled_from("ab é日\u00a0👍œ")), st.integers(2, 30))
def test_wrapped_lines_fit_and_lose_no_word(text: str, room: int) -> None:
    shown = plain(text)
    lines = wrap(shown, room)
    assert all(width(line) <= room for line in lines)
    assert "".join(lines).replace(" ", "") == shown.replace(" ", "")


def test_a_no_break_space_is_not_a_place_to_break() -> None:
    assert wrap("déjà vu\u00a0: non", 8) == ["déjà", "vu\u00a0: non"]
