"""The days that a text names, in the year that it means."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date, timedelta
from functools import cache

from socialint.checks.check import Subject
from socialint.checks.states import is_waiting
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.entities.vocabulary import words
from socialint.layers.tables import tables_of
from socialint.layers.view import View
from socialint.named import NamedTuple

# A day without a year is taken for the nearest one, if that is as near as this.
NEAR = timedelta(days=150)


class Day(NamedTuple):
    """A day named in a text: where, and which; `told` if its year is written there."""

    start: int
    end: int
    day: date
    told: bool


def anchor_of(subject: Subject) -> date | None:
    """The day on which the draft is read: that of its publication, or today if it still waits."""
    when = subject.draft.publish_at
    if when:
        return when.date()
    return subject.as_of.date() if is_waiting(subject.draft) else None


def days_in(view: View, anchor: date | None) -> Sequence[Day]:
    """The days that the text names; those whose year can't be known are left out."""
    found = [entity for entity in view.layer(ENTITIES) if entity.kind == "date"]
    return list(_resolved(found, anchor)) if found else ()


def _resolved(found: Sequence[Entity], anchor: date | None) -> Iterator[Day]:
    for index, entity in enumerate(found):
        after = found[index + 1] if index + 1 < len(found) else None
        if entity.norm.startswith("--"):
            year = _year_of(after) if after and after.start - entity.end <= 16 else None
            day = _in_year(entity.norm, year) if year else _nearest(entity.norm, anchor)
            if day:
                yield Day(entity.start, entity.end, day, told=year is not None)
        elif len(entity.norm) == 10:
            yield Day(entity.start, entity.end, date.fromisoformat(entity.norm), told=True)


def _year_of(entity: Entity) -> int | None:
    return int(entity.norm[:4]) if len(entity.norm) == 10 else None


def _in_year(norm: str, year: int) -> date | None:
    try:
        return date(year, int(norm[2:4]), int(norm[5:7]))
    except ValueError:  # the 29th of February
        return None


def _nearest(norm: str, anchor: date | None) -> date | None:
    if anchor is None or not 1 < anchor.year < MAXYEAR:
        return None
    years = (anchor.year - 1, anchor.year, anchor.year + 1)
    days = [day for year in years if (day := _in_year(norm, year))]
    best = min(days, key=lambda day: abs(day - anchor), default=None)
    return best if best and abs(best - anchor) <= NEAR else None


@cache
def weekdays() -> dict[str, tuple[int, str]]:
    """Each word for a weekday, folded: its number from Monday, 0, and the language it is of."""
    found: dict[str, tuple[int, str]] = {}
    for lang, table in tables_of("entities").items():
        names: list[str] = table.get("weekdays", [])
        for name in names:
            full = next(
                (index for index, day in enumerate(names[:7]) if day.startswith(name)), None
            )
            if full is not None and name not in words("months"):  # "mar" is one of both
                found[name] = (full, lang)
    return found


def weekday_name(number: int, lang: str) -> str:
    """What a language calls a weekday."""
    names: list[str] = tables_of("entities")[lang]["weekdays"]
    return names[number] if lang != "en" else names[number].capitalize()
