"""The voice that a text is held to: brand, language, account, campaign, draft."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from socialint.checks.check import Subject
from socialint.checks.voice.spoken import spoken
from socialint.draft import Draft, Field, Segment
from socialint.errors import ProfileError
from socialint.layers.view import View
from socialint.profile import MOST_KEPT, Profile
from socialint.text import SourceMap, Span

PROFILE = {
    "brand": "Mill",
    "voice": {"address": "vous", "register": "formal", "en": {"register": "neutral"}},
    "accounts": [
        {"channel": "tiktok", "voice": {"address": "tu"}},
        {"channel": "x", "handle": "mill_help", "voice": {"register": "casual"}},
    ],
    "campaigns": [{"name": "fair", "voice": {"register": "casual"}}],
}


def voices(lang: str, *channels: str, account: str | None = None, **fields: object) -> list[Any]:
    given = {name: Field(value, Span(0, 0), Span(0, 0)) for name, value in fields.items()}
    segment = Segment("text", "Hop", lambda: SourceMap.identity(0, 3))
    draft = Draft("Hop", channels=channels, account=account, fields=given, segments=(segment,))
    now = datetime(2026, 1, 1, tzinfo=UTC)
    subject = Subject(draft, {segment: View("Hop", lang)}, Profile(PROFILE), now, channels)
    return [
        (item.channel, item.voice.get("address"), item.voice["register"])
        for item in spoken(subject, "register")
    ]


def test_a_language_overrides_the_brand() -> None:
    assert voices("fr") == [(None, "vous", "formal")]
    assert voices("en") == [(None, "vous", "neutral")]


def test_an_account_overrides_a_language() -> None:
    assert voices("fr", "tiktok") == [(None, "tu", "formal")]
    assert voices("en", "x", account="mill_help") == [(None, "vous", "casual")]
    assert voices("en", "x", account="mill") == [(None, "vous", "neutral")]


def test_channels_with_one_voice_are_judged_once_those_with_two_apart() -> None:
    assert voices("fr", "linkedin", "facebook") == [(None, "vous", "formal")]
    assert voices("fr", "linkedin", "tiktok") == [
        ("linkedin", "vous", "formal"),
        ("tiktok", "tu", "formal"),
    ]


def test_a_campaign_overrides_an_account_and_a_draft_all() -> None:
    assert voices("fr", "tiktok", campaign="fair") == [(None, "tu", "casual")]
    tone = {"register": "neutral", "reason": "a farewell"}
    assert voices("fr", "tiktok", campaign="fair", tone=tone) == [(None, "tu", "neutral")]


@pytest.mark.parametrize(
    ("part", "declared"),
    [
        ("voice.address", True),
        ("voice.emoji", False),
        ("voice.emoji.max", False),
        ("languages", False),
        ("accounts", True),
    ],
)
def test_a_part_of_the_voice_is_declared_wherever_it_stands(part: str, *, declared: bool) -> None:
    assert Profile(PROFILE).declares(part) is declared
    by_account = {"brand": "Mill", "accounts": PROFILE["accounts"]}
    assert Profile(by_account).declares(part) is (declared and part != "languages")


@pytest.mark.parametrize(
    ("text", "place", "code", "nearest"),
    [
        ("brand: Mill\nvoice:\n  adress: tu\n", (3, 3), "unknown-key-near", "address"),
        (
            "brand: Mill\nvoice:\n  fr:\n    registre: formal\n",
            (4, 5),
            "unknown-key-near",
            "register",
        ),
        ("brand: Mill\nvoice: {avoid: [slangs]}\n", (2, 17), "not-one-of", "slang"),
        ("brand: Mill\nvoices: {}\n", (2, 1), "unknown-key-near", "voice"),
        ("brand: Mill\ncampaigns: [{nam: fair}]\n", (2, 14), "unknown-key-near", "name"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(
    tmp_path: Path, text: str, place: tuple[int, int], code: str, nearest: str
) -> None:
    (tmp_path / "mill.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ProfileError) as raised:
        Profile.load(tmp_path / "mill.yaml")
    problem = next(one for one in raised.value.problems if one.code == code)
    assert (problem.line, problem.column) == place
    assert problem.args["known"].split(", ")[0] == nearest


def test_what_is_made_of_a_profile_is_made_once() -> None:
    profile, numbers = Profile(PROFILE), iter(range(9))
    found = [profile.once(name, lambda: next(numbers)) for name in ("a", "b", "a")]
    assert found == [0, 1, 0]


def test_what_is_made_of_a_profile_stays_small_however_many_accounts_drafts_name() -> None:
    profile = Profile(PROFILE)
    for number in range(3 * MOST_KEPT):
        assert profile.once(number, partial(str, number)) == str(number)
    assert len(vars(profile)["_kept"]) <= MOST_KEPT + 1
