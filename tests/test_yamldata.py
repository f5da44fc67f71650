"""YAML of ours: plain data, and where each part of it stands."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.yamldata import DEEPEST, parse_yaml


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("[on, off, yes, no, y]", ["on", "off", "yes", "no", "y"]),
        ("[true, False, null, ~]", [True, False, None, None]),
        ("[1, -2, 0, 1.5, 0.1]", [1, -2, 0, 1.5, 0.1]),
        (
            "[0612345678, 12:30, 2026-01-02, 1_000, .inf, 0x1]",
            ["0612345678", "12:30", "2026-01-02", "1_000", ".inf", "0x1"],
        ),
        ("['1', \"true\", !!str 1]", ["1", "true", "1"]),
        ("a: |\n  x\n  y\nb: >\n  x\n  y\n", {"a": "x\ny\n", "b": "x y\n"}),
        ("", None),
        ("9" * 5000, "9" * 5000),
    ],
)
def test_scalars_are_read_as_they_look(text: str, value: Any) -> None:
    data = parse_yaml(text)
    assert (data.value, data.problems) == (value, ())


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
        ("a: {b: 1, b: 2}", "duplicate-key", 1, 11),
        ("a: [1", "yaml-unreadable", 2, 1),
        ("fr: {found} : non", "yaml-unreadable", 1, 13),
        ("a: \x00", "yaml-unreadable", 1, 1),
        ("a: &x 1\nb: *x", "yaml-alias", 2, 4),
        ("a: !!python/name:os.system", "yaml-tag", 1, 4),
        ("a: 1\n---\nb: 2", "yaml-documents", 2, 1),
        ("? {a: 1}\n: 2", "yaml-key", 1, 3),
        ("[" * (DEEPEST + 2) + "]" * (DEEPEST + 2), "yaml-deep", 1, DEEPEST + 2),
        ("[" * 100_000, "yaml-deep", 1, DEEPEST + 2),
        ("é😀: 1\né😀: 2", "duplicate-key", 2, 1),
    ],
)
def test_what_is_wrong_is_named_where_it_stands(
    text: str, code: str, line: int, column: int
) -> None:
    found = [(problem.code, problem.line, problem.column) for problem in parse_yaml(text).problems]
    assert (code, line, column) in found


VALUES = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(-99, 99), st.text("aé😀 :#'\"[", max_size=6)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("aé😀", max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


@given(VALUES)
def test_json_is_read_as_json_and_every_part_has_its_place(value: Any) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=1)
    data = parse_yaml(text)
    assert (data.value, data.problems) == (value, ())
    lines = text.split("\n")
    for steps, (line, column) in data.values.items():
        part = value
        for step in steps:
            part = part[step]
        shown = json.dumps(part, ensure_ascii=False)
        assert lines[line - 1][column - 1 :].startswith(shown[:1])
    for steps, (line, column) in data.keys.items():
        shown = json.dumps(steps[-1], ensure_ascii=False)
        assert lines[line - 1][column - 1 :].startswith(shown)


def test_a_part_that_is_not_there_is_placed_at_the_nearest_around_it() -> None:
    data = parse_yaml("a:\n  b: 1\n")
    assert data.where(("a", "c", "d"), key=True) == (1, 1)
    assert data.where(("x",)) == (1, 1)
    assert data.where(("a", "b")) == (2, 6)
    assert data.where(("a", "b"), key=True) == (2, 3)
