"""What the rules of voice can't show by their examples alone."""

from __future__ import annotations

import pytest

from socialint import Linter, Profile
from socialint.checks.voice.names import is_name
from socialint.draft import Draft
from socialint.fingerprint import Sample, learn, measured
from socialint.layers.view import View

PROFILE = Profile({"brand": "Mill", "voice": {"register": "formal", "avoid": ["slang", "hype"]}})


@pytest.mark.parametrize(
    ("text", "word", "named"),
    [
        ("We were at the Chill Hotel.", "Chill", True),
        ("Chill, says the sign.", "Chill", False),
        ("Done. Chill now.", "Chill", False),
        ("we were at the chill hotel", "chill", False),
        ("ALL OF US CHILL NOW", "CHILL", False),
        ("A list:\n* Chill", "Chill", False),
    ],
)
def test_a_capital_inside_a_sentence_makes_a_name(text: str, word: str, *, named: bool) -> None:
    start = text.index(word)
    assert is_name(text, start, start + len(word)) is named


def test_two_signs_of_one_fault_are_one_finding() -> None:
    text = "Hey you guys, the dyke is new. We took a lot of time over it. Yep, gonna be awesome."
    report = Linter(profile=PROFILE).check_text(text, lang="en")
    found = [one for one in report.findings if "too familiar" in one.message("en")]
    assert len(found) == 1
    assert found[0].evidence


@pytest.mark.parametrize(
    ("text", "lang", "found"),
    [
        ("A game-changing lock.", "en", [("game-changing", ["hype"])]),
        ("Une écluse disruptive.", "fr", [("disruptive", ["hype"])]),
        ("We leverage it. A stunning lock.", "en", [("leverage", []), ("stunning", [])]),
    ],
)
def test_words_of_two_lists_are_one_finding(
    text: str, lang: str, found: list[tuple[str, list[str]]]
) -> None:
    profile = Profile({"brand": "Mill", "voice": {"avoid": ["jargon", "hype"]}})
    report = Linter(profile=profile).check_text(text, lang=lang)
    own = [one for one in report.findings if one.rule == "register-off"]
    assert [(one.quote, [clue.note for clue in one.evidence]) for one in own] == found
    assert len({one.fix(lang) for one in own}) == len(own)


@pytest.mark.parametrize(
    ("better", "worse", "text", "edited"),
    [
        ("member", "user", "User votes.", "Member"),
        ("infolettre", "newsletter", "la newsletter", "infolettre"),
    ],
)
def test_a_preferred_word_comes_as_an_edit(better: str, worse: str, text: str, edited: str) -> None:
    profile = Profile({"brand": "Mill", "vocabulary": {"prefer": {worse: better}}})
    report = Linter(profile=profile).check_text(text, lang="fr" if "la " in text else "en")
    found = next(one for one in report.findings if one.rule == "vocabulary")
    assert [edit.replacement for edit in found.edits] == [edited]


def test_a_draft_without_profile_is_judged_by_no_voice() -> None:
    text = "Hey you guys! 🎉 Pursuant to the above, tu viens, vous venez, a jaw-dropping synergy!!"
    rules = {one.rule for one in Linter().check_text(text, lang="en").findings}
    assert rules.isdisjoint(
        {"register-off", "limit-exceeded", "address-form", "corporate-we", "tone-dimension-off"}
    )


CALM = "The bridge opens on Monday, and buses stop at both ends of it. Market number {} is back. "
LOUD = "Guess who is back! Bring your gran! Who is in? Grab a bag and friend number {}! Run! 🎉 "


def _learned() -> Profile:
    samples = [
        Sample("en", channel, measured(View(text * 3, "en"), "en", aloud=True))
        for channel, said in (("linkedin", CALM), ("x", LOUD))
        for text in (said.format(number) for number in range(30))
    ]
    return Profile({"brand": "Mill", "voice": {"fingerprint": learn(samples).to_dict()}})


@pytest.mark.parametrize(
    ("said", "channels", "off"),
    [
        (CALM, ("linkedin",), []),
        (LOUD, ("linkedin",), [None]),
        (CALM, ("x",), [None]),
        (LOUD, ("x",), []),
        (LOUD, ("x", "linkedin"), ["linkedin"]),
        (CALM, ("x", "linkedin"), ["x"]),
    ],
)
def test_a_text_is_held_to_the_voice_learned_on_its_channel(
    said: str, channels: tuple[str, ...], off: list[str | None]
) -> None:
    draft = Draft(said.format(7) * 3, lang="en", channels=channels)
    found = Linter(profile=_learned()).check_draft(draft).findings
    outliers = [one.channel for one in found if one.rule == "fingerprint-outlier"]
    assert outliers == off
