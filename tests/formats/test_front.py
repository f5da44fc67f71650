"""Front matter is told from a text that begins with a rule."""

from __future__ import annotations

import pytest

from socialint.formats.front import read_front
from socialint.text import Source


@pytest.mark.parametrize(
    ("text", "names", "body"),
    [
        ("---\na: b\n---\nBonjour", ["a"], "Bonjour"),
        ("---\r\na: b\r\n---\r\nBonjour", ["a"], "Bonjour"),
        ("---\ra: b\r---\rBonjour", ["a"], "Bonjour"),
        ("--- \na: b\n---\t\nBonjour", ["a"], "Bonjour"),
        ("---\na: b\n...\nBonjour", ["a"], "Bonjour"),
        ("---\na: |\n  ---\n---\nBonjour", ["a"], "Bonjour"),
        ("---\n---\nBonjour", [], "Bonjour"),
        ("---\n# à remplir\n---\nBonjour", [], "Bonjour"),
        ("---\na: b\n---", ["a"], ""),
        ("---\na: b\n\nBonjour", ["a"], "\n\nBonjour"),
        ("---\nBonjour\n---\nBonsoir", [], "---\nBonjour\n---\nBonsoir"),
        ("---\nBonjour", [], "---\nBonjour"),
        ("----\na: b\n----\n", [], "----\na: b\n----\n"),
        (" ---\na: b\n---\n", [], " ---\na: b\n---\n"),
        ("Bonjour\n---\na: b\n---\n", [], "Bonjour\n---\na: b\n---\n"),
        ("", [], ""),
    ],
)
def test_fields_and_body_are_told_apart(text: str, names: list[str], body: str) -> None:
    front = read_front(Source("a.md", text))
    assert [entry.name for entry in front.table.entries] == names
    assert text[front.body :] == body


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("---\na: b\n\nBonjour", [("front-matter-open", 1)]),
        ("---\na: b", [("front-matter-open", 1)]),
        ("---\n- a\n---\n", [("front-matter-no-fields", 2)]),
        ("---\na: b\n---\n", []),
    ],
)
def test_what_is_wrong_with_it_is_said(text: str, expected: list[tuple[str, int]]) -> None:
    front = read_front(Source("a.md", text))
    assert [(problem.code, problem.line) for problem in front.problems] == expected


def test_a_body_survives_front_matter_that_cannot_be_read() -> None:
    front = read_front(Source("a.md", "---\na: [b\n---\nBonjour"))
    assert (len(front.problems), front.body) == (1, 14)
