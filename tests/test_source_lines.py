"""Lines end at CR LF, LF or CR, and at nothing else."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialint.text import Source


@given(st.text(st.sampled_from("ab\r\n\u2028\x85\v😀")))
def test_positions_count_lines_and_columns(text: str) -> None:
    source = Source("a.txt", text)
    line = column = 1
    for offset, char in enumerate(text):
        assert source.position(offset) == (line, column, offset)
        column += 1
        if char == "\n" or (char == "\r" and text[offset + 1 : offset + 2] != "\n"):
            line, column = line + 1, 1
    assert source.position(len(text)) == (line, column, len(text))
