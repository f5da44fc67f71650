"""The state of a presence as one page of HTML: a table with bars; nothing is fetched."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from socialint.locale import words
from socialint.reporters.markup import cell, text
from socialint.reporters.webpage import head

if TYPE_CHECKING:
    from socialint.engine.presence import Row

_WIDEST = 6  # em
_PACE, _FIRST_SHARE = 2, 5  # columns


def feed_page(
    rows: Sequence[Row], cells: Sequence[Sequence[str]], shares: Sequence[str], lang: str
) -> Iterator[str]:
    """The page: `cells` are the head and a line for each row, as the terminal shows them.

    `shares` name the fields of a row that the last columns tell.
    """
    title = words(lang)["cli"]["presence"]["title"]
    yield from head(title, lang)
    yield f"<header><h1>{text(title)}</h1></header>\n"
    yield '<main class="cadence"><table><tr>'
    yield from (f'<th scope="col">{text(head)}</th>' for head in cells[0])
    most = max((row.per_week or 0 for row in rows), default=0)
    for row, (name, *line) in zip(rows, cells[1:], strict=True):
        yield f'</tr>\n<tr><th scope="row">{text(name)}</th>'
        for column, shown in enumerate(line, 1):
            yield cell(shown, _part(row, column, most, shares), _WIDEST)
    yield "</tr></table></main>\n</html>\n"


def _part(row: Row, column: int, most: float, shares: Sequence[str]) -> float:
    """How much of a full bar a cell draws: a pace of the fastest one, a share of all."""
    if column == _PACE:
        return (row.per_week or 0) / (most or 1)
    if column < _FIRST_SHARE:
        return 0
    return (getattr(row, shares[column - _FIRST_SHARE]).percent or 0) / 100
