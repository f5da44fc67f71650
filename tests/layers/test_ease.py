"""Reading ease taken word by word agrees with the measure of the whole text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialint.layers.ease import NEAR, is_within
from socialint.layers.readability import READABILITY
from socialint.layers.view import View

SENTENCES = {
    "en": (
        "The bridge opens on Monday at half past nine.",
        "We've counted 1,204 visitors, didn't we?",
        "Administrative responsibility is a communication problem!",
        "Go.",
        "See https://mill.example/a-b for the plan (and bring @anna) #again 🎉",
        "Ten well-known bakers’ recipes: flour, water, salt.",
    ),
    "fr": (
        "Le pont rouvre lundi à neuf heures et demie.",
        "L’administration s’est-elle organisée depuis l’année dernière ?",
        "On a compté 1 204 visiteurs, dont 12 % d’enfants !",
        "Va.",
        "Le plan est sur https://moulin.example/a-b, avec @anna #encore 🎉",
        "« Quelle idée », dit-elle : rendez-vous aujourd’hui.",
    ),
}


@settings(deadline=None)
@given(st.data(), st.sampled_from(sorted(SENTENCES)))
def test_what_is_surely_within_a_band_is_within_it(data: st.DataObject, lang: str) -> None:
    picked = data.draw(st.lists(st.sampled_from(SENTENCES[lang]), min_size=1, max_size=14))
    low = data.draw(st.integers(-50, 120))
    high = low + data.draw(st.integers(0, 60))
    view = View(" ".join(picked), lang)
    found = view.layer(READABILITY)
    if found and is_within(view, lang, low, high):
        assert low <= found.flesch <= high


@pytest.mark.parametrize("lang", sorted(SENTENCES))
def test_a_text_well_within_a_band_needs_no_closer_look(lang: str) -> None:
    view = View(" ".join(SENTENCES[lang] * 2), lang)
    found = view.layer(READABILITY)
    assert found
    assert is_within(view, lang, found.flesch - 2 * NEAR, found.flesch + 2 * NEAR)
    assert not is_within(view, lang, found.flesch + 2 * NEAR, 200)


def test_a_text_in_two_languages_or_another_needs_the_closer_look() -> None:
    both = " ".join(SENTENCES["fr"] * 3) + "\n\n" + " ".join(SENTENCES["en"] * 2)
    assert not is_within(View(both), "fr", -200, 300)
    assert not is_within(View("hallo " * 40, "de"), "de", -200, 300)
