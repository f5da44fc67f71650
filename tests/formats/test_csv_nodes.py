"""CSV cells equal csv's, every character has its place, and one bad row costs only itself."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needs import SHARED
from tracing import Atom, assert_exact, assert_sound, decoded, same, written

from socialint.errors import Problem
from socialint.formats.csv_nodes import DELIMITERS, read_csv
from socialint.formats.nodes import Scalar, Table, duplicates
from socialint.locale import explain, languages
from socialint.text import Source

SPECTRUM = SHARED / "corpus/conformance/csv-spectrum"

LINE_ENDS = st.sampled_from(["\n", "\r\n", "\r"])
TEXTS = st.text(st.sampled_from("ab é\u0301😀,;\t|\n\r\"'\u2028\x85\ufeff"), max_size=8)


@st.composite
def cells(draw: st.DrawFn, delimiter: str) -> tuple[str, list[Atom]]:
    """A cell: its quotation mark if it has one, and its inside."""
    text = draw(TEXTS)
    bare = not text.startswith('"') and not set(text) & {delimiter, "\n", "\r"}
    if bare and draw(st.booleans()):
        return "", same(text)
    return '"', [Atom(char, '""' if char == '"' else char) for char in text]


@st.composite
def calendars(draw: st.DrawFn) -> tuple[str, str, list[list[tuple[str, list[Atom]]]]]:
    """A delimiter, what stands before the rows, the rows."""
    delimiter = draw(st.sampled_from(DELIMITERS))
    line_end = draw(LINE_ENDS)
    width = draw(st.integers(2, 4))
    declared = draw(st.sampled_from(["", f"sep={delimiter}{line_end}"]))
    header = delimiter.join(f" c{number}\u00a0" for number in range(width)) + line_end
    row = st.lists(cells(delimiter), min_size=width, max_size=width)
    return delimiter, declared + header, draw(st.lists(row, max_size=4))


def _text(delimiter: str, rows: list[list[tuple[str, list[Atom]]]], line_end: str) -> str:
    return "".join(
        delimiter.join(quote + written(atoms) + quote for quote, atoms in row) + line_end
        for row in rows
    )


def _values(row: Table | Problem) -> dict[str, object]:
    assert isinstance(row, Table), row
    return {entry.name: entry.node.value for entry in row.entries if isinstance(entry.node, Scalar)}


@given(calendars(), LINE_ENDS)
def test_every_part_of_a_cell_leads_to_its_own_source(
    calendar: tuple[str, str, list[list[tuple[str, list[Atom]]]]], line_end: str
) -> None:
    delimiter, head, rows = calendar
    source = Source("a.csv", head + _text(delimiter, rows, line_end))
    found = iter(read_csv(source))
    at = len(head)
    for row in rows:
        table = next(found) if any(decoded(atoms) for _, atoms in row) else None
        for number, (quote, atoms) in enumerate(row):
            if table:
                assert isinstance(table, Table)
                name, key, scalar = table.entries[number]
                assert name == f"c{number}"
                assert source.text[slice(*key)] == f" c{number}\u00a0"
                assert isinstance(scalar, Scalar)
                assert_exact(scalar, atoms, at + len(quote))
                assert_sound(source, scalar)
            at += len(quote + written(atoms) + quote) + 1
        at += len(line_end) - 1
    assert next(found, None) is None


@given(st.text(st.sampled_from('ab"" ;,\n\r😀'), max_size=40))
def test_rows_equal_those_of_the_standard_library(text: str) -> None:
    source = Source("a.csv", "sep=;\na;b;c;d;e;f;g;h\n" + text)
    rows = list(read_csv(source))
    if any(isinstance(row, Problem) for row in rows):
        return  # where csv mends in silence, we speak
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=";")
    assert [[*_values(row).values()] for row in rows] == [row for row in reader if any(row)]


@given(st.lists(st.lists(TEXTS, min_size=3, max_size=3), max_size=5), st.sampled_from(DELIMITERS))
def test_what_the_standard_library_writes_is_read(rows: list[list[str]], delimiter: str) -> None:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter).writerows([["a", "b", "c"], *rows])
    found = [[*_values(row).values()] for row in read_csv(Source("a.csv", file.getvalue()))]
    assert found == [row for row in rows if any(row)]


@pytest.mark.parametrize(
    ("path", "text", "names"),
    [
        ("a.csv", "Date;Heure;Titre;Contenu\n1;2;3;a, b, c, d, e\n", "Date Heure Titre Contenu"),
        ("a.csv", "Date,Time,Text\n1,2,a; b; c\n", "Date Time Text"),
        ("a.csv", "Date, heure;Contenu\n1;a\n2;b\n", "Date, heure|Contenu"),
        ("a.csv", "a\tb\n1\t2, 3\n", "a b"),
        ("a.csv", "a|b\n1|2, 3\n", "a b"),
        ("a.csv", "Contenu\na b\n", "Contenu"),
        ("a.csv", "SEP=;\r\na,b;c\r\n1;2\r\n", "a,b|c"),
        ("a.csv", '"sep=;"\na,b;c\n1;2\n', "a,b|c"),
        ("a.tsv", "a, b\tc\n1, 2\t3\n", "a, b|c"),
        ("a.csv", '\ufeff"a",\ufeff b \n1,2\n', "a b"),
        ("a.csv", "\n;;\na;b\n1;2\n", "a b"),
    ],
)
def test_delimiters_and_columns_are_told(path: str, text: str, names: str) -> None:
    row = next(iter(read_csv(Source(path, text))))
    wanted = names.split("|") if "|" in names or "," in names else names.split()
    assert [*_values(row)] == wanted


@pytest.mark.parametrize("text", ["", "\n\r\n", "a;b", "a;b\n", "sep=;", "\ufeff"])
def test_a_file_without_rows_is_empty(text: str) -> None:
    assert list(read_csv(Source("a.csv", text))) == []


def test_short_rows_and_empty_cells_beyond_the_last_column_are_fine() -> None:
    rows = list(read_csv(Source("a.csv", "a;b;c\n1\n1;2;3;;\n;;;;\n1;2;3\n")))
    assert [len(_values(row)) for row in rows] == [1, 3, 3]


def test_a_column_named_twice_is_told_and_one_without_a_name_is_not() -> None:
    row = next(read_csv(Source("a.csv", "a;b; a;;\n1;2;3;4;5\n")))
    assert isinstance(row, Table)
    assert [entry.key for entry in duplicates(row)] == [(4, 6)]


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ("1;2;3\n4;5\n", [("csv-too-many-cells", 2, 5), "4"]),
        ('1;"2\n3;4\n5;6\n', [("csv-quote-unclosed", 2, 3), "3", "5"]),
        ('1;"2\n3;"4"\n5;"6\n6"\n', [("csv-quote-unclosed", 2, 3), "3", "5"]),
        ('1;2\n3;"', ["1", ("csv-quote-unclosed", 3, 3)]),
        ('1;"a"b"\n3;4\n', ["1", "3"]),
        ('1;"a\nb" \n3;4\n', ["1", "3"]),
    ],
)
def test_a_bad_row_costs_only_itself(body: str, found: list[object]) -> None:
    rows = list(read_csv(Source("a.csv", "a;b\n" + body)))
    assert [
        (row.code, row.line, row.column) if isinstance(row, Problem) else _values(row)["a"]
        for row in rows
    ] == found
    for row in rows:
        if isinstance(row, Problem):
            assert all(all(explain(row, lang)) for lang in languages())


OTHER_DATA = pytest.mark.xfail(reason="its JSON has another phone number, and no list")


def _spectrum() -> list[Any]:
    names = sorted(path.stem for path in SPECTRUM.glob("csvs/*.csv")) or ["absent"]
    known = {"location_coordinates": [OTHER_DATA]}
    return [pytest.param(name, id=name, marks=known.get(name, [])) for name in names]


@pytest.mark.skipif(not SPECTRUM.is_dir(), reason=f"no {SPECTRUM}")
@pytest.mark.parametrize("name", _spectrum())
def test_csv_spectrum_is_read_as_its_json_says(name: str) -> None:
    text = (SPECTRUM / f"csvs/{name}.csv").read_bytes().decode()
    wanted = json.loads((SPECTRUM / f"json/{name}.json").read_text(encoding="utf-8"))
    assert [_values(row) for row in read_csv(Source("a.csv", text))] == wanted
