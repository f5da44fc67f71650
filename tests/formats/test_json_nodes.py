"""JSON values equal json's, every character has its place, and what is wrong has one too."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tracing import Atom, assert_exact, assert_sound, scalars, written

from socialint.errors import Problem
from socialint.formats.json_nodes import read_json, read_jsonl
from socialint.formats.nodes import Items, Node, Scalar, Table, duplicates
from socialint.locale import explain, languages
from socialint.text import Source

CHARACTERS = st.sampled_from(
    "ab \"'\\/\n\r\t\0é\u0301\u2028\ufeff😀👩\u200d{}[],:"
) | st.characters(exclude_categories=["Cs"])
TEXTS = st.text(CHARACTERS, max_size=20)
NUMBERS = st.integers() | st.floats(allow_nan=False, allow_infinity=False)
VALUES: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=8,
)
SHORT = dict(zip('"\\/\b\f\n\r\t', ["\\" + sign for sign in '"\\/bfnrt'], strict=True))


def _plain(node: Node | Problem) -> Any:
    assert not isinstance(node, Problem), node
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {entry.name: _plain(entry.node) for entry in node.entries}


@st.composite
def atoms(draw: st.DrawFn) -> Atom:
    """A character of a string, in one of the ways that JSON has to write it."""
    char = draw(CHARACTERS)
    units = char.encode("utf-16-be")
    digits = "%02x" if draw(st.booleans()) else "%02X"
    escape = "".join(
        f"\\u{digits * 2}" % tuple(units[at : at + 2]) for at in range(0, len(units), 2)
    )
    ways = [escape]
    if char in SHORT:
        ways.append(SHORT[char])
    if char >= " " and char not in '"\\':
        ways.append(char)
    return Atom(char, draw(st.sampled_from(ways)))


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 2, "\t"]), st.sampled_from(["", "\n", " "]))
def test_values_equal_those_of_the_standard_library(
    value: Any, ascii_only: object, indent: Any, end: str
) -> None:
    text = json.dumps(value, ensure_ascii=bool(ascii_only), indent=indent) + end
    source = Source("a.json", text)
    node = read_json(source)
    assert _plain(node) == value
    assert not isinstance(node, Problem)
    assert text[slice(*node.span)] == text.strip(" \n\t")
    for scalar in scalars(node):
        assert json.loads(text[slice(*scalar.span)]) == scalar.value
        if isinstance(scalar.value, str):
            assert_sound(source, scalar)


@given(st.lists(atoms(), max_size=20), st.sampled_from(["", "\ufeff", '{"a": [1,\r\n ']))
def test_every_part_of_a_string_leads_to_its_own_source(parts: list[Atom], head: str) -> None:
    text = f'{head}"{written(parts)}"' + ("]}" if "[" in head else "")
    node = read_json(Source("a.json", text))
    assert not isinstance(node, Problem), node
    *_, scalar = scalars(node)
    assert_exact(scalar, parts, len(head) + 1)
    assert text[slice(*scalar.trace().to_source(0, len(parts)))] == written(parts)


def test_a_name_written_twice_stands_twice() -> None:
    text = '{"a": 1, "\\u0061": 2, "b": 3}'
    table = read_json(Source("a.json", text))
    assert isinstance(table, Table)
    assert [text[slice(*entry.key)] for entry in duplicates(table)] == ['"\\u0061"']


def test_a_part_of_a_file_is_read_in_place() -> None:
    text = '😀{"a": "é"}😀'
    table = read_json(Source("a.json", text), 1, len(text) - 1)
    assert isinstance(table, Table)
    entry = table.entries[0]
    assert [text[slice(*span)] for span in (entry.key, entry.node.span)] == ['"a"', '"é"']


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("", "json-empty", 1, 1),
        (" \n", "json-empty", 2, 1),
        ("[1,]", "json-comma-trailing", 1, 3),
        ('{"a": 1,\n}', "json-comma-trailing", 1, 8),
        ('{"a": 1 "b": 2}', "json-comma", 1, 9),
        ('["dit "oui" !"]', "json-comma", 1, 8),
        ('{"a" 1}', "json-colon", 1, 6),
        ('{"a" ', "json-end", 1, 6),
        ("{a: 1}", "json-name", 1, 2),
        ("{'a': 1}", "json-name", 1, 2),
        ("{,}", "json-name", 1, 2),
        ('{"a":}', "json-value", 1, 6),
        ('{"a":', "json-end", 1, 6),
        ("[1", "json-bracket-unclosed", 1, 1),
        ('["a",\n {', "json-bracket-unclosed", 2, 2),
        ("[NaN]", "json-not-a-number", 1, 2),
        ("[-Infinity]", "json-not-a-number", 1, 2),
        ("[1e999]", "json-number", 1, 2),
        ("[" + "9" * 5000 + "]", "json-number", 1, 2),
        ("[1.0x]", "json-value", 1, 2),
        ("[01]", "json-value", 1, 2),
        ("[1.]", "json-value", 1, 2),
        ("[True]", "json-value", 1, 2),
        ("['a']", "json-value", 1, 2),
        ("[// a\n1]", "json-value", 1, 2),
        ("1 2", "json-after-end", 1, 3),
        ('{"a": 1}\n{"a": 2}', "json-after-end", 2, 1),
        ('"abc', "json-quote-unclosed", 1, 1),
        ('["abc\ndef"]', "json-quote-unclosed", 1, 2),
        ('"a\tb"', "json-control", 1, 3),
        ('"a\\qb"', "json-escape", 1, 3),
        ('"a\\u12g4"', "json-escape", 1, 3),
        ('"\\n\\ud83d."', "json-surrogate", 1, 4),
        ('"\\ude00\\ud83d"', "json-surrogate", 1, 2),
        ('"é\ud83d"', "json-surrogate", 1, 3),
        ("[" * 100_000, "too-deep", 1, 101),
        ('{"a":' * 100_000, "too-deep", 1, 501),
    ],
)
def test_what_cannot_be_read_is_a_problem_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    found = read_json(Source("a.json", text))
    assert isinstance(found, Problem), found
    assert (found.code, found.line, found.column) == (code, line, column)
    for lang in languages():
        assert all(explain(found, lang))


@given(st.text(st.sampled_from('[]{}",:\\ \nu0eE-+.1tnaé\ud83d'), max_size=30))
def test_what_the_standard_library_refuses_is_refused_and_the_rest_is_read(text: str) -> None:
    node = read_json(Source("a.json", text))
    try:
        value = json.loads(text)
        json.dumps(value, allow_nan=False, ensure_ascii=False).encode()
    except ValueError:
        assert isinstance(node, Problem)
    else:
        assert json.dumps(_plain(node)) == json.dumps(value)


@given(st.lists(VALUES, max_size=5), st.sampled_from(["\n", "\r\n", "\n \n"]))
def test_each_line_is_a_value(values: list[Any], line_end: str) -> None:
    text = line_end.join(json.dumps(value, ensure_ascii=False) for value in values)
    assert [_plain(node) for node in read_jsonl(Source("a.jsonl", text))] == values


def test_a_bad_line_costs_only_itself() -> None:
    text = '{"a": 1}\n{"a": \n\r\n["b\u2028"]\n"c'
    found = list(read_jsonl(Source("a.jsonl", text)))
    places = [
        (node.code, node.line, node.column) if isinstance(node, Problem) else _plain(node)
        for node in found
    ]
    assert places == [{"a": 1}, ("json-end", 2, 7), ["b\u2028"], ("json-quote-unclosed", 5, 1)]


def test_no_control_character_reaches_a_message() -> None:
    found = read_json(Source("a.json", "[\x1b]"))
    assert isinstance(found, Problem)
    assert found.args == {"found": "U+001B"}
