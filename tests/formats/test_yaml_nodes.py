"""YAML read into nodes: what is kept, what is shared, what is refused and where."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from socialint.errors import Problem
from socialint.formats import yaml_compose
from socialint.formats.nodes import Items, Node, Scalar, Table, duplicates
from socialint.formats.yaml_nodes import read_yaml
from socialint.locale import explain, languages
from socialint.text import Source


@pytest.fixture(params=["CSafeLoader", "SafeLoader"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """PyYAML with libyaml, and as it is where libyaml is not."""
    name = str(request.param)
    monkeypatch.setattr(yaml_compose, "LOADER", getattr(yaml, name))
    return name


def _root(text: str) -> Node:
    documents = read_yaml(Source("a.yaml", text))
    assert not isinstance(documents, Problem), documents
    return documents[0]


def _table(text: str) -> Table:
    root = _root(text)
    assert isinstance(root, Table)
    return root


def _plain(node: Node) -> Any:
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Items):
        return [_plain(item) for item in node.items]
    return {entry.name: _plain(entry.node) for entry in node.entries}


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("k: no", "no"),
        ("k: 012", "012"),
        ("k: 2026-03-01", "2026-03-01"),
        ("k: !!python/object:os.system x", "x"),
        ("k:", None),
        ("k: ~", None),
        ("k: NULL", None),
        ("k: 'null'", "null"),
        ("k: !!str null", "null"),
        ("k: !!null ''", None),
    ],
)
def test_only_a_null_is_more_than_text(text: str, value: str | None) -> None:
    assert _plain(_root(text)) == {"k": value}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("true", True),
        ("'true'", False),
        ('"true"', False),
        ("!!str true", False),
        ("|\n true", False),
    ],
)
def test_a_bare_value_is_told_from_a_quoted_one(text: str, plain: object) -> None:
    node = _table(f"k: {text}").entries[0].node
    assert isinstance(node, Scalar)
    assert node.plain is plain


@pytest.mark.usefixtures("loader")
def test_spans_cover_what_is_written() -> None:
    text = "# é😀\na: &x [1, {b: 'c'}] # ]\n\"d\" : |\n  e\n\n# end\n"
    table = _table(text)
    items = table.entries[0].node
    assert isinstance(items, Items)
    spans = [table.span, *(entry.key for entry in table.entries), items.span, items.items[1].span]
    assert [text[slice(*span)] for span in spans] == [
        text[5:-6],
        "a",
        '"d"',
        "&x [1, {b: 'c'}]",
        "{b: 'c'}",
    ]


def test_a_part_of_a_file_is_read_in_place() -> None:
    text = "---\r\ntitle: 'É😀'\r\n---\r\nbody: no\r\n"
    documents = read_yaml(Source("a.md", text), 5, text.index("---", 4))
    assert not isinstance(documents, Problem)
    assert isinstance(documents[0], Table)
    title = documents[0].entries[0].node
    assert isinstance(title, Scalar)
    assert text[slice(*title.span)] == "'É😀'"
    assert text[slice(*title.trace().to_source(1, 2))] == "😀"


def test_a_problem_in_a_part_of_a_file_has_its_place_in_the_file() -> None:
    text = "---\ntitle: a: b\n---\n"
    found = read_yaml(Source("a.md", text), 4, 16)
    assert isinstance(found, Problem)
    assert (found.line, found.column) == (2, 9)


@pytest.mark.usefixtures("loader")
def test_a_byte_order_mark_within_moves_nothing() -> None:
    text = "\ufeffk: é"
    node = _table(text).entries[0].node
    assert text[slice(*node.span)] == "é"


@pytest.mark.parametrize(("text", "count"), [("", 0), ("# c\n", 0), ("a\n---\nb\n---\n", 3)])
def test_every_document_is_read(text: str, count: int) -> None:
    documents = read_yaml(Source("a.yaml", text))
    assert not isinstance(documents, Problem)
    assert len(documents) == count


def test_a_name_written_twice_stands_twice() -> None:
    table = _table("a: 1\nb: 2\na: 3\na: 4\n")
    assert [entry.name for entry in table.entries] == ["a", "b", "a", "a"]
    assert [entry.key.start for entry in duplicates(table)] == [10, 15]


def test_an_alias_is_the_anchored_node_itself() -> None:
    table = _table("a: &x {b: c}\nd: *x\n")
    assert table.entries[0].node is table.entries[1].node


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{<<: {a: 1, b: 2}, b: 3}", {"a": "1", "b": "3"}),
        ("{b: 3, <<: [{a: 1}, {a: 2, c: 4}]}", {"a": "1", "b": "3", "c": "4"}),
        ("{'<<': a}", {"<<": "a"}),
        ("x: &x {a: 1}\n<<: *x", {"x": {"a": "1"}, "a": "1"}),
    ],
)
def test_merge_keys_lend_what_the_table_does_not_say(text: str, value: object) -> None:
    assert _plain(_root(text)) == value


def test_names_that_are_no_text_are_named_by_their_source() -> None:
    table = _table("? [a, b]\n: 1\n~: 2\n12: 3\n")
    assert [entry.name for entry in table.entries] == ["[a, b]", "~", "12"]


BOMB = "a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)
LONG = "a: &a '" + "x" * 100_000 + "'\nb: [" + "*a, " * 10_000 + "]\n"
TABLES = "a: &a {" + ", ".join(f"k{n}: 1" for n in range(1000)) + "}\n"
DEEP = "a0: &a0 1\n" + "".join(f"a{n}: &a{n} {'[' * 60}*a{n - 1}{']' * 60}\n" for n in range(1, 40))
MERGES = TABLES + "".join(f"t{n}: {{<<: *a}}\n" for n in range(1000))


@pytest.mark.usefixtures("loader")
@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("k: 'it\n", "yaml-quote-unclosed", 1, 4),
        ('a: b\nk: "it\n\n', "yaml-quote-unclosed", 2, 4),
        ("a: b: c", "yaml-colon", 1, 5),
        ("- a: b: c", "yaml-colon", 1, 7),
        ("- a\n b: c", "yaml-colon-below", 2, 3),
        ("a:b\nc: d", "yaml-colon-below", 2, 2),
        ("a:\n  b: c\n\td: e", "yaml-tab", 3, 1),
        ("a:\n\tb: c", "yaml-tab", 2, 1),
        ("k: @brand", "yaml-sign", 1, 4),
        ("k: `code`", "yaml-sign", 1, 4),
        ("k: %age", "yaml-sign", 1, 4),
        ("k: *bold* text", "yaml-sign", 1, 4),
        ("k: - a", "yaml-sign", 1, 4),
        ("k: ? a", "yaml-sign", 1, 4),
        ("k: *bold", "yaml-alias-unknown", 1, 4),
        ("k: !<x", "yaml-sign", 1, 4),
        ("k: & co", "yaml-sign", 1, 4),
        ("k: 'l'air'", "yaml-after-close", 1, 7),
        ('k: "a" b', "yaml-after-close", 1, 8),
        ("k: [a] b", "yaml-after-close", 1, 8),
        ("k: [a, b", "yaml-bracket-unclosed", 1, 4),
        ("k: {a: b", "yaml-bracket-unclosed", 1, 4),
        ("k: [#a, #b]\nl: m\n", "yaml-hashtag", 1, 5),
        ("l: m\nk: [a, #été]", "yaml-hashtag", 2, 8),
        ("a:\n  - b\n c: d", "yaml-indent", 3, 2),
        ("a: b\nc\n", "yaml-key-alone", 2, 1),
        ('k: "\\d"', "yaml-escape", 1, 5),
        ('k: "\\ud83d\\ude00"', "yaml-escape", 1, 5),
        ("k: > text", "yaml-block-header", 1, 4),
        ("k: |text", "yaml-block-header", 1, 4),
        ("a\n...\nb", "yaml-after-document", 3, 1),
        ("é: 😀\na: \x07", "yaml-control", 2, 4),
        ("é: \ud800", "yaml-control", 1, 4),
        ("<<: a", "yaml-merge", 1, 5),
        ("a: &a [*a]", "yaml-alias-recursive", 1, 8),
        ("- " * 200, "too-deep", 1, 201),
        ("[" * 100_000, "too-deep", 1, 101),
        ("{a: " * 100_000, "too-deep", 1, 401),
        (BOMB, "yaml-alias-bomb", 6, 8),
        (LONG, "yaml-alias-bomb", 2, 253),
        (DEEP, "too-deep", 3, 69),
        (MERGES, "yaml-alias-bomb", 50, 11),
    ],
)
def test_what_cannot_be_read_is_a_problem_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    found = read_yaml(Source("a.yaml", text))
    assert isinstance(found, Problem), found
    assert (found.code, found.line, found.column) == (code, line, column)
    for lang in languages():
        assert all(explain(found, lang))
