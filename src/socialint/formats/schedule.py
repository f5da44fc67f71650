"""When a draft goes out, from a date, a time and a time zone that may stand apart."""

from __future__ import annotations

from datetime import date, datetime, tzinfo

from socialint.draft import Field
from socialint.formats.dates import read_time, read_when
from socialint.formats.values import moment


def schedule(fields: dict[str, Field]) -> datetime | None:
    """The moment of publication; the field `publish_at` gets it too, once time and zone are in."""
    entry = fields.get("publish_at") or _alone(fields)
    if entry is None or not isinstance(entry.value, date):
        return None
    value: date = entry.value
    hour = fields["publish_time"].value if "publish_time" in fields else None
    if isinstance(hour, str) and not isinstance(value, datetime):
        value = read_time(hour, value) or value
    if isinstance(value, datetime) and value.tzinfo is None:
        value = value.replace(tzinfo=_zone(fields))
    fields["publish_at"] = entry._replace(value=value)
    return moment(value)


def _alone(fields: dict[str, Field]) -> Field | None:
    """A `Publish Time` may hold the day too."""
    entry = fields.get("publish_time")
    value = read_when(entry.value) if entry and isinstance(entry.value, str) else None
    return entry._replace(value=value) if entry and value else None


def _zone(fields: dict[str, Field]) -> tzinfo | None:
    name = fields["timezone"].value if "timezone" in fields else None
    if not isinstance(name, str):
        return None
    from zoneinfo import ZoneInfo  # noqa: PLC0415  reads files: only for drafts that name a zone

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError):
        return None
