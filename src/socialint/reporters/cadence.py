"""How many drafts go out each week on each channel, as a table with bars."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from socialint.page import Page
from socialint.reporters.markup import cell, text

_WEEK = timedelta(days=7)
_MOST_WEEKS = 104  # beyond two years, weeks without a draft are left out
_WIDEST = 10  # em


def cadence(pages: Sequence[Page], say: Mapping[str, Any]) -> Iterator[str]:
    """A row a week, from the first to the last; nothing for drafts of one week."""
    counts = Counter(
        (_monday(page.when.date()), channel)
        for page in pages
        if page.when and page.kind == "post"
        for channel in page.channels
    )
    weeks = sorted({week for week, _ in counts})
    if len(weeks) < 2:
        return
    channels = sorted({channel for _, channel in counts})
    most = max(counts.values())
    yield f'<details class="cadence"><summary>{text(say["cadence"])}</summary><table><tr>'
    for head in (say["week"], *channels):
        yield f'<th scope="col">{text(head)}</th>'
    for week in _all(weeks):
        yield f'</tr>\n<tr><th scope="row">{week.isoformat()}</th>'
        here = [counts[week, channel] for channel in channels]
        yield from (cell(str(count), count / most, _WIDEST) for count in here)
    yield "</tr></table></details>\n"


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _all(weeks: Sequence[date]) -> Iterator[date]:
    """The weeks with those between them, so that gaps are seen."""
    if (weeks[-1] - weeks[0]) > _MOST_WEEKS * _WEEK:
        yield from weeks
        return
    week = weeks[0]
    while week <= weeks[-1]:
        yield week
        week += _WEEK
