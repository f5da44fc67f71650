"""Personal data is recognised by its form, its key and the word beside it."""

from __future__ import annotations

import people
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialint.layers.personal import Datum, DatumKind, public, recognise

SENTENCES = st.sampled_from(
    [
        "{}",
        "Écrivez-moi : {}.",
        "Merci à Claire ({}) pour l’accueil !",
        "« {} »",
        "It's {}, ask for Tom",
        "Le 12 mai 2024, {} pour 25 € 🎉",
        "ligne\n{}\nligne",
    ]
)


def kinds(text: str) -> list[tuple[str, str]]:
    return [(datum.kind, text[datum.start : datum.end]) for datum in recognise(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("06 39 98 12 34", [("phone", "06 39 98 12 34")]),
        (
            "06.39.98.12.34 ou 01-99-00-12-34",
            [("phone", "06.39.98.12.34"), ("phone", "01-99-00-12-34")],
        ),
        (
            "06 39 98 12 34 06 39 98 12 35",
            [("phone", "06 39 98 12 34"), ("phone", "06 39 98 12 35")],
        ),
        ("table 9 06 39 98 12 34", [("phone", "06 39 98 12 34")]),
        ("tél. 0470 12 34 56", [("phone", "0470 12 34 56")]),
        ("Phone: 555 0142", [("phone", "555 0142")]),
        ("(418) 555-0142 24/7", [("phone", "(418) 555-0142")]),
        ("zoe@exemple.fr, sav@exemple.fr", [("email", "zoe@exemple.fr")]),
        ("zoe (at) exemple.fr", [("email", "zoe (at) exemple.fr")]),
        ("commande n° 2024-11873", [("file", "2024-11873")]),
        ("Order number: WEB20391.", [("file", "WEB20391")]),
        ("dossier AB-4127-X", [("file", "AB-4127-X")]),
        ("carte se terminant par 3391", [("account", "3391")]),
        ("né le 4 juin 1958", [("birth", "4 juin 1958")]),
        ("née le 1er juin 1958", [("birth", "1er juin 1958")]),
        ("born on June 4, 1958", [("birth", "June 4, 1958")]),
        ("DOB 1958-06-04", [("birth", "1958-06-04")]),
        (
            "12 bis, rue de l’Église, 35000 Rennes.",
            [("address", "12 bis, rue de l’Église, 35000 Rennes")],
        ),
        ("habite rue Haute 12 à Tournai", [("address", "rue Haute 12 à Tournai")]),
        ("17 Lilac Road, York YO1 7HH", [("address", "17 Lilac Road, York YO1 7HH")]),
        ("at Flat 4B, Palm Court, Kochi.", [("address", "Flat 4B, Palm Court, Kochi")]),
        ("plate LB-07-SEO", [("identity", "LB-07-SEO")]),
        ("SSN 219-09-9999", [("nir", "219-09-9999")]),
        ("licence MORGA 657054 SM9IJ", [("identity", "MORGA 657054 SM9IJ")]),
    ],
)
def test_a_datum_is_found_where_it_stands(text: str, found: list[tuple[str, str]]) -> None:
    assert kinds(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Numéro vert : 0 800 12 34 56",
        "Appelez le 3939, le 15 ou le 112",
        "Call 0800 123 4567 or 1-800-555-0199",
        "tél. 0820 12 34 56",
        "Appelez le 0900 12 345",
        "du 01.02.2024 au 03.04.2025",
        "de 10.30-12.30, appelez avant",
        "12 000 000 000 € et 3 500 000 visiteurs",
        "SIREN 732 829 320, SIRET 73282932000074, TVA FR40303265045",
        "BE 0403.170.701",
        "ISBN 978-2-07-036822-8, ISBN 0-306-40615-2",
        "192.168.100.200:8080, version 10.15.7.1234",
        "https://exemple.fr/p/0639981234?id=4111111111111111",
        "01 02 03 04 05 06 07 08",
        "01 02 03 04 05 06 07 08 09 10",
        "passage en 2.2 de Petite Suite, place en Bourgogne dès 2016",
        "https://exemple.fr/2012/08/30/naissance",
        "Marie, née le 12 mars",
        "pp. 102-110, 2019-2020, 24/7",
        "score 21-15 21-18 15-12",
        "#0639981234",
        "contact@exemple.fr presse.lyon@exemple.fr no-reply@example.com",
        "@zoe@mastodon.social, logo@2x.png, pkg@1.2.3",
        "commande 2024, dossier 2023-2024, ticket 311",
        "order 15000 masks, case 12.5, ref €12500",
        "numéro de commande KB-00000",
        "Rendez-vous rue de la Paix, place 12",
        "10 place disponibles, 3 cours par semaine, 5 Top Tips",
        "née en 1958, fondée le 4 juin 1958",
    ],
)
def test_other_figures_are_left_alone(text: str) -> None:
    assert kinds(text) == []


def assert_found(kind: DatumKind, value: str, sentence: str) -> None:
    text = sentence.format(value)
    start = text.index(value)
    assert Datum(kind, start, start + len(value)) in recognise(text)


@given(people.french() | people.others(), SENTENCES)
def test_phones_of_every_country_are_found(value: str, sentence: str) -> None:
    assert_found("phone", value, sentence)


@given(people.ibans(), SENTENCES)
def test_ibans_of_every_country_are_found(value: str, sentence: str) -> None:
    assert_found("iban", value, sentence)


@given(people.cards(), SENTENCES)
def test_cards_of_every_issuer_are_found(value: str, sentence: str) -> None:
    text = sentence.format(value)
    start = text.index(value)
    # one card of fifteen figures in a thousand has the key of a social security number too
    kinds: tuple[DatumKind, ...] = ("card", "nir")
    found = recognise(text)
    assert any(Datum(kind, start, start + len(value)) in found for kind in kinds)


@given(people.nirs(), SENTENCES)
def test_social_security_numbers_are_found(value: str, sentence: str) -> None:
    assert_found("nir", value, sentence)


@given(people.mails(), SENTENCES)
def test_mails_are_found(value: str, sentence: str) -> None:
    assert_found("email", value, sentence)


KEYED = st.one_of(
    st.tuples(st.just("iban"), people.ibans()),
    st.tuples(st.just("card"), people.cards()),
    st.tuples(st.just("nir"), people.nirs()),
)


@given(KEYED, st.integers(1, 9))
@example(("nir", "180067500010015"), 8)  # now a card of JCB's, by its prefix and Luhn key
def test_a_wrong_key_is_no_number(keyed: tuple[str, str], more: int) -> None:
    kind, value = keyed
    wrong = value[:-1] + str((int(value[-1]) + more) % 10)
    assert kind not in [found for found, _ in kinds(wrong)]


@given(st.text(st.sampled_from("0123456789 .-/()+@abAB,né\u00a0\n"), max_size=60))
def test_data_stand_in_order_inside_the_text(text: str) -> None:
    end = 0
    for datum in recognise(text):
        assert end <= datum.start < datum.end <= len(text)
        end = datum.end


@pytest.mark.parametrize(
    ("datum", "contact", "same"),
    [
        ("01 99 00 12 34", "+33 1 99 00 12 34", True),
        ("+33 (0)1.99.00.12.34", "0199001234", True),
        ("Zoe@Exemple.fr", "zoe@exemple.FR", True),
        ("(418) 555-0142", "+1 418 555 0142", True),
        ("01 99 00 12 35", "+33 1 99 00 12 34", False),
        ("555 0142", "+1 418 555 0142", False),
        ("zoe@exemple.fr", "noe@exemple.fr", False),
        ("FR76 3000 6000 0112 3456 7890 189", "fr7630006000011234567890189", True),
    ],
)
def test_public_contacts_are_compared_however_written(datum: str, contact: str, same: bool) -> None:  # noqa: FBT001  the expected answer
    assert public(datum, [contact]) is same


# Numbers of things, links, and words for vehicles and papers: figures, but no datum.
FEW = (
    "The van brought 95 lamps and 14 drills: https://weir.example/3fa9c2 (2 of 3 work)",
    "La voiture est garée au 2e, 12 lampes sur 14 marchent : https://bief.example/881eb7",
    "14 FR76",
)


def test_figures_are_looked_at_one_by_one_where_a_datum_may_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delattr("socialint.layers.personal.scan.CHAIN")
    assert [recognise(text) for text in FEW] == [()] * len(FEW)
    for text in ("14 au 06 12 34 56 78", "Commande 4521", "FR76 3000 6000 0112 3456 7890 189"):
        with pytest.raises(NameError):
            recognise(text)
