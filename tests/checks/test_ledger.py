"""The claims ledger: amounts in both languages, verdicts, a file of its own."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint import Draft, Linter
from socialint.checks.ledger.entry import entries
from socialint.checks.ledger.multiples import said_amounts
from socialint.checks.ledger.verdict import Said, Terms, verdicts
from socialint.draft import Field
from socialint.errors import ProfileError
from socialint.layers.amounts import amounts
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.text import Span

SCHEMAS = Path(__file__).parents[2] / "src/socialint/schemas"


@pytest.mark.parametrize(
    ("lang", "text", "expected"),
    [
        ("fr", "94,2 % des colis", [("94,2 %", 94.2, "%")]),
        ("en", "94.2 per cent of parcels", [("94.2 per cent", 94.2, "%")]),
        ("fr", "neuf colis livrés sur dix", [("neuf colis livrés sur dix", 90.0, "%")]),
        ("en", "nine parcels out of ten", [("nine parcels out of ten", 90.0, "%")]),
        ("fr", "quatre-vingt-dix-sept pour cent", [("quatre-vingt-dix-sept pour cent", 97.0, "%")]),
        ("en", "ninety-four percent", [("ninety-four percent", 94.0, "%")]),
        ("fr", "vingt et un clients", [("vingt et un", 21.0, "")]),
        ("fr", "deux cent mille colis", [("deux cent mille", 200_000.0, "")]),
        ("en", "two hundred and six parcels", [("two hundred and six", 206.0, "")]),
        ("en", "three times as many", [("three times", 3.0, "x")]),
        ("fr", "3 fois plus", [("3 fois", 3.0, "x")]),
        ("fr", "12 000 € et 250 g", [("12 000 €", 12_000.0, "EUR"), ("250 g", 250.0, "g")]),
        ("en", "Rated 4.8/5", [("4.8/5", 0.96, "/5")]),
        ("fr", "la moitié des colis", [("la moitié", 50.0, "%")]),
        ("en", "on 4 May at 14:30", []),
        ("de", "neun von zehn", []),
    ],
)
def test_amounts_are_read_in_figures_and_in_words(
    lang: str, text: str, expected: list[tuple[str, float, str]]
) -> None:
    found = amounts(View(text, lang))
    assert [(text[a.start : a.end], a.value, a.unit) for a in found] == expected


@given(st.text(st.sampled_from("neuf sur dix vingt et un cent 9 10 % , -\n"), max_size=60))
def test_amounts_stay_within_their_text(text: str) -> None:
    for found in amounts(View(text, "fr")):
        assert 0 <= found.start < found.end <= len(text)


def _verdicts(says: Any, text: str, lang: str, **entry: Any) -> list[str]:
    ledger = entries(Profile({"claims": [{"id": "a", "says": says, **entry}]}))
    said = Said(text, lang, said_amounts(View(text, lang)))
    return [found.verdict for found in verdicts(said, ledger, Terms(date(2026, 5, 1), 36))]


PARCELS = "94,2 % des colis arrivent à l'heure"
WORTH = {"value": 94, "unit": "%"}
TOLD = "94 % des colis arrivent à l'heure"
BOTH = {"fr": PARCELS, "en": "94.2% of parcels arrive on time"}


@pytest.mark.parametrize(
    ("says", "text", "lang", "entry", "expected"),
    [
        (PARCELS, "94,2 pour cent des colis arrivent à l'heure.", "fr", {}, ["supported"]),
        (PARCELS, "Environ 95 % des colis arrivent à l’heure", "fr", {}, ["supported"]),
        (PARCELS, "92 % des colis arrivent à l'heure", "fr", {}, ["contradicted"]),
        (PARCELS, "En 2019, 92 % des colis arrivaient à l'heure", "fr", {}, []),
        (PARCELS, "92 % des lettres sont perdues", "fr", {}, []),
        (PARCELS, TOLD, "fr", {"expires": "2026-04-30"}, ["expired"]),
        (PARCELS, TOLD, "fr", {"expires": "2026-05-01"}, ["supported"]),
        (PARCELS, TOLD, "fr", {"date": "2023-01-01"}, ["stale"]),
        (BOTH, "Ninety-four percent of parcels arrive on time.", "en", {}, ["supported"]),
        (BOTH, "Nine parcels in ten arrive on time.", "en", {}, ["contradicted"]),
        ("Best pub of Ballarat", "Voted the best pub of Ballarat", "en", {}, ["supported"]),
        ("Best pub of Ballarat", "A pub near Ballarat", "en", {}, []),
        ("parcels on time", "92% of parcels on time", "en", WORTH, ["contradicted"]),
    ],
)  # fmt: skip
def test_a_sentence_is_held_against_an_entry(
    says: Any, text: str, lang: str, entry: dict[str, Any], expected: list[str]
) -> None:
    assert _verdicts(says, text, lang, **entry) == expected


KETTLES = {
    "en": "82% of mended kettles still work a year later",
    "fr": "82 % des bouilloires réparées marchent encore un an après",
}
# what a post says of them
SAYING = {
    "en": "{} of mended kettles still work a year later.",
    "fr": "{} bouilloires réparées marchent encore un an après.",
}


@pytest.mark.parametrize(
    ("lang", "said", "expected"),
    [
        ("en", "More than 80%", "supported"),
        ("en", "Well over 80%", "supported"),
        ("en", "At least four fifths", "supported"),
        ("en", "More than eight in ten", "supported"),
        ("en", "80% or more", "supported"),
        ("en", "No fewer than 80%", "supported"),
        ("en", "Nearly 85%", "supported"),
        ("en", "Just under 84%", "supported"),
        ("en", "Less than 90%", "supported"),
        ("en", "Up to 90%", "supported"),
        ("en", "More than 85%", "contradicted"),
        ("en", "More than nine in ten", "contradicted"),
        ("en", "At least 84%", "contradicted"),
        ("en", "84% or more", "contradicted"),
        ("en", "Almost 90%", "contradicted"),
        ("en", "Fewer than eight in ten", "contradicted"),
        ("en", "No more than 80%", "contradicted"),
        ("en", "Up to 70%", "contradicted"),
        ("en", "80%", "contradicted"),
        ("en", "More than 3 people (75%)", "contradicted"),
        ("fr", "Plus de 80 % des", "supported"),
        ("fr", "PLUS DE 80 % DES", "supported"),
        ("fr", "Bien plus de 80\u00a0% des", "supported"),
        ("fr", "Au moins 80 % des", "supported"),
        ("fr", "80 % au moins des", "supported"),
        ("fr", "Plus de huit bouilloires sur dix parmi les", "supported"),
        ("fr", "Au-delà de 80 % des", "supported"),
        ("fr", "Près de 85 % des", "supported"),
        ("fr", "Un peu plus de 80 % des", "supported"),
        ("fr", "Moins de 90 % des", "supported"),
        ("fr", "Jusqu’à 90 % des", "supported"),
        ("fr", "Plus de 85 % des", "contradicted"),
        ("fr", "Au moins neuf sur dix des", "contradicted"),
        ("fr", "Pas moins de 90 % des", "contradicted"),
        ("fr", "Près de 90 % des", "contradicted"),
        ("fr", "Moins de 80 % des", "contradicted"),
        ("fr", "Pas plus de 80 % des", "contradicted"),
        ("fr", "Jusqu’à 70 % des", "contradicted"),
        ("fr", "80 % des", "contradicted"),
    ],
)
def test_a_bound_that_the_entry_meets_is_supported(lang: str, said: str, expected: str) -> None:
    assert _verdicts(KETTLES[lang], SAYING[lang].format(said), lang) == [expected]


DONS = "Les dons à la bibliothèque ont triplé en un an"
GIFTS = "Gifts to the library have tripled in a year"


@pytest.mark.parametrize("entry", [{}, {"value": 3, "unit": "x"}])
@pytest.mark.parametrize(
    ("says", "lang", "text", "expected"),
    [
        (DONS, "fr", "Les dons à la bibliothèque ont triplé.", ["supported"]),
        (DONS, "fr", "Les dons à la bibliothèque ont été multipliés par trois.", ["supported"]),
        (DONS, "fr", "Les dons à la bibliothèque ont été multipliés par 3.", ["supported"]),
        (DONS, "fr", "Trois fois plus de dons à la bibliothèque.", ["supported"]),
        (DONS, "fr", "Les dons à la bibliothèque ont plus que doublé.", ["supported"]),
        (DONS, "fr", "Les dons à la bibliothèque ont doublé.", ["contradicted"]),
        (DONS, "fr", "LES DONS A LA BIBLIOTHEQUE ONT DOUBLE.", ["contradicted"]),
        (DONS, "fr", "Les dons à la bibliothèque, multipliés par cinq.", ["contradicted"]),
        (DONS, "fr", "Le double de dons à la bibliothèque.", ["contradicted"]),
        (DONS, "fr", "Vos dons à la bibliothèque : une double joie, à double titre.", []),
        (DONS, "fr", "Aidez-nous à doubler les dons à la bibliothèque.", []),
        (GIFTS, "en", "Gifts to the library have tripled.", ["supported"]),
        ("Dons multipliés par trois en deux ans", "fr", "Dons triplés en deux ans.", ["supported"]),
        (GIFTS, "en", "Gifts to the library: a threefold rise.", ["supported"]),
        (GIFTS, "en", "Gifts to the library grew by a factor of three.", ["supported"]),
        (GIFTS, "en", "Gifts to the library more than doubled.", ["supported"]),
        (GIFTS, "en", "Gifts to the library have quadrupled.", ["contradicted"]),
        (GIFTS, "en", "Twice as many gifts to the library.", ["contradicted"]),
        (GIFTS, "en", "Gifts to the library were multiplied by 5.", ["contradicted"]),
        (GIFTS, "en", "Help us to double gifts to the library.", []),
        (GIFTS, "en", "Gifts to the library deserve a double thank you.", []),
    ],
)
def test_a_multiple_in_words_is_held_against_an_entry(
    says: str, lang: str, text: str, expected: list[str], entry: dict[str, Any]
) -> None:
    assert _verdicts(says, text, lang, **entry) == expected


def test_what_is_multiplied_as_the_entry_says_needs_no_other_source() -> None:
    ledger = Profile({"claims": [{"id": "dons", "says": DONS, "value": 3, "unit": "x"}]})
    text = "Les dons à la bibliothèque ont été multipliés par trois."
    assert [found for found, _ in _rules(text, Profile())] == ["unsourced-statistic"]
    assert _rules(text, ledger) == []


def _rules(text: str, profile: Profile, **fields: Any) -> list[tuple[str, str]]:
    written = {name: Field(value, Span(0, 0), Span(0, 0)) for name, value in fields.items()}
    day = datetime(2026, 5, 1, 12, tzinfo=UTC)
    draft = Draft(text, lang="fr", fields=written, publish_at=day)
    report = Linter(profile=profile).check_draft(draft)
    assert report.errors == ()
    claims = [finding for finding in report.findings if finding.code[:3] == "CLM"]
    return [(finding.rule, finding.message("fr")) for finding in claims]


LEDGER = Profile({"claims": [{"id": "colis", "says": PARCELS, "source": "https://acme.example"}]})


def test_what_the_ledger_supports_needs_no_other_source() -> None:
    for text, rule in (
        ("94 % des clients reviennent.", "unsourced-statistic"),
        ("Les meilleurs cafés de Namur.", "absolute-claim"),
    ):
        ledger = Profile({"claims": [{"id": "a", "says": text.removesuffix(".")}]})
        assert _rules(text, ledger) == []
        assert [found for found, _ in _rules(text, Profile())] == [rule]


def test_the_entry_and_its_proof_are_named_once() -> None:
    ((rule, message),) = _rules("92 % des colis arrivent à l'heure.", LEDGER)
    assert rule == "claim-registry-mismatch"
    assert "colis" in message
    assert PARCELS in message


@pytest.mark.parametrize(
    ("named", "expected"), [(["colis"], []), (["autre"], ["claim-registry-mismatch"])]
)
def test_an_id_that_the_ledger_lacks_is_told(named: list[str], expected: list[str]) -> None:
    assert [rule for rule, _ in _rules("Bonjour.", LEDGER, claims=named)] == expected


@pytest.mark.parametrize(
    ("text", "named", "said"),
    [
        (TOLD, [], ["2026-04-30"]),
        ("92 % des colis arrivent à l'heure.", [], [PARCELS, "colis"]),
        ("Bonjour.", ["coli"], ["«\u00a0coli\u00a0»", "«\u00a0colis\u00a0»"]),
        ("Bonjour.", ["zut"], ["«\u00a0zut\u00a0»", "«\u00a0colis\u00a0»"]),
    ],
)
def test_what_is_told_says_until_when_what_and_which(
    text: str, named: list[str], said: list[str]
) -> None:
    entry = {"id": "colis", "says": PARCELS, "expires": "2026-04-30"}
    field = {"claims": Field(named, Span(0, 0), Span(0, 0))}
    day = datetime(2026, 5, 1, 12, tzinfo=UTC)
    report = Linter(profile=Profile({"claims": [entry]})).check_draft(
        Draft(text, lang="fr", fields=field, publish_at=day)
    )
    (found,) = [each for each in report.findings if each.rule == "claim-registry-mismatch"]
    told = f"{found.message('fr')} {found.why('fr')} {found.fix('fr')}"
    assert [part for part in said if part not in told] == []
    assert "«\u00a0–\u00a0»" not in told


def test_the_ledger_may_have_a_file_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "brand.yaml").write_text("brand: Acme\nclaims: claims.yaml\n", "utf-8")
    (tmp_path / "claims.yaml").write_text(
        'claims:\n  - {id: colis, says: "94,2 % des colis", date: 2026-01-01}\n', "utf-8"
    )
    (entry,) = entries(Profile.load(tmp_path / "brand.yaml"))
    assert (entry.id, entry.dated) == ("colis", date(2026, 1, 1))
    (tmp_path / "claims.yaml").write_text("claims: [{id: colis}]\n", "utf-8")
    with pytest.raises(ProfileError, match=r"claims\.yaml"):
        Profile.load(tmp_path / "brand.yaml")


def test_an_entry_is_the_same_in_both_files() -> None:
    profile, ledger = (
        json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))["properties"]["claims"]
        for name in ("profile", "claims")
    )
    assert profile["items"] == ledger["items"]
