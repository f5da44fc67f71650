from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.text import Piece, Source, SourceMap, Span, meets, touch

LINES = st.lists(
    st.sampled_from(["", "a", "é", "😀", "x\ty", "\u2028", "\x0b", "\x85"]), max_size=6
)
ENDS = st.sampled_from(["\n", "\r\n", "\r"])


@given(LINES, st.lists(ENDS, min_size=6, max_size=6), st.data())
def test_a_position_leads_back_to_its_offset(
    lines: list[str], ends: list[str], data: st.DataObject
) -> None:
    text = "".join(line + end for line, end in zip(lines, ends, strict=False))
    source = Source("a.md", text)
    offset = data.draw(st.integers(0, len(text)))
    position = source.position(offset)
    start = source.line_starts[position.line - 1]
    assert start + position.column - 1 == offset
    assert position.offset == offset


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("", (0,)),
        ("a", (0,)),
        ("a\n", (0, 2)),
        ("a\r\nb\rc\nd", (0, 3, 5, 7)),
        ("\r\r\n\n", (0, 1, 3, 4)),
        ("a\u2028b\x85c\x0cd", (0,)),
    ],
)
def test_lines_end_at_cr_lf_and_crlf_only(text: str, starts: tuple[int, ...]) -> None:
    assert Source("a", text).line_starts == starts


def test_a_line_is_without_its_end() -> None:
    source = Source("a", "one\r\ntwo\n\nfour")
    assert [source.text[slice(*source.line(n))] for n in range(1, 5)] == ["one", "two", "", "four"]


ESCAPED = SourceMap(
    (
        Piece(0, 3, 10, 3, verbatim=True),
        Piece(3, 1, 13, 6, verbatim=False),
        Piece(4, 2, 19, 2, verbatim=True),
    )
)


@pytest.mark.parametrize(
    ("start", "end", "span"),
    [
        (0, 3, (10, 13)),
        (1, 2, (11, 12)),
        (2, 4, (12, 19)),
        (3, 4, (13, 19)),
        (3, 6, (13, 21)),
        (5, 5, (20, 20)),
        (6, 6, (21, 21)),
    ],
)
def test_an_escape_counts_whole(start: int, end: int, span: tuple[int, int]) -> None:
    assert ESCAPED.to_source(start, end) == Span(*span)


@pytest.mark.parametrize(
    ("start", "end", "expected"), [(0, 3, True), (2, 4, False), (3, 4, False), (4, 6, True)]
)
def test_only_verbatim_text_may_be_edited(start: int, end: int, *, expected: bool) -> None:
    assert ESCAPED.is_verbatim(start, end) is expected


STRETCHES = st.tuples(st.integers(0, 9), st.integers(1, 5)).map(lambda at: Span(at[0], sum(at)))


@given(STRETCHES, st.lists(STRETCHES, max_size=4))
def test_stretches_touch_that_share_a_character(one: Span, others: list[Span]) -> None:
    here = set(range(*one))
    assert [touch(one, other) for other in others] == [bool(here & {*range(*o)}) for o in others]
    assert meets(one, others) == any(touch(other, one) for other in others)
