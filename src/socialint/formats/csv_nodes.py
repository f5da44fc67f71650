"""CSV and TSV calendars: one table a row, every cell traced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, partial
from itertools import islice

from socialint.errors import Problem
from socialint.formats.nodes import Entry, Scalar, Table, problem
from socialint.formats.pieces import Pieces
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Source, SourceMap, Span

DELIMITERS = (",", ";", "\t", "|")
_SEP = regex(r"\ufeff?\"?sep=([,;\t|])\"?(?:\r\n|[\r\n]|\Z)", re.IGNORECASE)
_QUOTED = regex(r'"([^"]*+(?:""[^"]*+)*+)')
_BLANK_LINES = regex(r"[\r\n]++")
_LINE_END = regex(r"\r\n|[\r\n]|\Z")
_EDGES = " \t\xa0\ufeff\u200b\u202f"
_SAMPLE = 20  # records that decide between delimiters


class Cell(NamedTuple):
    """A cell as written, its quotes included; a cell without its closing quote is `broken`."""

    start: int
    end: int
    quoted: bool
    broken: bool = False


def read_csv(source: Source) -> Iterator[Table | Problem]:
    """The rows under the header, each a table of its cells by column name; blank rows are left out.

    The delimiter is told by a `sep=` line, else guessed among , ; tab and |.  A row with more
    cells than the header has columns, and a quote that is never closed, are problems; reading
    goes on with the next line.
    """
    at, delimiter = _dialect(source)
    columns: tuple[tuple[str, Span], ...] | None = None
    for row in _rows(source.text, at, delimiter):
        if row[-1].broken:
            yield problem(source, "csv-quote-unclosed", row[-1].start)
        elif columns is None:
            columns = tuple(_column(source.text, cell) for cell in row)
        else:
            yield _record(source, columns, row)


def _record(
    source: Source, columns: tuple[tuple[str, Span], ...], row: list[Cell]
) -> Table | Problem:
    cells = [_scalar(source.text, cell) for cell in row]
    for surplus in cells[len(columns) :]:
        if surplus.value:
            return problem(
                source,
                "csv-too-many-cells",
                surplus.span.start,
                cells=str(len(cells)),
                columns=str(len(columns)),
            )
    entries = tuple(
        Entry(name, key, cell) for (name, key), cell in zip(columns, cells, strict=False)
    )
    return Table(entries, Span(row[0].start, row[-1].end))


def _column(text: str, cell: Cell) -> tuple[str, Span]:
    return _value(text, cell).strip(_EDGES), Span(cell.start, cell.end)


def _scalar(text: str, cell: Cell) -> Scalar:
    span = Span(cell.start, cell.end)
    return Scalar(_value(text, cell), span, partial(_trace, text, cell))


def _value(text: str, cell: Cell) -> str:
    if not cell.quoted:
        return text[cell.start : cell.end]
    inner, close = _inside(text, cell)
    return inner.replace('""', '"') + text[close + 1 : cell.end]


def _inside(text: str, cell: Cell) -> tuple[str, int]:
    """What stands between the quotes, and where the closing one is."""
    found = _QUOTED.match(text, cell.start, cell.end)
    assert found, cell  # noqa: S101  a quoted cell begins with a quote
    return found[1], found.end(1)


def _trace(text: str, cell: Cell) -> SourceMap:
    if not cell.quoted:
        return SourceMap.identity(cell.start, cell.end - cell.start)
    _, close = _inside(text, cell)
    pieces = Pieces()
    at = cell.start + 1
    for pair in re.finditer('""', text[at:close]):
        pieces.copy(at, cell.start + 1 + pair.start())
        at = cell.start + 1 + pair.end()
        pieces.put(at - 2, at)
    pieces.copy(at, close)
    pieces.copy(close + 1, cell.end)
    return pieces.map(cell.start + 1)


def _dialect(source: Source) -> tuple[int, str]:
    """Where the records begin, and the delimiter between their cells."""
    declared = _SEP.match(source.text)
    if declared:
        return declared.end(), declared[1]
    usual = "\t" if source.path.lower().endswith((".tsv", ".tab")) else ","
    start = int(source.text.startswith("\ufeff"))
    return start, max((usual, *DELIMITERS), key=partial(_fitness, source.text, start))


def _fitness(text: str, start: int, delimiter: str) -> tuple[float, int]:
    """The share of records that have as many cells as the header, then the number of its cells."""
    widths = [len(row) for row in islice(_rows(text, start, delimiter), _SAMPLE)]
    if not widths or widths[0] == 1:
        return 0.0, 1
    return widths.count(widths[0]) / len(widths), widths[0]


@cache
def _cell(delimiter: str) -> re.Pattern[str]:
    rest = rf"[^{re.escape(delimiter)}\r\n]*+"
    quoted = rf'"(?P<inner>[^"]*+(?:""[^"]*+)*+)(?P<close>"?+)(?P<after>{rest})'
    return re.compile(rf"(?:{quoted}|{rest})(?P<end>{re.escape(delimiter)}|\r\n|[\r\n]|\Z)")


def _rows(text: str, at: int, delimiter: str) -> Iterator[list[Cell]]:
    """The records that are not blank; one with a broken cell ends there."""
    match = _cell(delimiter).match
    row: list[Cell] = []
    while at < len(text) or row:
        if not row and (blank := _BLANK_LINES.match(text, at)):
            at = blank.end()
            continue
        found = match(text, at)
        assert found, at  # noqa: S101  the pattern takes whatever stands there
        inner, close, after, end = found.group("inner", "close", "after", "end")
        cell = Cell(at, found.start("end"), inner is not None, _is_broken(inner, close, after))
        row.append(cell)
        at = found.end()
        if cell.broken:
            at = _next_line(text, cell.start)
        elif end == delimiter:
            continue
        if cell.broken or not all(_is_empty(cell) for cell in row):
            yield row
        row = []


def _is_empty(cell: Cell) -> bool:
    return cell.end - cell.start == 2 * cell.quoted


def _is_broken(inner: str | None, close: str, after: str) -> bool:
    """Whether a quote is never closed, or only by the quote that opens a cell further down."""
    if inner is None:
        return False
    return not close or (bool(after.strip()) and ("\n" in inner or "\r" in inner))


def _next_line(text: str, at: int) -> int:
    found = _LINE_END.search(text, at)
    return found.end() if found else len(text)
