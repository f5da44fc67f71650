"""What may be said depends on the day, and on what the profile keeps back."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from socialint.checks.check import Subject
from socialint.checks.confidential.declared import declared, quiet
from socialint.draft import Draft
from socialint.profile import Profile, day

PERIOD = {"start": "2026-07-01", "end": "2026-07-24"}


def subject(**confidential: object) -> Subject:
    return Subject(Draft(), {}, Profile({"confidential": confidential}), _on("2026-07-01"))


def _on(written: str) -> datetime:
    return datetime.fromisoformat(written).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("when", "end"),
    [
        ("2026-06-30T23:59", None),
        ("2026-07-01", "2026-07-24"),
        ("2026-07-24T23:59", "2026-07-24"),
        ("2026-07-25", None),
    ],
)
def test_a_quiet_period_holds_on_both_its_last_days(when: str, end: str | None) -> None:
    assert quiet(subject(quiet_periods=[PERIOD]), _on(when)) == end


@pytest.mark.parametrize("written", ["soon", "", None, "2026-13-01"])
def test_a_day_that_is_none_holds_nothing_back(written: object) -> None:
    assert day(written) is None


def test_a_draft_without_text_names_nothing() -> None:
    assert list(declared(subject(terms=["mill"], codenames=["Heron"]), _on("2026-07-01"))) == []
