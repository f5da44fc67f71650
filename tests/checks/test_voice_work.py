"""What the rules of voice do to a post that keeps to a voice declared in full: work, counted."""

from __future__ import annotations

import sys
from collections import Counter
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pytest

from socialint import Draft, Linter, Profile
from socialint.engine.prepare import located
from socialint.fingerprint import Sample, learn, measured
from socialint.layers.view import View
from socialint.settings import Settings

SENTENCES = {
    "en": (
        "The lock by the old mill is open again on Monday at nine.",
        "Bring the lamp that flickers, and we look at the wire with you.",
        "Most people who came last week went home with a radio that plays.",
        "The bench for small engines now stands next to the window.",
        "A fan that hums needs a drop of oil, and the tin is on the shelf.",
        "The plan of the workshop hangs beside the door, under the clock.",
        "Tea is ready at four, and the cake is from the bakery on the quay.",
        "If the rain goes on, the market moves into the hall for the day.",
    ),
    "fr": (
        "L’écluse du vieux moulin rouvre lundi à neuf heures.",
        "La lampe qui clignote a souvent un fil usé, on le regarde ensemble.",
        "Presque tous les voisins sont repartis avec une radio qui marche.",
        "L’établi des petits moteurs se trouve maintenant près de la fenêtre.",
        "Une goutte d’huile suffit à un ventilateur qui grince, le bidon est là.",
        "Le plan de l’atelier est accroché à côté de la porte, sous l’horloge.",
        "Le thé est prêt à quatre heures, et le gâteau vient du quai.",
        "Si la pluie continue, le marché passe la journée dans la halle.",
    ),
}
OWN = ("checks/voice/", "checks/address/", "checks/readability", "fingerprint/", "layers/totals")
# a closer look, which only a text on the brink of a finding needs
CLOSER = frozenset(
    {"measured", "compare", "readability", "guess", "count_words", "find_zones", "finding"}
)
MOST_CALLS = 110
TEXTS_LEARNED = 24


def post(lang: str, first: int, size: int = 14) -> str:
    sentences = SENTENCES[lang] * 8
    return " ".join(sentences[first : first + size])


@cache
def linter() -> Linter:
    samples = [
        Sample(lang, None, measured(View(post(lang, n % 8, 12 + n % 5), lang), lang, aloud=True))
        for lang in SENTENCES
        for n in range(TEXTS_LEARNED)
    ]
    voice = {
        "address": "vous",
        "register": "neutral",
        "emoji": {"max": 1},
        "exclamation": {"max": 1},
        "sentence": {"max_words": 30},
        "readability": {"fr": [40, 110], "en": [40, 110]},
        "avoid": ["slang", "jargon", "bureaucratic", "legalese", "hype", "anglicisms"],
        "contractions": "prefer",
        "dimensions": {"formality": 0, "humour": -0.5, "respect": 1, "enthusiasm": 0},
        "fingerprint": learn(samples).to_dict(),
    }
    words = {"banned": ["cheap", "pas cher"], "prefer": {"mail": "courriel"}, "names": ["FixIt"]}
    profile = {"brand": "Mill", "languages": ["fr", "en"], "voice": voice, "vocabulary": words}
    settings = Settings(root=Path(), select=("TON",))
    return Linter(settings, Profile(profile), as_of=datetime(2026, 6, 1, tzinfo=UTC))


def calls(text: str, lang: str) -> Counter[str]:
    """The functions of the rules that are called while a text is checked, by name."""
    draft = located(Draft(text, lang=lang), "post.md")
    linter().check_draft(draft)  # what is made once does not count
    count: Counter[str] = Counter()

    def note(frame: object, event: str, _: object) -> None:
        code = frame.f_code  # type: ignore[attr-defined]  # a frame, which has no public type
        ours = any(part in code.co_filename for part in OWN) or code.co_name in CLOSER
        if event == "call" and ours:
            count[code.co_name] += 1

    sys.setprofile(note)
    try:
        report = linter().check_draft(draft)
    finally:
        sys.setprofile(None)
    assert report.findings == ()
    assert report.errors == ()
    return count


@pytest.mark.parametrize("lang", SENTENCES)
def test_a_post_in_the_voice_of_the_brand_is_not_looked_at_closely(lang: str) -> None:
    found = calls(post(lang, 2), lang)
    assert not CLOSER & found.keys()
    assert found.total() <= MOST_CALLS


@pytest.mark.parametrize("lang", SENTENCES)
def test_the_work_hardly_grows_with_a_text_that_keeps_to_the_voice(lang: str) -> None:
    once, twice = (calls(post(lang, 2, size), lang).total() for size in (14, 28))
    assert twice <= 1.2 * once
