"""Orders given to the reader, and what only looks like one."""

from __future__ import annotations

import pytest

from socialint.layers.imperatives import IMPERATIVES
from socialint.layers.view import View


def orders(text: str, lang: str) -> list[str]:
    return [text[o.start : o.end] for o in View(text, lang).layer(IMPERATIVES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Découvre la carte.", ["Découvre"]),
        ("Avec lui, ne risque rien.", ["risque"]),
        ("Si tu joues avec elle, ce soir, ne risque rien.", ["risque"]),
        ("🎉 Partage ce post avec ton équipe", ["Partage"]),
        ("Commande ton menu, puis viens le chercher", ["Commande", "viens"]),
        ("Ne t'inquiète pas.", ["inquiète"]),
        ("Oui, n'oublie pas ton badge", ["oublie"]),
        ("Pour participer, commente ce post.", ["commente"]),
        ("Si tu veux, regarde la vidéo.", ["regarde"]),
        ("Il a dit : donne-moi la clé", ["donne"]),
        ("Inscrivez-vous et venez nombreux", ["Inscrivez", "venez"]),
        ("Merci de votre visite. Dites-nous tout !", ["Dites"]),
        ("OFFRE UN CADEAU À TA MÈRE", ["OFFRE"]),
        ("Decouvre notre carte", ["Decouvre"]),
        ("Le four est chaud : profites-en vite.", ["profites"]),
        ("Une tarte attend, manges-en un bout !", ["manges"]),
        ("Goûtes‑en une part.", ["Goûtes"]),
        ("VAS-Y TÔT", ["VAS"]),
        ("Vas y tôt.", ["Vas"]),
        ("Profites en vite.", ["Profites"]),
        ("Penses-y, parles-en, retournes-y.", ["Penses", "parles", "retournes"]),
        ("Offres-en une à Léa.", ["Offres"]),
        ("Pense-y bien.", ["Pense"]),
        ("Profite-en.", ["Profite"]),
        ("Profitez-en. Allez-y tôt.", ["Profitez", "Allez"]),
    ],
)
def test_french_orders_are_found(text: str, expected: list[str]) -> None:
    assert orders(text, "fr") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Offre spéciale ce samedi",
        "Le lave-vaisselle, lui, ne risque rien.",
        "Le chef, quant à lui, ne goûte rien.",
        "Les tasses, elles aussi, ne demandent rien.",
        "Commande en ligne dès demain",
        "Visite des ateliers le 12 mai",
        "Rencontre le 12 mai à Lyon",
        "Le maire, après un débat, propose une loi.",
        "Acme - née en 1999 - propose une carte",
        "Il lit et écoute de la musique",
        "Entre le marché et la gare",
        "Arrive bientôt en magasin",
        "Existe en bleu",
        "Notre offre porte ses fruits",
        "Comme ACTIVE, notre marque",
        "Rendez-vous samedi",
        "Cartographie du territoire",
        "Tables en bois, à retirer samedi",
        "Listes en un clic",
        "Notes en ligne",
        "Tu vas y passer la soirée",
    ],
)
def test_french_nouns_and_statements_are_no_orders(text: str) -> None:
    assert orders(text, "fr") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Join us on Friday!", ["Join"]),
        ("Check out the new menu and share it", ["Check", "share"]),
        ("Please contact our team", ["contact"]),
        ("Hi Sam, please send us a message.", ["send"]),
        ("To register, click here", ["click"]),
        ("Don't miss the show", ["miss"]),
        ("👉 Read more in the comments", ["Read"]),
    ],
)
def test_english_orders_are_found(text: str, expected: list[str]) -> None:
    assert orders(text, "en") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Thank you for your message",
        "Have you seen it?",
        "Do you like it?",
        "Support is here for you",
        "Hope this helps",
        "Need a hand?",
        "We read every message and share it",
        "The order is late",
        "Contact: +33 1 23 45 67 89",
    ],
)
def test_english_nouns_and_statements_are_no_orders(text: str) -> None:
    assert orders(text, "en") == []


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("Facilite la gestion", False),
        ("Facilite-toi la vie", True),
        ("Viens nous voir", True),
        ("Clique sur le lien", True),
        ("Sois des nôtres", True),
        ("Ne facilite rien", True),
    ],
)
def test_a_form_that_could_state_something_is_not_sure_alone(text: str, *, sure: bool) -> None:
    assert [o.sure for o in View(text, "fr").layer(IMPERATIVES)] == [sure]
