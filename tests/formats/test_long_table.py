"""Long calendars are read row by row."""

from __future__ import annotations

import tracemalloc

from socialint.draft import Draft
from socialint.formats.reading import Reading
from socialint.formats.structured import parse_csv
from socialint.text import Source


def peak(rows: int) -> int:
    """The bytes that reading a calendar of so many rows takes at most, beside its text."""
    lines = (f"2026-01-02;linkedin;Ligne {number};lu" for number in range(rows))
    source = Source("year.csv", "\n".join(("Date;Canal;Texte;État", *lines)))
    tracemalloc.start()
    count = sum(isinstance(item, Draft) for item in parse_csv(source, Reading()))
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == rows
    return most


def test_the_rows_of_a_long_calendar_do_not_pile_up() -> None:
    short = peak(2500)  # Python keeps some 2,000 tuples of a size for later
    assert peak(4000) - short < 200_000
