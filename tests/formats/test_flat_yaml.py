from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.errors import Problem
from socialint.formats.flat_yaml import read_flat
from socialint.formats.nodes import Scalar, Table
from socialint.formats.yaml_nodes import read_yaml
from socialint.text import Source

NAMES = st.sampled_from(["lang", "publish_at", "a-b", "x", "null", "y", "Titre", "été", "a b", "-"])
VALUES = st.text(
    st.sampled_from("ab0é😀 :#,-[]{}&*!|>'\"%@`~?=\t\u00a0\u2028\x85\ufeff\ud800/.+_"), max_size=8
) | st.sampled_from(
    ["2026-01-01T09:00:00+02:00", "https://a.example/b#c", "null", "~", "yes", "12", "x: y", "a #b"]
)
ENDS = st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\n\n", "\n  "])


def same(flat: Table, full: Table) -> None:
    assert flat.span == full.span
    assert [(e.name, e.key) for e in flat.entries] == [(e.name, e.key) for e in full.entries]
    for mine, theirs in zip(flat.entries, full.entries, strict=True):
        ours, yamls = mine.node, theirs.node
        assert isinstance(ours, Scalar)
        assert isinstance(yamls, Scalar)
        assert ours == yamls
        length = len(str(ours.value))
        for start in range(length + 1):
            for end in range(start, length + 1):
                assert ours.trace().to_source(start, end) == yamls.trace().to_source(start, end)


@given(st.lists(st.tuples(NAMES, st.sampled_from([": ", ":  ", ":"]), VALUES, ENDS), max_size=4))
def test_what_is_read_flat_is_read_the_same_by_yaml(
    lines: list[tuple[str, str, str, str]],
) -> None:
    text = "---\n" + "".join(map("".join, lines))
    flat = read_flat(text, 4, len(text))
    if flat is None:
        return
    full = read_yaml(Source("a.md", text), 4)
    assert not isinstance(full, Problem)
    assert isinstance(full[0], Table)
    same(flat, full[0])


@pytest.mark.parametrize(
    "text",
    [
        "lang: fr\nchannel: linkedin\npublish_at: 2026-05-12 09:00\n",
        "title: L’atelier rouvre mardi, 18 h 30\r\nlink: https://quai.example/a?b=c\r\n",
        "a: 1",
        "a: b   \nc: d\n",
    ],
)
def test_plain_front_matter_is_read_flat(text: str) -> None:
    flat = read_flat(text, 0, len(text))
    full = read_yaml(Source("a.md", text))
    assert flat is not None
    assert not isinstance(full, Problem)
    assert isinstance(full[0], Table)
    same(flat, full[0])


@pytest.mark.parametrize(
    "text",
    [
        "a:\n  - b\n",
        "a: 'b'\n",
        "a: [b]\n",
        "a: b\n  c\n",
        "a: b # c\n",
        "a: null\n",
        "# a\n",
        "a\n",
    ],
)
def test_the_rest_is_left_to_yaml(text: str) -> None:
    assert read_flat(text, 0, len(text)) is None
