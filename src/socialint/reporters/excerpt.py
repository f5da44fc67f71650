"""The lines of a draft that a finding is about, with its span underlined."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate

from socialint.named import NamedTuple
from socialint.printed import Line
from socialint.reporters.cells import Cell, cells, narrow
from socialint.reporters.look import Look

MOST = 3  # lines of a span that are all shown


class Strip(NamedTuple):
    """A line cut to the columns at hand; the span's columns count from its beginning."""

    text: str
    column: int
    columns: int


class _Row(NamedTuple):
    """A line as cells, the column where each begins, and the first and last cell of the span."""

    cells: list[Cell]
    stops: list[int]
    first: int
    last: int


def strip(line: Line, room: int, more: str = "…", encoding: str = "utf-8") -> Strip:
    """The part of the line around the span that fits in `room` columns."""
    if len(line.text) <= room and not line.cut and narrow(line.text, encoding):
        return Strip(line.text.rstrip(), line.start, max(line.end - line.start, 1))
    # no more of a huge line than can be shown is laid out
    low = max(0, line.start - 4 * room)
    high = line.start + 8 * room
    row = _row(cells(line.text[low:high], encoding), line.start - low, line.end - low)
    head, tail = line.cut or low > 0, high < len(line.text)
    if row.stops[-1] + len(more) * (head + tail) <= room:
        return _cut(row, (0, len(row.cells)), more if head else "", more if tail else "")
    begin = _begin(row, room - 2 * len(more))
    if not tail:
        begin = min(begin, bisect_left(row.stops, row.stops[-1] - room + len(more)))
    head = head or begin > 0
    most = row.stops[begin] + room - len(more) * head
    if row.stops[-1] > most - len(more) * tail:
        tail = True
    end = max(begin, bisect_right(row.stops, most - len(more) * tail) - 1)
    return _cut(row, (begin, end), more if head else "", more if tail else "")


def fitted(text: str, room: int, look: Look) -> str:
    """The beginning of a line of words that fits in `room` columns."""
    return strip(Line(1, text, 0, 0, cut=False), room, look.marks.more, look.encoding).text


def shown(lines: list[Line]) -> Iterator[Line | None]:
    """The lines to show; None stands for those that are left out."""
    few = lines if len(lines) <= MOST else [lines[0], None, lines[-1]]
    for line in few:
        yield _without_margins(line) if line and line is not lines[0] else line


def _without_margins(line: Line) -> Line:
    """The spaces that begin a continued line are not worth a stroke."""
    held = line.text[line.start : line.end]
    blank = len(held) - len(held.lstrip())
    return (
        line._replace(start=line.start + blank) if held.strip() else line._replace(end=line.start)
    )


def _row(line: list[Cell], start: int, end: int) -> _Row:
    """The cells of a line, of which those from code point `start` to `end` are the span."""
    first = bisect_left(line, start + 1, key=lambda cell: cell.end)
    last = max(first, bisect_left(line, end, key=lambda cell: cell.start))
    return _Row(line, list(accumulate((cell.width for cell in line), initial=0)), first, last)


def _begin(row: _Row, room: int) -> int:
    """The first cell to show, so that the span stands in view with some text before it."""
    if row.stops[min(row.last + 1, len(row.cells))] <= room:
        return 0
    lead = max(room // 5, (room - (row.stops[row.last] - row.stops[row.first])) // 2)
    return bisect_left(row.stops, row.stops[row.first] - lead)


def _cut(row: _Row, window: tuple[int, int], head: str, tail: str) -> Strip:
    begin, end = window
    text = "".join(cell.shown for cell in row.cells[begin:end])
    column = row.stops[row.first] - row.stops[begin] + len(head)
    columns = row.stops[min(row.last, end)] - row.stops[min(row.first, end)]
    return Strip((head + text + tail).rstrip(), column, max(columns, 1))
