"""Green, carbon and health claims: what the law says by market and day."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from socialint import Draft, Linter
from socialint.checks.check import Subject, Words
from socialint.checks.regulated import REGULATED
from socialint.draft import Field, Segment
from socialint.finding import Finding
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.text import SourceMap, Span

GREEN = "Our new lids are good for the planet."
CARBON = "Our deliveries are now carbon neutral."
BEFORE = datetime(2026, 9, 26, 12, tzinfo=UTC)
AFTER = datetime(2026, 9, 27, 12, tzinfo=UTC)


def _found(
    text: str, day: datetime, markets: list[str], sources: object = None
) -> tuple[Finding, ...]:
    fields = {"sources": Field(sources, Span(0, 0), Span(0, 0))} if sources else {}
    draft = Draft(text, lang="en", fields=fields, publish_at=day)
    profile = Profile({"disclosure": {"jurisdictions": markets}} if markets else {})
    report = Linter(profile=profile).check_draft(draft)
    assert report.errors == ()
    return tuple(finding for finding in report.findings if finding.code in {"CLM304", "CLM305"})


@pytest.mark.parametrize(
    ("text", "day", "markets", "severity", "law"),
    [
        (GREEN, BEFORE, ["fr"], "warning", "L.541-9-1"),
        (GREEN, AFTER, ["fr"], "error", "2024/825"),
        (GREEN, AFTER, ["uk"], "warning", "CMA"),
        (GREEN, AFTER, ["ca"], "warning", "C-59"),
        (GREEN, AFTER, [], "warning", "2024/825"),
        (GREEN, BEFORE, [], "warning", "CMA"),
        (CARBON, BEFORE, ["fr"], "error", "L.229-68"),
        (CARBON, AFTER, ["be"], "error", "2024/825"),
        (CARBON, BEFORE, ["be"], "warning", "–"),
        (CARBON, AFTER, [], "warning", "2024/825"),
    ],
)
def test_the_law_of_the_market_and_the_day_decides(
    text: str, day: datetime, markets: list[str], severity: str, law: str
) -> None:
    (finding,) = _found(text, day, markets)
    assert finding.severity == severity
    assert law in finding.why("en")


@pytest.mark.parametrize(
    ("text", "day", "markets", "speaks"),
    [
        (CARBON, BEFORE, ["fr"], False),
        (CARBON, AFTER, ["fr"], True),
        (CARBON, AFTER, ["uk"], False),
        (GREEN, AFTER, [], False),
    ],
)
def test_sources_are_proof_unless_the_claim_is_banned(
    text: str, day: datetime, markets: list[str], *, speaks: bool
) -> None:
    assert bool(_found(text, day, markets, ["https://acme.example/report"])) is speaks


@pytest.mark.parametrize(("sector", "threshold"), [("food", 2.0), (None, 2.5)])
def test_what_it_takes_is_told_as_it_is_judged(sector: str | None, threshold: float) -> None:
    params = {
        "threshold": 2.0,
        "undeclared": 2.5,
        "topic": "health",
        "sectors": ["food"],
        "moves": {"asks": {"weight": 1, "forms": [["@question"]]}},
    }
    text = "Does it help?"
    segment = Segment("text", text, lambda: SourceMap.identity(0, len(text)))
    profile = Profile({"sector": sector} if sector else {})
    subject = Subject(Draft(text, lang="en"), {segment: View(text, "en")}, profile, AFTER)
    assert REGULATED.sums is not None
    (told,) = REGULATED.sums(params, Words("rule"), subject)
    assert told.threshold == threshold
