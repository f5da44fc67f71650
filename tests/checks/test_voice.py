"""What the rules of voice can't show by their examples alone."""

from __future__ import annotations

import pytest

from socialint import Linter, Profile
from socialint.checks.voice.names import is_name

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
