"""What must hold of every traced value, whatever its format."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from socialint.formats.nodes import Items, Node, Scalar
from socialint.text import Source, Span


class Atom(NamedTuple):
    """One character of text, or none, and the source that stands for it."""

    text: str
    source: str


def same(text: str) -> list[Atom]:
    """Text that stands in the source as it is."""
    return [Atom(char, char) for char in text]


def decoded(atoms: list[Atom]) -> str:
    """The text that the atoms stand for."""
    return "".join(atom.text for atom in atoms)


def written(atoms: list[Atom]) -> str:
    """The source that the atoms make."""
    return "".join(atom.source for atom in atoms)


def scalars(node: Node) -> Iterator[Scalar]:
    """Every value under `node`, in written order."""
    if isinstance(node, Scalar):
        yield node
        return
    inner = node.items if isinstance(node, Items) else [entry.node for entry in node.entries]
    for child in inner:
        yield from scalars(child)


def assert_exact(scalar: Scalar, atoms: list[Atom], start: int) -> None:
    """Every sub-span of the value leads to the source of its own atoms, which begin at `start`."""
    assert scalar.value == decoded(atoms)
    ends = list(accumulate((len(atom.source) for atom in atoms), initial=start))
    places = [
        Span(begin, end)
        for atom, begin, end in zip(atoms, ends, ends[1:], strict=False)
        if atom.text
    ]
    trace = scalar.trace()
    for first in range(len(places)):
        for last in range(first, len(places)):
            wanted = Span(places[first].start, places[last].end)
            assert trace.to_source(first, last + 1) == wanted


def assert_sound(source: Source, scalar: Scalar) -> None:
    """Pieces cover the text in order, inside the scalar; what is verbatim is found as it is."""
    value = scalar.value
    assert isinstance(value, str)
    at, reached = 0, scalar.span.start
    for text_start, text_len, start, length, verbatim in scalar.trace().pieces:
        assert text_start == at
        assert start >= reached
        at, reached = text_start + text_len, start + length
        if verbatim:
            assert source.text[start:reached] == value[text_start:at]
        else:
            assert text_len == 1
    assert at == len(value)
    assert reached <= scalar.span.end
