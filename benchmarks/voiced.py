"""A brand that declares every part of its voice, for posts like those of the other benchmarks."""

from __future__ import annotations

import random

from corpora import SEED, post

from socialint.fingerprint import Sample, learn, measured
from socialint.layers.view import View
from socialint.profile import Profile

LEARNED = 60  # posts in each language that the fingerprint is learned from
OTHERS = 7  # added to the seed: other posts than those that are measured


def voiced() -> Profile:
    """The profile; most posts keep to its voice."""
    return Profile(
        {
            "brand": {"name": "Harbour Repair"},
            "languages": ["fr", "en"],
            "voice": {
                "address": "vous",
                "mirror": True,
                "register": "neutral",
                "emoji": {"max": 1},
                "exclamation": {"max": 1},
                "sentence": {"max_words": 30},
                "readability": {"fr": [45, 100], "en": [50, 100]},
                "avoid": ["slang", "jargon", "bureaucratic", "legalese", "hype", "anglicisms"],
                "contractions": "prefer",
                "dimensions": {"formality": 0, "humour": -0.5, "respect": 1, "enthusiasm": 0},
                "fingerprint": learn(_samples()).to_dict(),
            },
            "vocabulary": {
                "banned": [
                    "low cost",
                    "user",
                    "usager",
                    "cheap",
                    "pas cher",
                    "handicapé",
                    "gratos",
                ],
                "prefer": {"newsletter": "infolettre", "volunteer": "helper", "mail": "courriel"},
                "names": [{"name": "Harbour Repair"}, {"name": "Le Fournil"}, {"name": "FixIt"}],
                "fixed_phrases": ["le bon vieux temps", "old is gold"],
            },
            "accounts": [
                {"channel": "linkedin", "languages": ["fr", "en"]},
                {"channel": "facebook", "voice": {"emoji": {"max": 3}}},
            ],
        }
    )


def _samples() -> list[Sample]:
    rng = random.Random(SEED + OTHERS)  # noqa: S311  a benchmark wants the same posts each time
    return [
        Sample(lang, None, measured(View(post(rng, lang), lang), lang, aloud=True))
        for lang in ("fr", "en")
        for _ in range(LEARNED)
    ]
