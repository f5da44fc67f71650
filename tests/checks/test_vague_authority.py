"""Witnesses without a name."""

from __future__ import annotations

import pytest
from claimed import hits, quotes

RULE = "vague-authority"


@pytest.mark.parametrize(
    ("lang", "text", "quote"),
    [
        ("en", "Many vets now recommend oats.", "Many vets now recommend"),
        ("en", "The science is settled: oats.", "The science is settled"),
        ("en", "A study found that oats help.", "A study found"),
        ("en", "It is backed by science.", "backed by science"),
        (
            "fr",
            "De nombreux vétérinaires recommandent l’avoine.",
            "De nombreux vétérinaires recommandent",
        ),
        ("fr", "La recherche est formelle : de l’avoine.", "La recherche est formelle"),
        ("fr", "Une étude a montré que l’avoine aide.", "Une étude a montré"),
        ("fr", "De l’avis des pédiatres, il faut dormir.", "De l’avis des pédiatres"),
        ("fr", "DES ETUDES MONTRENT QUE L’AVOINE AIDE.", "DES ETUDES MONTRENT"),
    ],
)
def test_an_unnamed_authority_that_shows_or_says_is_found(lang: str, text: str, quote: str) -> None:
    assert quotes(RULE, text, lang) == [(quote, "")]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "The study found that oats help."),
        ("en", "These vets recommend oats."),
        ("en", "Two vets recommend oats."),
        ("en", "Vets, tell us about oats."),
        ("en", "Vets don’t recommend oats."),
        ("en", "Studies by the Okoro Institute show that oats help."),
        ("fr", "L’étude a montré que l’avoine aide."),
        ("fr", "Ces vétérinaires recommandent l’avoine."),
        ("fr", "Nos vétérinaires recommandent l’avoine."),
        ("fr", "Les vétérinaires ne recommandent pas l’avoine."),
        ("fr", "Des notes ou rapports montrent la voie."),
    ],
)
def test_one_that_is_pointed_to_named_spoken_to_or_denied_is_not(lang: str, text: str) -> None:
    assert not quotes(RULE, text, lang)


@pytest.mark.parametrize(
    ("lang", "text"),
    [("en", "Oats are reportedly good."), ("fr", "Il paraît que l’avoine est bonne.")],
)
def test_mild_hearsay_is_a_hint(lang: str, text: str) -> None:
    assert [variant for _, variant in quotes(RULE, text, lang)] == ["thin"]


def test_sources_in_the_fields_name_the_witness() -> None:
    assert not hits(RULE, "Many vets recommend oats.", "en", {"sources": ["Okoro 2023"]})


@pytest.mark.xfail(strict=True, reason="the verb stands too far from its subject")
def test_a_verb_at_the_end_of_a_long_sentence_is_found() -> None:
    text = "Vets who write to us in winter from the far north of the valley warn of oats."
    assert quotes(RULE, text, "en")
