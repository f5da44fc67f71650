"""Dates and channels are read as people write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from socialint.formats.channels import Target, read_targets
from socialint.formats.dates import missing_day, read_when

PARIS = timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("2026-05-12", date(2026, 5, 12)),
        ("2026/5/2", date(2026, 5, 2)),
        ("12/05/2026", date(2026, 5, 12)),
        ("12.05.26", date(2026, 5, 12)),
        ("05/28/2026", date(2026, 5, 28)),
        ("12 mai 2026", date(2026, 5, 12)),
        ("1er août 2026", date(2026, 8, 1)),
        ("mardi 12 mai 2026", date(2026, 5, 12)),
        ("May 12, 2026", date(2026, 5, 12)),
        ("12 févr. 2026", date(2026, 2, 12)),
        ("2026-05-12T18:30:00Z", datetime(2026, 5, 12, 18, 30, tzinfo=UTC)),
        ("2026-05-12 18:30+02:00", datetime(2026, 5, 12, 18, 30, tzinfo=PARIS)),
        ("2026-05-12T18:30:15.250Z", datetime(2026, 5, 12, 18, 30, 15, tzinfo=UTC)),
        ("12/05/2026 à 18h UTC", datetime(2026, 5, 12, 18, tzinfo=UTC)),
        ("May 12, 2026 at 6:30 pm GMT", datetime(2026, 5, 12, 18, 30, tzinfo=UTC)),
        ("2026-02-30", None),
        ("31/31/2026", None),
        ("2026-05-12 25:00", None),
        ("12 mai", None),
        ("semaine 20", None),
        ("", None),
    ],
)
def test_dates_are_read(written: str, expected: date | None) -> None:
    assert read_when(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("31/02/2027", ("2027-02", 28)),
        ("02/31/2027", ("2027-02", 28)),
        ("2028-02-30 10:00", ("2028-02", 29)),
        ("31 avril 2027", ("2027-04", 30)),
        ("June 31, 2027", ("2027-06", 30)),
        ("32/01/2027", ("2027-01", 31)),
        ("2027-02-28", None),
        ("2026-13-45", None),
        ("31 avril 0000", None),
        ("2027-02-28 25:00", None),
        ("31 truc 2027", None),
        ("demain", None),
    ],
)
def test_a_day_that_its_month_lacks_is_known(written: str, expected: tuple[str, int]) -> None:
    assert missing_day(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("LinkedIn / X", [("linkedin", None), ("x", None)]),
        ("X (Twitter)", [("x", None)]),
        ("Facebook et Instagram", [("facebook", None), ("instagram", None)]),
        ("fb, insta; bsky", [("facebook", None), ("instagram", None), ("bluesky", None)]),
        ("mastodon-acme", [("mastodon", "acme")]),
        ("Twitter - @acme", [("x", "acme")]),
        ("LinkedIn (Acme)", [("linkedin", "Acme")]),
        ("Facebook Page", [("facebook", None)]),
        ("Instagram Reels", [("instagram", None)]),
        ("https://www.linkedin.com/company/acme/", [("linkedin", "acme")]),
        ("Google Business Profile", [("google", None)]),
        ("lettre d’information", [("newsletter", None)]),
        ("Minitel", [("Minitel", None)]),
        ("linkedn", [("linkedn", None)]),
        ("", []),
    ],
)
def test_channels_are_read(written: str, expected: list[tuple[str, str | None]]) -> None:
    assert list(read_targets(written)) == [Target(*target) for target in expected]
