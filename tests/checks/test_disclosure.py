"""Advertising that doesn't say so: severities by law, and what changes a verdict."""

from __future__ import annotations

from typing import Any

import pytest

from socialint import Draft, Linter
from socialint.draft import Field
from socialint.finding import Finding
from socialint.profile import Profile
from socialint.text import Span

GIFT = "The folks at Kettlewell mailed me their kettle, and I love it."
CODE = "Perfect leggings. 15% off with my code MAYA15."
CASES = [
    (GIFT, "missing-ad-disclosure"),
    (CODE, "missing-ad-disclosure"),
    ("Best boots ever @northpeak #sp", "weak-disclosure"),
    ("Totally neutral: the best pies in town. (I worked there.)", "affiliation-undisclosed"),
]


def _found(text: str, fields: dict[str, Any] | None = None, **profile: object) -> list[Finding]:
    written = {name: Field(value, Span(0, 0), Span(0, 0)) for name, value in (fields or {}).items()}
    draft = Draft(text, lang="en", fields=written)
    report = Linter(profile=Profile(profile)).check_draft(draft)
    assert report.errors == ()
    return [finding for finding in report.findings if finding.code[:5] == "TRN70"]


@pytest.mark.parametrize(("text", "rule"), CASES)
def test_one_finding_tells_a_deal_or_a_tie(text: str, rule: str) -> None:
    assert [finding.rule for finding in _found(text)] == [rule]


@pytest.mark.parametrize(("text", "rule"), CASES)
def test_it_weighs_less_where_no_jurisdiction_is_declared(text: str, rule: str) -> None:
    (here,) = _found(text, disclosure={"jurisdictions": ["us"]})
    (somewhere,) = _found(text)
    assert (here.rule, here.severity, somewhere.severity) == (rule, "error", "warning")


@pytest.mark.parametrize(
    ("jurisdictions", "reference"),
    [(["us"], "16 CFR 255.5"), (["fr"], "loi n° 2023-451, art. 5"), (["be"], "SPF Économie")],
)
def test_the_law_cited_is_the_declared_one(jurisdictions: list[str], reference: str) -> None:
    (finding,) = _found(GIFT, disclosure={"jurisdictions": jurisdictions})
    assert reference in finding.why("en")


@pytest.mark.parametrize("text", [GIFT, CODE])
def test_its_edit_makes_the_draft_pass(text: str) -> None:
    (finding,) = _found(text)
    (edit,) = finding.edits
    assert _found(edit.replacement + text) == []


@pytest.mark.parametrize("field", [{"sponsored": False}, {"author_role": "brand"}])
@pytest.mark.parametrize(("text", "rule"), CASES)
def test_a_field_that_rules_a_deal_out_is_believed(
    text: str, rule: str, field: dict[str, object]
) -> None:
    assert rule not in [finding.rule for finding in _found(text, field)]


@pytest.mark.parametrize(
    "label",
    ["Ad: ", "Ad – ", "#ad ", "(gifted) ", "[Ad] ", "Paid partnership with Kettlewell. "],
)
def test_a_label_up_front_is_enough(label: str) -> None:
    assert _found(label + GIFT) == []


@pytest.mark.parametrize("hint", ["#sp", "#partner", "#collab", "#kettlewellpartner"])
def test_a_hint_is_no_label(hint: str) -> None:
    assert _found(f"{GIFT} {hint}") != []
