"""Whose a datum is: the words around it, the persons named, and the brand's own contacts."""

from __future__ import annotations

from pathlib import Path

import pytest

from socialint import Linter
from socialint.draft import Kind
from socialint.finding import Finding
from socialint.profile import Profile
from socialint.settings import Settings

ROOT = Path(__file__).parents[2]
LINTER = Linter(Settings(root=ROOT, select=("personal-data",)))


def findings(text: str, lang: str, kind: Kind = "post", linter: Linter = LINTER) -> list[Finding]:
    report = linter.check_text(text, kind=kind, channel="facebook", lang=lang)
    assert report.errors == ()
    return list(report.findings)


def quotes(text: str, lang: str, kind: Kind = "post") -> list[tuple[str, str | None]]:
    return [(found.variant, found.quote) for found in findings(text, lang, kind)]


@pytest.mark.parametrize(
    ("lang", "private", "published"),
    [
        (
            "fr",
            "Si ta paie est fausse, appelle Ludivine chez elle au 06 39 98 11 22.",
            "Si ta paie est fausse, appelle notre service au 06 39 98 11 22.",
        ),
        (
            "fr",
            "Covoiturage : contactez Julie au 06 39 98 33 44.",
            "Inscription au cours : contactez Julie au 01 99 00 33 44.",
        ),
        (
            "fr",
            "Félicitations à M. et Mme Renard, 22 avenue des Acacias !",
            "Félicitations à Hugo, nouveau chef au 22 avenue des Acacias !",
        ),
        (
            "fr",
            "On a retrouvé le chauffard : il habite au 5 chemin du Lavoir.",
            "On inaugure la boutique : elle est au 5 chemin du Lavoir.",
        ),
        (
            "fr",
            "Qui aide Zoé Marchand ? zoe.marchand@courriel.example",
            "Contact presse : Zoé Marchand, zoe.marchand@agence-exemple.fr",
        ),
        (
            "en",
            "Wages wrong? Call Ruth at home on 07700 900222.",
            "Wages wrong? Call our office on 07700 900222.",
        ),
        (
            "en",
            "Car share: text Julie on 07700 900333.",
            "Sign up for the class: text Julie on 01632 960333.",
        ),
        (
            "en",
            "Happy golden wedding to Mr and Mrs Foxton, 22 Acacia Avenue!",
            "Congratulations to Hugo, new chef at 22 Acacia Avenue!",
        ),
        (
            "en",
            "We found the driver: he lives at 5 Brook Lane.",
            "We open on Monday: the shop is at 5 Brook Lane.",
        ),
        (
            "en",
            "Who can help Zoe Marsh? zoe.marsh@mail.example",
            "Press contact: Zoe Marsh, zoe.marsh@agency.example",
        ),
    ],
)
def test_the_same_datum_is_private_or_published(lang: str, private: str, published: str) -> None:
    assert len(quotes(private, lang)) == 1
    assert quotes(published, lang) == []


@pytest.mark.parametrize(
    ("lang", "text", "variant"),
    [
        ("fr", "Bonjour, votre dossier 2026-00412 est clos.", "file"),
        ("fr", "Bonjour, nous vous avons appelé au 06.39.98.45.77.", "phone"),
        ("fr", "Bonjour, votre prélèvement de mars a été rejeté.", "money"),
        ("en", "Hi, your case no. 2026-00412 is closed.", "file"),
        ("en", "Hi, we called you on (415) 555-0177.", "phone"),
        ("en", "Hi, your direct debit for March was refused.", "money"),
    ],
)
def test_a_reply_shows_what_a_customer_gave(lang: str, text: str, variant: str) -> None:
    assert [found.variant for found in findings(text, lang, "reply")] == [variant]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("fr", "Bonjour Anne, envoyez-nous votre numéro de dossier en privé. Julie"),
        ("fr", "Bonjour, ce contrat vous couvre même en cas de cancer."),
        ("fr", "Bonjour, avez-vous eu un impayé ?"),
        ("en", "Hi Anne, send us your case number in private. Julie"),
        ("en", "Hi, this policy covers you even if you have cancer."),
        ("en", "Hi, have you tried code 4471?"),
    ],
)
def test_a_reply_may_ask_explain_and_be_signed(lang: str, text: str) -> None:
    assert quotes(text, lang, "reply") == []


@pytest.mark.parametrize(
    ("lang", "told", "spoken"),
    [
        (
            "fr",
            "Notre stagiaire Bastien est en cure de désintoxication.",
            "Bastien Faure raconte sa cure de désintoxication dans un livre.",
        ),
        (
            "fr",
            "Courage à Élodie Martin, opérée d’une tumeur.",
            "Élodie Martin, chirurgienne, opère des tumeurs.",
        ),
        (
            "en",
            "Our intern Bradley is in rehab.",
            "Bradley Cole tells his story of rehab in a film.",
        ),
        (
            "en",
            "Get well soon Sylvia, who had a tumour removed.",
            "Sylvia Hart, surgeon, removes tumours.",
        ),
    ],
)
def test_illness_is_private_unless_it_is_the_subject(lang: str, told: str, spoken: str) -> None:
    assert [found.variant for found in findings(told, lang)] == ["health"]
    assert quotes(spoken, lang) == []


def test_what_the_brand_declares_public_is_no_leak() -> None:
    text = "Merci à Zoé Petit (06 39 98 33 44, zoe.petit@gmail.example)."
    profile = Profile({"brand": "Acme", "public_contacts": ["+33 6 39 98 33 44"]})
    own = Linter(LINTER.settings, profile)
    assert [found.variant for found in findings(text, "fr")] == ["phone", "email"]
    assert [found.variant for found in findings(text, "fr", linter=own)] == ["email"]


def test_a_datum_in_a_quotation_is_one_all_the_same() -> None:
    text = "On nous écrit : « Je suis au 06 39 98 33 44, demandez Zoé Petit. »"
    assert quotes(text, "fr") == [("phone", "06 39 98 33 44")]


def test_the_message_names_the_kind_and_never_says_the_datum() -> None:
    (found,) = findings("Covoiturage : contactez Julie au 06 39 98 33 44.", "fr")
    assert "téléphone" in found.message("fr")
    assert "phone" in found.message("en")
    assert "06 39" not in found.message("fr") + found.fix("fr") + found.why("fr")


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Pensez à Maryse Quentin, qui est en cure de désintoxication.", "fr"),
        ("M. Quentin nous doit 300 €.", "fr"),
        ("Mauvais payeur du mois : M. Quentin.", "fr"),
        ("Spare a thought for Mary Quentin, who is in rehab.", "en"),
        ("Mr Quentin owes us £300.", "en"),
        ("Worst customer of the month: Mr Quentin.", "en"),
    ],
)
def test_a_finding_does_not_name_the_person_of_whom_a_fact_is_told(text: str, lang: str) -> None:
    (found,) = findings(text, lang)
    assert "Quentin" not in (found.quote or "") + found.message(lang)
