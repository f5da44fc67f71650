"""What stands in a text by its form: found whole, in place, and read right."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from socialint.layers.entities import ENTITIES, Entity, scan
from socialint.layers.view import View


def found(text: str, lang: str | None = None) -> list[tuple[str, str]]:
    return [(entity.kind, entity.text) for entity in scan(text, lang)]


def only(text: str, lang: str | None = None) -> Entity:
    (entity,) = scan(text, lang)
    return entity


@pytest.mark.parametrize(
    ("text", "kind", "part"),
    [
        ("Tout est sur acme.fr/promo.", "url", "acme.fr/promo"),
        ("(https://acme.example/a?b=c)", "url", "https://acme.example/a?b=c"),
        ("http://127.0.0.1/x ici", "url", "http://127.0.0.1/x"),
        ("Écrivez à service.client@acme.fr !", "email", "service.client@acme.fr"),
        ("merci @jean.dupont.", "mention", "@jean.dupont"),
        ("via @ana@mastodon.social", "mention", "@ana@mastodon.social"),
        ("bravo @UneEntrepriseAuNomTresLong", "mention", "@UneEntrepriseAuNomTresLong"),
        ("Vive l'#été !", "hashtag", "#été"),
        ("l'action $ACME monte", "cashtag", "$ACME"),
        ("bravo 👩🏽‍🚀", "emoji", "👩🏽‍🚀"),
        ("en 🇫🇷", "emoji", "🇫🇷"),
        ("étape 1️⃣", "emoji", "1️⃣"),
        ("Appelez le 06 39 98 12 34.", "phone", "06 39 98 12 34"),
        ("Appelez le 06.39.98.12.34", "phone", "06.39.98.12.34"),
        ("Call (514) 555-0123 now", "phone", "(514) 555-0123"),
        ("+33 (0)1 99 00 12 34", "phone", "+33 (0)1 99 00 12 34"),
        ("Call 020 7946 0958", "phone", "020 7946 0958"),
    ],
)
def test_signs_are_found_whole(text: str, kind: str, part: str) -> None:
    assert found(text) == [(kind, part)]


@pytest.mark.parametrize(
    "text",
    [
        "Merci.Il fait beau",
        "la version 3.11.2 est là",
        "en 5G et en 3D",
        "du B2B au mp3",
        "un 4x4",
        "© Acme™",
        "un ✔︎ en texte",
        "R&D, C#",
        "@ tous",
    ],
)
def test_what_only_looks_like_an_entity_is_none(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "part", "norm"),
    [
        ("rendez-vous mardi 12 mai 2026 !", "mardi 12 mai 2026", "2026-05-12"),
        ("dès le 1er juin", "1er juin", "--06-01"),
        ("le 3 AOUT", "3 AOUT", "--08-03"),
        ("on Monday, May 12th, 2026.", "Monday, May 12th, 2026", "2026-05-12"),
        ("the 4th of July", "4th of July", "--07-04"),
        ("le 2026-05-12", "2026-05-12", "2026-05-12"),
        ("depuis mai 2026", "mai 2026", "2026-05"),
        ("in March 2026", "March 2026", "2026-03"),
        ("en 2026", "2026", "2026"),
        ("since 1998", "1998", "1998"),
        ("le 25/12", "25/12", "--12-25"),
        ("31.01.2026", "31.01.2026", "2026-01-31"),
        ("le 31.01.26", "31.01.26", "2026-01-31"),
        ("paru en 07/2026", "07/2026", "2026-07"),
        ("fini le 24 décembre.", "24 décembre", "--12-24"),
        ("le 3 janv. 2026", "3 janv. 2026", "2026-01-03"),
    ],
)
def test_dates_are_read(text: str, part: str, norm: str) -> None:
    entity = only(text)
    assert (entity.kind, entity.text, entity.norm) == ("date", part, norm)


@pytest.mark.parametrize(
    ("lang", "norm"), [("fr", "2026-05-12"), ("fr-CA", "2026-05-12"), ("en", ""), (None, "")]
)
def test_the_order_of_day_and_month_is_settled_by_the_language_alone(
    lang: str | None, norm: str
) -> None:
    assert only("12/05/2026", lang).norm == norm


@pytest.mark.parametrize(
    "text",
    ["31/02/2026", "la 1.2.19", "you may 12 times", "45/13/2026", "99.99.9999", "2026-13-01"],
)
def test_impossible_dates_are_none(text: str) -> None:
    assert "date" not in {kind for kind, _ in found(text)}


def test_both_ends_of_a_range_of_days_are_dates() -> None:
    assert [entity.norm for entity in scan("du 12 au 15 mai")] == ["--05-12", "--05-15"]


@pytest.mark.parametrize(
    ("text", "part", "norm"),
    [
        ("à 14 h 30", "14 h 30", "14:30"),
        ("dès 9h", "9h", "09:00"),
        ("à 14 heures", "14 heures", "14:00"),
        ("18:05", "18:05", "18:05"),
        ("at 2:30 pm", "2:30 pm", "14:30"),
        ("at 12 a.m.", "12 a.m.", "00:00"),
        ("9am sharp", "9am", "09:00"),
        ("à midi !", "midi", "12:00"),
        ("by midnight", "midnight", "00:00"),
    ],
)
def test_times_are_read(text: str, part: str, norm: str) -> None:
    entity = only(text)
    assert (entity.kind, entity.text, entity.norm) == ("time", part, norm)


@pytest.mark.parametrize(
    ("text", "kind", "part", "value", "unit"),
    [
        ("soit 1 234,50 €", "money", "1 234,50 €", 1234.5, "EUR"),
        ("soit 1\u202f234,50\u00a0€", "money", "1\u202f234,50\u00a0€", 1234.5, "EUR"),
        ("$12.5k raised", "money", "$12.5k", 12500, "$"),
        ("US$10", "money", "US$10", 10, "USD"),
        ("10 $ CA", "money", "10 $ CA", 10, "CAD"),
        ("CHF 20", "money", "CHF 20", 20, "CHF"),
        ("12€50", "money", "12€50", 12.5, "EUR"),
        ("2 M€ levés", "money", "2 M€", 2e6, "EUR"),
        ("1,5 million d'euros", "money", "1,5 million d'euros", 1.5e6, "EUR"),
        ("50 centimes", "money", "50 centimes", 0.5, ""),
        ("1.234 €", "money", "1.234 €", 1234, "EUR"),
        ("-1.234 €", "money", "-1.234 €", -1234, "EUR"),
        ("70,000€", "money", "70,000€", 70000, "EUR"),
        ("1,234 M€", "money", "1,234 M€", 1234e6, "EUR"),
        ("-20 % ici", "percent", "-20 %", -20, "%"),
        ("1,234.5% more", "percent", "1,234.5%", 1234.5, "%"),
        ("dix pour cent, 10 pour cent", "percent", "10 pour cent", 10, "%"),
        ("3x plus", "quantity", "3x", 3, "x"),
        ("×2", "quantity", "×2", 2, "x"),
        ("3 fois plus", "quantity", "3 fois", 3, "x"),
        ("sous 48 h", "quantity", "48 h", 48, "hour"),
        ("24h/24", "quantity", "24h/24", 24, "hour"),
        ("en 24h", "quantity", "24h", 24, "hour"),
        ("pendant 2 heures", "quantity", "2 heures", 2, "hour"),
        ("a 12-month plan", "quantity", "12-month", 12, "month"),
        ("50ml", "quantity", "50ml", 50, "ml"),
        ("9 sur 10", "ratio", "9 sur 10", 0.9, ""),
        ("9 out of 10", "ratio", "9 out of 10", 0.9, ""),
        ("24/7", "ratio", "24/7", None, ""),
        ("le 12e", "number", "12e", 12, "ordinal"),
        ("10k abonnés", "number", "10k", 10000, ""),
        ("1 M d'abonnés", "number", "1 M", 1e6, ""),
        ("2000 clients", "number", "2000", 2000, ""),
        ("12 500 clients", "number", "12 500", 12500, ""),
        ("Top 5", "number", "5", 5, ""),
        ("5 l'un", "number", "5", 5, ""),
        ("10 to one", "number", "10", 10, ""),
    ],
)
def test_figures_are_read_with_what_they_count(
    text: str, kind: str, part: str, value: float | None, unit: str
) -> None:
    entity = only(text)
    assert (entity.kind, entity.text, entity.unit) == (kind, part, unit)
    assert entity.value == (value if value is None else pytest.approx(value))


@pytest.mark.parametrize(
    ("text", "lang", "value"),
    [
        ("1,234", None, 1234),
        ("1,234", "en", 1234),
        ("1,234", "fr", 1.234),
        ("1.234", None, 1.234),
        ("1.234", "fr", 1234),
        ("1.234.567", None, 1234567),
        ("3,5", "en", 3.5),
    ],
)
def test_the_mark_of_decimals_is_that_of_the_language(
    text: str, lang: str | None, value: float
) -> None:
    assert only(text, lang).value == value


def test_a_reference_is_no_ratio() -> None:
    assert found("dossiers 24/01187, 016/014 et 2007/2010") == []


def test_one_figure_does_not_run_into_the_next() -> None:
    assert found("10/15 €") == [("number", "10"), ("money", "15 €")]
    assert found("10€ 20€, 5 % à 10 % et 3 #deux") == [
        ("money", "10€"),
        ("money", "20€"),
        ("percent", "5 %"),
        ("percent", "10 %"),
        ("number", "3"),
        ("hashtag", "#deux"),
    ]


def test_figures_in_links_and_names_are_theirs() -> None:
    assert found("https://acme.fr/2026/05/12 @acme24 #top10") == [
        ("url", "https://acme.fr/2026/05/12"),
        ("mention", "@acme24"),
        ("hashtag", "#top10"),
    ]


def test_the_layer_reads_in_the_declared_language() -> None:
    assert View("1,234", "fr").layer(ENTITIES)[0].value == 1.234


SIGNS = ["@a", "#b", ".fr", "https://", "a.com", "é", "😀", "\u200d", "🇫🇷", "\ufe0f\u20e3", "œ"]
WORDS = ["12 mai", "May 3", "2026", "30", "06", "1 234", "h", "x", "k", "M", "d'", "août"]
PARTS = st.one_of(*map(st.sampled_from, (SIGNS, WORDS, "€$%/,- ()+:.'_\n\u00a0")))
TEXTS = st.lists(st.one_of(PARTS, st.characters()), max_size=12).map("".join)


@given(TEXTS, st.sampled_from([None, "fr", "en"]))
def test_entities_are_slices_in_order_that_never_overlap(text: str, lang: str | None) -> None:
    last = 0
    for entity in scan(text, lang):
        assert last <= entity.start < entity.end <= len(text)
        assert entity.text == text[entity.start : entity.end]
        last = entity.end


LATIN = st.lists(
    st.one_of(
        st.sampled_from(["12 mai", "août", " ", "é", "3", ",50 €", "%", "#été", "@a", "midi"]),
        st.sampled_from(["14 h 30", "à", "1 234", "😀", "le ", "."]),
    ),
    max_size=10,
).map("".join)


def meaning(text: str) -> list[tuple[str, str, float | None, str]]:
    return [
        (e.kind, unicodedata.normalize("NFC", e.norm), e.value, e.unit) for e in scan(text, "fr")
    ]


@given(LATIN)
@example("août@a.le ")
def test_decomposed_text_holds_the_same_entities(text: str) -> None:
    assert meaning(unicodedata.normalize("NFD", text)) == meaning(text)


@given(LATIN)
def test_no_break_spaces_change_no_entity(text: str) -> None:
    assert meaning(text.replace(" ", "\u202f")) == meaning(text)


@pytest.mark.parametrize(
    "piece", ["a.", "(", "http://a", "1 ", "1.", "#a", "@a", "0 1", "$1,", "😀\u200d"]
)
def test_long_runs_of_the_same_are_read_to_the_end(piece: str) -> None:
    text = piece * 5000
    assert all(entity.end <= len(text) for entity in scan(text))


@pytest.mark.xfail(reason="numbers in words are not read")
def test_a_percentage_in_words_is_one() -> None:
    assert found("dix pour cent de remise") == [("percent", "dix pour cent")]


@pytest.mark.xfail(reason="days without a date (yesterday, lundi prochain) are not read")
def test_a_relative_day_is_a_date() -> None:
    assert found("rendez-vous lundi prochain") == [("date", "lundi prochain")]
