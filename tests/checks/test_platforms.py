"""What is counted against a platform's limits, and by how much it is too much."""

from __future__ import annotations

import pytest

from socialint import Linter
from socialint.finding import Finding
from socialint.layers.sms import plain_sms
from socialint.profile import Profile

LINTER = Linter()


def found(rule: str, text: str, channel: str, linter: Linter = LINTER) -> list[Finding]:
    report = linter.check_text(text, channel=channel, lang="en")
    return [finding for finding in report.findings if finding.rule == rule]


@pytest.mark.parametrize(
    ("channel", "text", "variant", "args"),
    [
        ("x", "a" * 300, "x", {"length": "300", "limit": "280", "over": "20"}),
        ("x", "é€" * 100, "x", {"length": "300", "limit": "280", "over": "20"}),
        ("bluesky", "👨‍👩‍👧‍👦" * 301, "graphemes", {"length": "301", "limit": "300", "over": "1"}),
        ("bluesky", "👨‍👩‍👧‍👦" * 121, "bytes", {"length": "3025", "limit": "3000", "over": "25"}),
        ("whatsapp", "a" * 4100, "characters", {"length": "4100", "limit": "4096", "over": "4"}),
        ("tiktok", "😀" * 1101, "utf16", {"length": "2202", "limit": "2200", "over": "2"}),
        ("sms", "a" * 161, "sms", {"length": "2", "limit": "2"}),
        ("sms", "a" * 70 + "ê", "alphabet", {"length": "2", "limit": "1"}),
        ("sms", "ж" * 71, "sms", {"length": "2", "limit": "1"}),
    ],
)
def test_a_finding_says_by_how_much(
    channel: str, text: str, variant: str, args: dict[str, str]
) -> None:
    (finding,) = found("over-length", text, channel)
    assert finding.variant == variant
    assert args.items() <= finding.args.items()


@pytest.mark.parametrize(
    ("channel", "text"),
    [
        ("x", "é€" * 93),
        ("bluesky", "👨‍👩‍👧‍👦" * 120),
        ("whatsapp", "é" * 4096),
        ("sms", "a" * 160),
        ("sms", "ê" * 70),
        ("newsletter", "a" * 9000),
    ],
)
def test_a_text_at_the_limit_passes(channel: str, text: str) -> None:
    assert found("over-length", text, channel) == []


def test_an_account_that_pays_may_write_more() -> None:
    accounts = [{"channel": "x", "handle": "quay", "premium": True}]
    linter = Linter(profile=Profile({"brand": "Quay", "accounts": accounts}))
    assert found("over-length", "a" * 300, "x", linter) == []
    (finding,) = found("over-length", "a" * 25_001, "x", linter)
    assert finding.args["limit"] == "25000"


def test_a_text_without_its_foreign_signs_is_counted_as_if_they_were_plain() -> None:
    assert plain_sms("ê" * 70 + "a" * 100) == (2, tuple(range(70)))
    assert plain_sms("a" * 159 + "ê") == (1, (159,))
    assert plain_sms("a" * 400) == (3, ())
