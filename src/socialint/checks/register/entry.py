"""An account as the register or the profile declares it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from socialint.checks.feed.declared import bare
from socialint.draft import Draft
from socialint.layers.fold import fold
from socialint.named import NamedTuple

ACTIVE, PLANNED, RESERVED, DORMANT, CLOSING, CLOSED = (
    "active",
    "planned",
    "reserved",
    "dormant",
    "closing",
    "closed",
)
# the words of registers, by what they begin with, folded
_STATUS = (
    ("plan", PLANNED),
    ("prev", PLANNED),
    ("a ouvrir", PLANNED),
    ("reserv", RESERVED),
    ("en sommeil", DORMANT),
    ("en pause", DORMANT),
    ("pause", DORMANT),
    ("dorm", DORMANT),
    ("inacti", DORMANT),
    ("en fermeture", CLOSING),
    ("en cours de fermeture", CLOSING),
    ("closing", CLOSING),
    ("ferm", CLOSED),
    ("clos", CLOSED),
    ("supprim", CLOSED),
    ("delet", CLOSED),
    ("archiv", CLOSED),
)


class Entry(NamedTuple):
    """One account: where it is, all names it goes by, its status, and its other fields."""

    channel: str
    names: frozenset[str]
    shown: str
    status: str
    languages: frozenset[str]
    values: Mapping[str, Any]

    @property
    def active(self) -> bool:
        """Whether it is in use."""
        return self.status == ACTIVE

    def has(self, name: str) -> bool:
        """Whether the field says anything."""
        return self.values.get(name) not in (None, "", [], {})


def entry_of(draft: Draft) -> Entry:
    """The account of a register's row."""
    values = {name: field.value for name, field in draft.fields.items()}
    return entry(values, draft.channel or "", draft.account or "")


def entry(values: Mapping[str, Any], channel: str, handle: str) -> Entry:
    """The account that these fields describe."""
    names = [handle, *(str(values[key]) for key in ("handle", "id") if values.get(key))]
    url = str(values.get("url") or "")
    names.append(url.rstrip("/").rpartition("/")[2])
    shown = " · ".join(part for part in (channel, handle or str(values.get("id") or "")) if part)
    return Entry(
        channel,
        frozenset(bare(name) for name in names if name),
        shown or url,
        status_of(values.get("status")),
        frozenset(_languages(values.get("languages"))),
        values,
    )


def status_of(said: object) -> str:
    """The status in one word; an account of which nothing is said is in use."""
    word = fold(str(said or "").strip()).text
    return next((status for start, status in _STATUS if word.startswith(start)), ACTIVE)


def _languages(said: object) -> list[str]:
    listed = said if isinstance(said, list) else str(said or "").replace(";", ",").split(",")
    return [str(each).strip()[:2].lower() for each in listed if str(each).strip()]


def day_of(said: object) -> date | None:
    """A day written year first, or day first with slashes."""
    text = str(said or "").strip()
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        parts = text[:10].replace("-", "/").replace(".", "/").split("/")
    if len(parts) != 3 or not all(part.isdigit() for part in parts):
        return None
    day, month, year = map(int, parts)
    try:
        return date(year if year > 99 else 2000 + year, month, day)
    except ValueError:
        return None


def pace_of(values: Mapping[str, Any]) -> tuple[float, float] | None:
    """Posts a week, the least and the most, from `{per_week: [2, 5]}` or « 2 à 5 par semaine »."""
    cadence = values.get("cadence")
    if isinstance(cadence, Mapping):
        pace = cadence.get("per_week")
        numbers = pace if isinstance(pace, list) else [pace]
    else:
        numbers = "".join(c if c.isdigit() else " " for c in str(cadence or "")).split()
    try:
        found = [float(number) for number in numbers if number is not None][:2]
    except (TypeError, ValueError):
        return None
    return (found[0], found[-1]) if found else None
