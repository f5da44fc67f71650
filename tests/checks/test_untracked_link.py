"""Edits of links: applied, they take their finding away and bring none."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint import Linter
from socialint.checks.links.address import read_address
from socialint.finding import Finding
from socialint.profile import Profile
from socialint.settings import Settings

AS_OF = datetime(2026, 6, 1, 9, tzinfo=UTC)
PROFILE = Profile(
    {
        "brand": "Quay",
        "links": {
            "own_domains": ["quai.example"],
            "utm": {"required": ["source", "medium", "campaign"], "sources": {"x": "twitter"}},
        },
    }
)
LINTER = Linter(Settings(), profile=PROFILE, as_of=AS_OF)
NAMES = (
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_content",
    "utm_sorce",
    "UTM_Medium",
    "page",
)
VALUES = ("linkedin", "social", "tides", "Grande Marée", "News", "a%20b", "2", "")
PAIRS = st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(VALUES)), max_size=4)
LINKS = st.builds(
    lambda start, path, pairs, end: (
        start
        + path
        + ("?" if pairs else "")
        + "&".join(f"{name}={value.replace(' ', '+')}" for name, value in pairs)
        + end
    ),
    st.sampled_from(("https://quai.example", "https://www.quai.example", "http://a.quai.example")),
    st.sampled_from(("/", "/tides", "/a/b.html")),
    PAIRS.filter(lambda pairs: len({name.lower() for name, _ in pairs}) == len(pairs)),
    st.sampled_from(("", "#top")),
)
DRAFTS = st.fixed_dictionaries(
    {
        "text": LINKS.map(lambda link: f"The tide calendar of the harbour is at {link} for all."),
        "lang": st.just("en"),
        "channel": st.sampled_from(("linkedin", "x", "facebook")),
        "objective": st.just("visits"),
    },
    optional={"campaign": st.sampled_from(("Tides", "Été 2026", "spring-tide")), "link": LINKS},
)


def found(path: Path) -> tuple[Finding, ...]:
    return LINTER.check_paths([path]).findings


def applied(text: str, findings: tuple[Finding, ...]) -> str:
    """The text with every edit done, the last one first."""
    edits = [edit for finding in findings for edit in finding.edits]
    for edit in sorted(edits, key=lambda edit: -edit.start.offset):
        text = text[: edit.start.offset] + edit.replacement + text[edit.end.offset :]
    return text


@settings(max_examples=50)
@given(draft=DRAFTS)
def test_an_edit_of_a_link_takes_its_finding_away_and_brings_none(
    draft: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("links") / "post.json"
    path.write_text(json.dumps(draft, ensure_ascii=False), encoding="utf-8")
    before = found(path)
    mended = tuple(finding for finding in before if finding.edits)
    path.write_text(applied(path.read_text("utf-8"), mended), encoding="utf-8")
    left = [(f.rule, f.variant, f.field, f.args.get("params")) for f in found(path)]
    kept = [(f.rule, f.variant, f.field, f.args.get("params")) for f in before if f not in mended]
    assert left == kept


@pytest.mark.parametrize(
    "url",
    [
        "https://quai.example",
        "quai.example/a?b=c#d",
        "https://quai.example/?a&b=1",
        "a.b/?x=#y",
        "a.b?&&=#",
    ],
)
def test_a_link_is_put_together_as_it_was(url: str) -> None:
    address = read_address(url)
    assert address
    assert str(address) == url


@pytest.mark.parametrize(
    ("text", "campaign", "mended"),
    [
        (
            "See https://quai.example/a",
            "Grandes marées",
            "https://quai.example/a?utm_source=linkedin&utm_medium=social&utm_campaign=grandes-marees",
        ),
        (
            "See https://quai.example/a?b=1#c",
            "tides",
            "https://quai.example/a?b=1&utm_source=linkedin&utm_medium=social&utm_campaign=tides#c",
        ),
        ("See https://quai.example/a", "", None),
    ],
)
def test_what_is_missing_is_added_where_it_is_known(
    text: str, campaign: str, mended: str | None, tmp_path: Path
) -> None:
    path = tmp_path / "post.json"
    draft = {"text": text, "channel": "linkedin", "campaign": campaign, "objective": "visits"}
    path.write_text(json.dumps(draft), encoding="utf-8")
    (finding,) = (f for f in found(path) if f.rule == "untracked-link")
    assert [edit.replacement for edit in finding.edits] == ([mended] if mended else [])
