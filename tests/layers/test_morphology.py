"""What word forms can be, in both languages."""

from __future__ import annotations

import pytest

from socialint.layers.inflection import readings
from socialint.layers.morphology import MORPHOLOGY
from socialint.layers.tokens import TOKENS
from socialint.layers.view import View

SECOND_PLURAL = "Mood=Imp|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin"
SECOND_SINGULAR = "Mood=Imp|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin"


@pytest.mark.parametrize(
    ("form", "lemma", "features"),
    [
        ("inscrivez", "inscrire", SECOND_PLURAL),
        ("dites", "dire", SECOND_PLURAL),
        ("faites", "faire", SECOND_PLURAL),
        ("soyez", "être", SECOND_PLURAL),
        ("veuillez", "vouloir", SECOND_PLURAL),
        ("achète", "acheter", SECOND_SINGULAR),
        ("appelle", "appeler", SECOND_SINGULAR),
        ("offre", "offrir", SECOND_SINGULAR),
        ("va", "aller", SECOND_SINGULAR),
        ("rejoins", "rejoindre", SECOND_SINGULAR),
        ("as", "avoir", "Mood=Ind|Number=Sing|Person=2|Tense=Pres|VerbForm=Fin"),
        ("pourriez", "pouvoir", "Mood=Cnd|Number=Plur|Person=2|Tense=Pres|VerbForm=Fin"),
        ("mangeait", "manger", "Mood=Ind|Number=Sing|Person=3|Tense=Imp|VerbForm=Fin"),
        ("mangions", "manger", "Mood=Ind|Number=Plur|Person=1|Tense=Imp|VerbForm=Fin"),
        ("lançons", "lancer", "Mood=Ind|Number=Plur|Person=1|Tense=Pres|VerbForm=Fin"),
        ("préférerez", "préférer", "Mood=Ind|Number=Plur|Person=2|Tense=Fut|VerbForm=Fin"),
        ("préfèrerez", "préférer", "Mood=Ind|Number=Plur|Person=2|Tense=Fut|VerbForm=Fin"),
        ("prises", "prendre", "Number=Plur|Tense=Past|VerbForm=Part"),
        ("reçu", "recevoir", "Number=Sing|Tense=Past|VerbForm=Part"),
        ("vôtre", "vôtre", "Number=Plur|Person=2"),
        ("decouvrez", "découvrir", SECOND_PLURAL),
        ("achete", "acheter", SECOND_SINGULAR),
    ],
)
def test_french_forms_have_their_readings(form: str, lemma: str, features: str) -> None:
    assert (lemma, features) in [(r.lemma, r.features) for r in readings(form, "fr")]


@pytest.mark.parametrize(
    ("form", "lemma", "features"),
    [
        ("went", "go", "Mood=Ind|Tense=Past|VerbForm=Fin"),
        ("stopping", "stop", "Tense=Pres|VerbForm=Part"),
        ("tries", "try", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"),
        ("used", "use", "Tense=Past|VerbForm=Part"),
        ("join", "join", "Mood=Imp|Person=2|Tense=Pres|VerbForm=Fin"),
        ("your", "your", "Person=2"),
        ("n't", "not", ""),
    ],
)
def test_english_forms_have_their_readings(form: str, lemma: str, features: str) -> None:
    assert (lemma, features) in [(r.lemma, r.features) for r in readings(form, "en")]


@pytest.mark.parametrize(
    ("form", "lang"), [("blorp", "fr"), ("nez", "fr"), ("blorp", "en"), ("venez", "xx")]
)
def test_an_unknown_form_has_no_reading(form: str, lang: str) -> None:
    assert readings(form, lang) == ()


def test_each_token_has_its_lemma_and_a_part_of_speech_where_that_is_certain() -> None:
    view = View("Venez voir l'offre de 2026 !", "fr")
    tokens, morphs = view.layer(TOKENS), view.layer(MORPHOLOGY)
    found = [(t.text, m.lemma, m.pos) for t, m in zip(tokens, morphs, strict=True)]
    assert found == [
        ("Venez", "venir", "VERB"),
        ("voir", "voir", None),
        ("l'", "l'", None),
        ("offre", "offre", None),
        ("de", "de", "ADP"),
        ("2026", "2026", "NUM"),
        ("!", "!", "PUNCT"),
    ]


def test_each_paragraph_is_read_in_its_language() -> None:
    view = View("Merci à tous nos clients !\n\nThank you all for coming!")
    assert {m.lang for m in view.layer(MORPHOLOGY)[:3]} == {"fr"}
    assert view.layer(MORPHOLOGY)[-2].lemma == "come"


def test_a_text_without_paragraphs_of_a_known_language_still_has_morphs() -> None:
    view = View("Venez", "xx")
    assert [m.pos for m in view.layer(MORPHOLOGY)] == [None]
