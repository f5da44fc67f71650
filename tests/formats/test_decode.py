"""Bytes become text, or a problem at a line and column."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.errors import Problem
from socialint.formats.decode import read_source
from socialint.locale import explain, languages
from socialint.text import Source

FRENCH = "Été à Nîmes : 10 € l’entrée\r\n"


@pytest.mark.parametrize(
    ("path", "data", "encoding", "bom"),
    [
        ("a.md", FRENCH.encode(), "utf-8", False),
        ("a.md", codecs.BOM_UTF8 + FRENCH.encode(), "utf-8", True),
        ("a.md", codecs.BOM_UTF16_LE + FRENCH.encode("utf-16-le"), "utf-16-le", True),
        ("a.md", codecs.BOM_UTF16_BE + FRENCH.encode("utf-16-be"), "utf-16-be", True),
        ("a.csv", FRENCH.encode("cp1252"), "cp1252", False),
        ("a.TSV", FRENCH.encode("cp1252"), "cp1252", False),
        ("posts/a.txt", FRENCH.encode("cp1252"), "cp1252", False),
        ("a.csv", FRENCH.encode(), "utf-8", False),
    ],
)
def test_a_file_is_read_in_its_own_encoding(
    path: str, data: bytes, encoding: str, bom: object
) -> None:
    source = read_source(path, data)
    assert isinstance(source, Source), source
    assert (source.text, source.encoding, source.bom) == (FRENCH, encoding, bom)


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    source = read_source("a.csv", text.encode())
    assert isinstance(source, Source)
    assert source.text == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("path", "data", "code", "place"),
    [
        ("a.md", "é\nàb\xff".encode("latin-1"), "bytes-invalid", (1, 1)),
        ("a.md", b"a\r\n\xc3\xa9\xff", "bytes-invalid", (2, 2)),
        ("a.csv", b"\xe9t\xe9\n\x81", "bytes-invalid", (2, 1)),
        ("a.csv", "été à côté".encode() + b"\n\xe9", "bytes-invalid", (2, 1)),
        ("a.csv", codecs.BOM_UTF8 + b"a\xe9", "bytes-invalid", (1, 2)),
        ("a.txt", codecs.BOM_UTF16_LE + b"a\0\n\0b", "bytes-invalid", (2, 1)),
        ("a.txt", codecs.BOM_UTF16_BE + b"\0a\xd8\x3d", "bytes-invalid", (1, 2)),
        ("a.md", b"\xed\xa0\x80", "bytes-invalid", (1, 1)),
        ("a.md", b"a\nbc\0", "bytes-nul", (2, 3)),
        ("a.md", "ab".encode("utf-16-le"), "bytes-nul", (1, 2)),
        ("a.md", b"x" * 101, "file-too-large", (None, None)),
    ],
)
def test_what_is_not_text_is_a_problem_at_its_place(
    path: str, data: bytes, code: str, place: tuple[int | None, int | None]
) -> None:
    found = read_source(path, data, limit=100)
    assert isinstance(found, Problem), found
    assert (found.code, (found.line, found.column)) == (code, place)
    for lang in languages():
        assert all(explain(found, lang))


@given(st.binary(max_size=50), st.sampled_from(["a.csv", "a.md"]))
def test_any_bytes_are_text_or_a_problem(data: bytes, path: str) -> None:
    found = read_source(path, data)
    if isinstance(found, Source):
        assert "\0" not in found.text
        assert found.text.encode(found.encoding) in data
    else:
        assert found.line is not None
