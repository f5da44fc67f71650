"""Sentences of posts, in French and English."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.sentences import SENTENCES, split
from socialint.layers.view import View


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Bonjour.| Tout va bien.",
        "Avec M. Dupont et Mme. Roux, vers 9 h.| Venez !",
        "Mr. Smith met Dr. J. Jones, e.g. on Monday.| Fine.",
        "Écrit par J. K. Martin.| Fin.",
        "C'est 1.5 fois plus, soit 12.30 €.| Oui.",
        "Voir acme.example/a.b?c=d pour la suite.| Merci.",
        "Et alors ?!| Rien…| Vraiment… rien.",
        "« Vous êtes là ? » dit-il.| « Oui. »| Bien.",
        "« Venez ! »| Nous arrivons.",
        "Quoi ?| on y va !| trop bien",
        "On est prêts 🎉| Venez nombreux 🙌🏽| Merci",
        "Bravo ! 🎉🎉| Encore merci.",
        "🎉 Acme a dix ans.\n|✅ Livraison offerte",
        "No. 5 is here, see p. 12 and No. 6.| He said no.| Really",
        "Au programme :\n|- des ateliers\n|- un concert\n|\n|Venez.",
        "Bonjour Claire,\n|Votre colis est parti.",
        "Une phrase coupée\nà la ligne par un éditeur.| Une autre.",
        "1. Ouvrez la page.\n|2. Cliquez.",
        "Pommes, poires, etc.| Tout est frais.",
        "It works (really).| Try it.",
        'He said "no."| We went on.',
        "Rendez-vous à 14h30.| #Lyon",
        "Made in the U.S. by hand.",
        "Tout est là.| https://acme.example/a.b",
        "Am I late?| Yes, I am.",
    ],
)
def test_sentences_end_where_a_reader_ends_them(text: str) -> None:
    expected = [part.strip() for part in text.split("|") if part.strip()]
    assert sentences(text.replace("|", "")) == expected


@given(st.text(st.sampled_from("aB .!?…»«\"'\n🎉1)\u00a0M"), max_size=50))
def test_nothing_but_white_space_stands_between_sentences(text: str) -> None:
    last = 0
    for start, end in split(text):
        assert not text[last:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        last = end
    assert not text[last:].strip()


def test_a_view_keeps_its_sentences() -> None:
    view = View("Oui. Non.")
    assert view.layer(SENTENCES) == ((0, 4), (5, 9))
