"""“Tomorrow, Friday” in a post that goes out on a Monday."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from types import MappingProxyType

from socialint.checks.days.named import Day, weekday_name, weekdays
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.fold import FOLDED
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

_STEPS: Mapping[str, int] = MappingProxyType(
    {"yesterday": -1, "hier": -1}
    | {"today": 0, "tonight": 0, "aujourd'hui": 0, "ce soir": 0}
    | {"tomorrow": 1, "demain": 1, "apres-demain": 2}
)
_WORD = regex(
    r"(?<![\w-])(yesterday|today|tonight|tomorrow|apres-demain|demain|aujourd'hui|ce soir|hier)"
    r"(?:,? | ?\()(?:(?:le|the|on) )?([a-z]+)\b(?!-)"
)
_DAY = regex(
    r"(?<![\w-])(yesterday|today|tonight|tomorrow|apres-demain|demain|aujourd'hui|ce soir|hier)"
    r"(?:,? | ?\()(?:(?:le|the|on) )?$"
)
_HINTS = ("demain", "hier", "tomorrow", "yesterday", "today", "tonight", "aujourd", "ce soir")


def misplaced(segment: Segment, view: View, days: Sequence[Day], anchor: date) -> Iterator[Hit]:
    """One hit for each day that is said to be another one than it is from `anchor`."""
    folded = view.layer(FOLDED)
    if not any(hint in folded.text for hint in _HINTS):
        return
    for match in _WORD.finditer(folded.text):
        span = folded.span(*match.span())
        meant = anchor + timedelta(days=_STEPS[match[1]])
        known = weekdays().get(match[2])
        if not known or known[0] == meant.weekday() or _apart(view, span):
            continue
        if len(match[2]) > 3:
            yield Hit(segment, span, "relative", {"right": weekday_name(meant.weekday(), known[1])})
    yield from _dated(segment, view, days, anchor)


def _dated(segment: Segment, view: View, days: Sequence[Day], anchor: date) -> Iterator[Hit]:
    folded = view.layer(FOLDED)
    for day in days:
        place = folded.offset(day.start)
        match = _DAY.search(folded.text, max(0, place - 24), place)
        if match is None or view.text[day.start].isalpha():
            continue
        meant = anchor + timedelta(days=_STEPS[match[1]])
        span = Span(folded.span(*match.span(1)).start, day.end)
        if day.day != meant and not _apart(view, span):
            yield Hit(segment, span, "relative", {"right": meant.isoformat()})


def _apart(view: View, span: Span) -> bool:
    return view.layer(ZONES).covers(*span, "quotation", "block-quote", "code")
