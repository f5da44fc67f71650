"""Signs of tu and of vous."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needs import SHARED

from socialint.layers.address import ADDRESS
from socialint.layers.view import View


def signs(text: str) -> list[tuple[str, str, str]]:
    found = View(text, "fr").layer(ADDRESS)
    return [(text[s.start : s.end], s.address, s.kind) for s in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tu viens ?", [("Tu", "tu", "pronoun")]),
        ("On t'attend", [("t'", "tu", "elision")]),
        ("Je pense à toi", [("toi", "tu", "pronoun")]),
        ("As-tu vu ?", [("-tu", "tu", "inversion")]),
        ("C'est ton avis", [("ton", "tu", "possessive")]),
        ("Le livre de ton frère", [("ton", "tu", "possessive")]),
        ("Voici la tienne", [("tienne", "tu", "possessive")]),
        ("Inscris-toi", [("Inscris", "tu", "imperative"), ("-toi", "tu", "pronoun")]),
        ("Profite de l'été", [("Profite", "tu", "imperative")]),
        ("Pouvez-vous venir ?", [("Pouvez", "vous", "verb"), ("-vous", "vous", "inversion")]),
        ("C’est chez vous", [("vous", "vous", "pronoun")]),
        ("Votre avis, vos idées", [("Votre", "vous", "possessive"), ("vos", "vous", "possessive")]),
        ("À la vôtre", [("vôtre", "vous", "possessive")]),
        ("Bonjour, êtes-vous là", [("êtes", "vous", "verb"), ("-vous", "vous", "inversion")]),
        ("PARTICIPEZ", [("PARTICIPEZ", "vous", "imperative")]),
        ("Decouvrez la carte", [("Decouvrez", "vous", "imperative")]),
        ("S'il vous plaît", [("vous", "vous", "fixed")]),
        ("S’il te plaît", [("te", "tu", "fixed")]),
        ("Merci svp", [("svp", "vous", "fixed")]),
        ("Allez les bleus", [("Allez", "vous", "fixed")]),
    ],
)
def test_each_sign_is_listed_with_its_kind(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert signs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Le ton monte, un ton plus bas, le bon ton",
        "Il change de ton, ton sur ton.",
        "Il s'est tu",
        "Les tests TU sont verts",
        "Un nez, chez nous, assez, rez-de-chaussée",
        "Un rendez-vous chaque mardi",
        "Faut-il préférer le tu ? Tu ou vous ?",
        "Rendez-vous samedi",
        "Madame Martinez et M. Suarez",
        "Les photos faites hier, dites de presse",
        "L'as du volant est là",
        "#TuVeux @vous https://acme.example/tu/vous",
        "Une offre, une commande, une porte",
        "Nous vendons, ils viennent, on part",
    ],
)
def test_what_only_looks_like_a_sign_is_none(text: str) -> None:
    assert signs(text) == []


@pytest.mark.parametrize(
    ("text", "plural"),
    [
        ("Bonjour à vous tous.", [True]),
        ("Et vous, les parents, restez.", [True, True]),
        ("Ta sœur et toi êtes là", [True]),
        ("Vous êtes nombreux à venir. Merci à vous.", [True, True, False]),
        ("Votre colis est parti.", [False]),
        ("Venez à deux !", [True]),
        ("Vous serez à six en cuisine.", [True, True]),
        ("Garez-vous à deux rues d’ici.", [False, False]),
        ("Coupez les pommes, mangez-les à deux.", [True, True]),
        ("Passez à deux ou trois reprises.", [False]),
        ("Aidez-vous les unes les autres.", [True, True]),
        ("Posez les uns ici, puis rangez.", [False, False]),
        ("Apportez chacun votre tasse.", [True, True]),
        ("Chacun votre tour !", [True]),
        ("C’est à chacune de vous de choisir.", [True]),
        ("Goûtez chacun des miels.", [False]),
        ("Vous voyez que les parents ont souri.", [False, False]),
        ("Vous venez, les filles ?", [True, True]),
        ("Ta clé n’est lue que par vous.", [False]),
        ("Dis-nous si tu gardes la clé ou si elle passe entre vous.", [True]),
    ],
)
def test_a_vous_that_speaks_to_several_says_so(text: str, plural: list[bool]) -> None:
    found = View(text, "fr").layer(ADDRESS)
    assert [s.plural for s in found if s.address == "vous"] == plural


def test_a_form_in_ez_that_no_list_knows_is_still_a_verb() -> None:
    assert signs("vous skiboardez")[1:] == [("skiboardez", "vous", "verb")]


def test_english_paragraphs_have_no_signs() -> None:
    assert View("A ton of tu quoque", "en").layer(ADDRESS) == ()


@given(st.text(st.sampled_from("tu vos ezt'’-\n.,TEéaî"), max_size=60))
def test_signs_stand_in_order_within_the_text(text: str) -> None:
    last = 0
    for sign in View(text, "fr").layer(ADDRESS):
        assert last <= sign.start < sign.end <= len(text)
        last = sign.end


def answer(text: str) -> str:
    kinds = {s.address for s in View(text, "fr").layer(ADDRESS) if s.kind != "fixed" and s.sure}
    return " ".join(sorted(kinds)) or "neutral"


def test_on_sentences_labelled_by_others_it_is_nearly_always_right() -> None:
    path = SHARED / "corpus" / "real" / "cocoa_tu_vous.fr.jsonl"
    if not path.exists():
        pytest.skip("no labelled sentences beside the repository")
    rows = [json.loads(line) for line in path.read_text("utf-8").strip().split("\n")]
    right = sum(answer(row["text"]) == row["label"] for row in rows)
    assert right >= 0.99 * len(rows)
