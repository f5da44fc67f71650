"""YAML scalars of every style lead back to the source, character by character."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tracing import Atom, assert_exact, assert_sound, same, scalars, written

from socialint.errors import Problem
from socialint.formats.nodes import Scalar
from socialint.formats.yaml_nodes import read_yaml
from socialint.text import Source

Draw = st.DrawFn

ANY_CHARACTER = st.characters(exclude_categories=["Cs"])
BREAKS = st.sampled_from(["\n", "\r\n", "\r", "\x85"])
BLANKS = st.text(" \t", max_size=2)
LETTERS = "abcé\u0301ß😀\u00a0\u202f«»’"
WORDS = st.text(LETTERS + "'\"#&*!|>%@,[]{}?-\\", min_size=1, max_size=5).map("x".__add__)
NAMED = dict(zip('0abtnvfre "\\N_LP', '\0\a\b\t\n\v\f\r\x1b "\\\x85\xa0\u2028\u2029', strict=True))
ESCAPES = [
    *(Atom(chr(code), f"\\x{code:02X}") for code in (0, 0x41, 0xE9)),
    *(Atom(chr(code), f"\\u{code:04x}") for code in (0x22, 0xE9, 0x2028)),
    *(Atom(chr(code), f"\\U{code:08X}") for code in (0x41, 0x1F600)),
    *(Atom(char, f"\\{sign}") for sign, char in NAMED.items()),
]
LINE_ENDS = ("\n", "\r\n", "\r", "\x85")
BLOCK_HEADS = {"k: ": 0, "- ": 0, "- k: ": 2, "a:\n  - k: ": 4, "k: &name ": 0, "k: !!str ": 0}
HEADS = [
    "k: ",
    "- ",
    "- k: ",
    "a:\n  - k: ",
    "k: &name ",
    "k: !!str ",
    "k: !!str &name\n    ",
    "? q\n: ",
]


@st.composite
def folds(draw: Draw, indent: str) -> list[Atom]:
    """A line folded between two words, or blank lines, which keep all breaks but the first."""
    blanks, first = draw(BLANKS), draw(BREAKS)
    further = draw(st.lists(BREAKS, max_size=3))
    if not further:
        return [Atom(" ", blanks + first + indent + draw(BLANKS))]
    atoms = [Atom("\n", blanks + first + draw(BLANKS.map(indent.__add__)) + further[0])]
    for line_end in further[1:]:
        atoms += [Atom("", indent), Atom("\n", line_end)]
    return [*atoms, Atom("", indent)]


@st.composite
def continuations(draw: Draw, indent: str) -> list[Atom]:
    """A backslash at the end of a line, which joins it to the next."""
    atoms = [Atom("", "\\" + draw(BREAKS) + indent + draw(BLANKS))]
    for line_end in draw(st.lists(BREAKS, max_size=2)):
        atoms += [Atom("\n", line_end), Atom("", indent)]
    return atoms


@st.composite
def flows(draw: Draw, style: str, indent: str) -> list[Atom]:
    """The inside of a plain or quoted scalar."""
    between = [folds(indent), BLANKS.map(lambda blanks: same(blanks or " "))]
    if style == '"':
        between += [continuations(indent), st.sampled_from(ESCAPES).map(lambda atom: [atom])]
    atoms = _word(draw(WORDS), style)
    for _ in range(draw(st.integers(0, 4))):
        atoms += draw(st.one_of(between))
        atoms += _word(draw(WORDS), style)
    return atoms


def _word(word: str, style: str) -> list[Atom]:
    doubled = {"'": {"'": "''"}, '"': {'"': '\\"', "\\": "\\\\"}}.get(style, {})
    return [Atom(char, doubled.get(char, char)) for char in word]


def _read(text: str) -> tuple[Source, Scalar]:
    source = Source("a.yaml", text)
    documents = read_yaml(source)
    assert not isinstance(documents, Problem), documents
    return source, list(scalars(documents[0]))[-1]


def _composed(text: str) -> str:
    """The same value as PyYAML reads it."""
    node: Any = yaml.compose(text, Loader=yaml.CSafeLoader)
    while not isinstance(node, yaml.ScalarNode):
        last = node.value[-1]
        node = last[1] if isinstance(last, tuple) else last
    return str(node.value)


@pytest.mark.parametrize("style", ["", "'", '"'])
@given(st.data(), st.sampled_from(HEADS), st.integers(5, 8))
def test_every_part_of_a_flow_scalar_leads_to_its_own_source(
    style: str, data: st.DataObject, head: str, indent: int
) -> None:
    atoms = data.draw(flows(style, " " * indent))
    text = head + style + written(atoms) + style + data.draw(st.sampled_from(["", "\n", " # é\n"]))
    source, scalar = _read(text)
    assert scalar.value == _composed(text)
    assert_exact(scalar, atoms, len(head) + len(style))
    assert_sound(source, scalar)
    assert source.text[slice(*scalar.span)].endswith(style + written(atoms) + style)


@st.composite
def blocks(draw: Draw, style: str, parent: int) -> tuple[str, list[Atom]]:
    """A block scalar: its header, its body."""
    deeper, chomp = draw(st.integers(1, 4)), draw(st.sampled_from(["", "-", "+"]))
    lines = draw(st.lists(st.tuples(BLANKS, WORDS, BLANKS), min_size=1, max_size=4))
    header = style + chomp
    if lines[0][0] or draw(st.booleans()):  # what begins with blanks can't tell its indentation
        header = style + draw(st.sampled_from([f"{deeper}{chomp}", f"{chomp}{deeper}"]))
    header += draw(st.sampled_from(["", "  ", " # é"])) + draw(BREAKS)
    indent = " " * (parent + deeper)
    atoms = draw(_blank_lines(draw(st.integers(0, 2)), indent))
    for line, further in pairwise([*lines, None]):
        assert line
        atoms += [Atom("", indent), *same("".join(line))]
        atoms += draw(_between(style, line, further, indent) if further else _end(chomp, indent))
    return header, atoms


@st.composite
def _blank_lines(draw: Draw, count: int, indent: str) -> list[Atom]:
    """Lines of nothing but some of the indentation; it keeps CR and LF of two lines apart."""
    atoms: list[Atom] = []
    for _ in range(count):
        atoms += [Atom("", indent[: draw(st.integers(1, len(indent)))]), Atom("\n", draw(BREAKS))]
    return atoms


@st.composite
def _between(
    draw: Draw, style: str, line: tuple[str, ...], further: tuple[str, ...], indent: str
) -> list[Atom]:
    first = draw(BREAKS)
    blank = draw(_blank_lines(draw(st.integers(0, 2)), indent))
    if style == "|" or line[0] or further[0]:
        return [Atom("\n", first), *blank]
    if not blank:
        return [Atom(" ", first)]
    return [Atom("\n", first + written(blank[:2])), *blank[2:]]


@st.composite
def _end(draw: Draw, chomp: str, indent: str) -> list[Atom]:
    if draw(st.booleans()):
        return []  # the file ends without a line break
    atoms = [Atom("\n", draw(BREAKS)), *draw(_blank_lines(draw(st.integers(0, 2)), indent))]
    kept = {"-": 0, "": 1, "+": len(atoms)}[chomp]
    return [*atoms[:kept], *(Atom("", atom.source) for atom in atoms[kept:])]


def _hang(atoms: list[Atom]) -> list[Atom]:
    """The same with the indentation after a folded break counted to the break."""
    hung: list[Atom] = []
    for atom in atoms:
        if hung and hung[-1].text == " " and hung[-1].source in LINE_ENDS and not atom.text:
            hung[-1] = Atom(" ", hung[-1].source + atom.source)
        else:
            hung.append(atom)
    return hung


@pytest.mark.parametrize("style", ["|", ">"])
@given(st.data(), st.sampled_from(list(BLOCK_HEADS)))
def test_every_part_of_a_block_scalar_leads_to_its_own_source(
    style: str, data: st.DataObject, head: str
) -> None:
    header, atoms = data.draw(blocks(style, BLOCK_HEADS[head]))
    text = head + header + written(atoms)
    source, scalar = _read(text)
    assert scalar.value == _composed(text)
    assert_exact(scalar, _hang(atoms), len(head) + len(header))
    assert_sound(source, scalar)


@given(
    st.text(st.sampled_from(" \n\t:#-'\"é\u0301😀\x85\u2028\\") | ANY_CHARACTER),
    st.sampled_from([None, "'", '"', "|", ">"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
    st.integers(5, 100),
    st.booleans(),
)  # fmt: skip
def test_what_the_emitter_writes_is_read_and_traced(
    value: str, style: Any, line_end: Any, width: int, unicode: object
) -> None:
    text = yaml.dump(
        {"k": ["first", value]},
        default_style=style,
        line_break=line_end,
        width=width,
        allow_unicode=bool(unicode),
    )
    source, scalar = _read(text)
    assert (scalar.value or "") == _composed(text)
    if scalar.value:
        assert_sound(source, scalar)


@pytest.mark.parametrize(
    ("text", "value", "quoted"),
    [
        ("'a\u2028  b'", "a\u2028b", "a\u2028  b"),
        ("'a \u2028\n b'", "a\u2028\nb", "a \u2028\n b"),
        ("'a\n\u2029 b'", "a\u2029b", "a\n\u2029 b"),
        ("|\n a\u2028 b\n", "a\u2028b\n", "a\u2028 b\n"),
        (">\n a\u2028 b\n", "a\u2028b\n", "a\u2028 b\n"),
        (">\n a\n\u2028 b\n", "a\u2028b\n", "a\n\u2028 b\n"),
        ('"\n  a\n  "', " a ", "\n  a\n  "),
        ("&x # why\n  a\n  b", "a b", "a\n  b"),
        ("!t\n\ufeff  a\n  b", "a b", "a\n  b"),
        ("|\n  a\n     ", "a\n   ", "a\n     "),
    ],
)
def test_rare_folds_are_traced(text: str, value: str, quoted: str) -> None:
    source, scalar = _read("k: " + text)
    assert scalar.value == value == _composed("k: " + text)
    assert_sound(source, scalar)
    assert source.text[slice(*scalar.trace().to_source(0, len(value)))] == quoted


@pytest.mark.parametrize("text", ["''", '""', "|\n", "!!str", "&x ''"])
def test_an_empty_value_has_a_place(text: str) -> None:
    _, scalar = _read("k: " + text)
    assert scalar.value == ""
    place = scalar.trace().to_source(0, 0)
    assert place.start == place.end
    assert scalar.span.start <= place.start <= scalar.span.end


# fmt: off
TOKENS = st.sampled_from([
    "a", "b: ", "- ", "\n", "\n  ", "\r\n", "'", '"', ">", "> ", ">-", "|", "|-", "|+", "|2", "\\",
    "\\x41", "\\\n", " # c", "#",
    "&x ", "*x", "!t ", "[", "]", "{", "}", ", ", ": ", "? ", "\t", "  ",
    "\x85", "\u2028", "\r", "é", "😀", "\ufeff", "---\n", "...\n", "%", "<<: ", "~", "''", "k: ",
])
# fmt: on


@given(st.lists(TOKENS, max_size=14).map("".join))
def test_whatever_is_written_is_traced_or_a_problem(text: str) -> None:
    source = Source("a.yaml", text)
    documents = read_yaml(source)
    if isinstance(documents, Problem):
        assert documents.line
        return
    for node in documents:
        for scalar in scalars(node):
            if scalar.value is not None:
                assert_sound(source, scalar)
