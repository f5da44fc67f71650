"""Time that passes while a service is open."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any

from socialint.lazy import regex
from socialint.named import NamedTuple

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
UNITS = {"m": 60, "h": 3600, "d": 86400, "w": 604800}
_SPAN = regex(r"(\d+(?:[.,]\d+)?) ?(m|h|d|w|j)[a-z]*")
_FARTHEST = 400  # days looked at


class Hours(NamedTuple):
    """When a service answers: on which days of the week, from when to when, in which zone."""

    zone: tzinfo | None = None
    days: Collection[int] = range(7)
    opens: time = time.min
    closes: time | None = None
    holidays: Collection[str] = ()

    def on(self, day: date) -> tuple[datetime, datetime] | None:
        """When the service opens and closes on `day`, or None."""
        if day.weekday() not in self.days or day.isoformat() in self.holidays:
            return None
        opens = datetime.combine(day, self.opens, self.zone)
        if self.closes is None:
            return opens, datetime.combine(day + timedelta(days=1), time.min, self.zone)
        return opens, datetime.combine(day, self.closes, self.zone)


def read_hours(written: Mapping[str, Any], zone: tzinfo | None) -> Hours:
    """`replies.hours` of a profile; all days and all hours where it says nothing."""
    days = [DAYS.index(day) for day in written.get("days", DAYS)]
    closes = written.get("to")
    return Hours(
        zone,
        days,
        time.fromisoformat(written.get("from", "00:00")),
        None if closes in {None, "24:00"} else time.fromisoformat(closes),
        frozenset(str(day) for day in written.get("holidays", ())),
    )


def open_time(start: datetime, end: datetime, hours: Hours) -> timedelta:
    """How long the service was open between two moments that know their zone.

    Counts in real time: an hour that the clocks skip is not there.
    """
    total = timedelta()
    day, last = start.astimezone(hours.zone).date(), end.astimezone(hours.zone).date()
    last = min(last, day + timedelta(days=_FARTHEST))
    while day <= last:
        if window := hours.on(day):
            first, until = max(window[0], start, key=_utc), min(window[1], end, key=_utc)
            total += timedelta(seconds=max(_utc(until) - _utc(first), 0))
        day += timedelta(days=1)
    return total


def duration(text: str) -> timedelta | None:
    """« 4h », "30 min", "2 days", « 1 j » as a length of time."""
    found = _SPAN.match(text.strip().lower())
    if not found:
        return None
    unit = "d" if found[2] == "j" else found[2]
    return timedelta(seconds=float(found[1].replace(",", ".")) * UNITS[unit])


def _utc(moment: datetime) -> float:
    return moment.timestamp()
