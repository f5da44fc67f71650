"""The language of paragraphs: declared, detected, or not said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from needs import SHARED

from socialint.layers.guess import guess
from socialint.layers.language import LANGUAGE, paragraphs
from socialint.layers.view import View

BOTH = ("fr", "en")


def langs(text: str, fallback: str | None = None) -> list[str | None]:
    return [paragraph.lang for paragraph in paragraphs(text, BOTH, fallback)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Nous ouvrons une boutique à Lyon samedi.", "fr"),
        ("We are opening a store in Lyon on Saturday.", "en"),
        ("Vous etes deja inscrits ? A bientot !", "fr"),
        ("VENEZ NOMBREUX, C'EST GRATUIT", "fr"),
        ("L’équipe n’est pas là aujourd’hui", "fr"),
        ("Don't miss what's next", "en"),
        ("Merci !", "fr"),
        ("Thank you!", "en"),
        ("Spectacle complet demain soir", "fr"),
        ("Hiring two backend engineers", "en"),
        ("Notre newsletter est là, avec un best of de vos posts du mois", "fr"),
        (
            "Le mot du jour de #ThrowbackThursday de @TheBigCompany https://example.com/the-best-of-you",
            "fr",
        ),
    ],
)
def test_common_words_tell_french_from_english(text: str, lang: str) -> None:
    assert langs(text) == [lang]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n",
        "🎉🎉🎉",
        "https://example.com/the-new-shop @theteam #welcome",
        "Acme 2026",
        "12:30 – 14:00",
        "Suite page 3",
    ],
)
def test_what_says_nothing_of_its_language_takes_the_fallback(text: str) -> None:
    assert langs(text) == [None]
    assert langs(text, "fr") == ["fr"]


@pytest.mark.parametrize(
    "text",
    [
        "Estamos muy contentos de presentar la nueva tienda para todos",
        "Wir freuen uns sehr auf das neue Jahr mit euch",
        "Oggi è una bella giornata per tutti noi, grazie ancora",
        "Obrigado a todos vocês, estamos muito felizes com isso",
        "Wij zijn heel blij dat het nieuwe product er is",
    ],
)
def test_a_language_that_is_not_expected_is_neither_french_nor_english(text: str) -> None:
    assert langs(text, "fr") == [None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Merci à tous !\n\nThank you all!", ["fr", "en"]),
        ("Nous ouvrons demain à 9 h.\nWe open tomorrow at 9 am.", ["fr", "en"]),
        (
            (
                "Nous sommes fiers de vous présenter notre équipe, et merci à vous tous.\n\n"
                "Source : Open Data Blog"
            ),
            ["fr", "fr"],
        ),
        (
            (
                "Nous avons lu pour vous le billet de la semaine, que voici :\n"
                "what you see is not what you get when they are all out of it\n"
                "et nous en avons tiré trois conseils pour votre équipe."
            ),
            ["fr", "en", "fr"],
        ),
        ("Acme 2026\n\nNous ouvrons une boutique", ["fr", "fr"]),
    ],
)
def test_each_paragraph_has_its_language(text: str, expected: list[str]) -> None:
    assert langs(text) == expected


def test_a_declared_language_holds_for_all_paragraphs() -> None:
    view = View("Thank you all!\n\nMerci à tous !", declared="en")
    assert [p.lang for p in view.layer(LANGUAGE)] == ["en", "en"]


def test_only_expected_languages_are_answered() -> None:
    assert guess("Thank you all for this", ("fr",)).lang is None
    assert guess("Thank you all for this", ("xx",)).lang is None


def test_a_third_language_needs_a_file_only() -> None:
    assert guess("Wir freuen uns sehr auf das neue Jahr", ("fr", "en", "de")).lang == "de"


@given(st.text(st.sampled_from("a é'\n.@ the le \r\t"), max_size=60), st.sampled_from(["fr", None]))
def test_paragraphs_cover_the_text_without_a_gap(text: str, fallback: str | None) -> None:
    found = paragraphs(text, BOTH, fallback)
    assert [p.start for p in found[1:]] == [p.end for p in found[:-1]]
    assert (found[0].start, found[-1].end) == (0, len(text))


def test_on_published_posts_it_is_right_and_rarely_abstains() -> None:
    files = sorted((SHARED / "corpus" / "real").glob("*.jsonl"))
    if not files:
        pytest.skip("no corpus of published posts beside the repository")
    lines = "".join(file.read_text("utf-8") for file in files).strip().split("\n")
    rows = [json.loads(line) for line in lines]
    answers = [(guess(row["text"], BOTH).lang, row["lang"], row["text"]) for row in rows]
    decided = [(lang, gold) for lang, gold, _ in answers if lang]
    long = [lang for lang, _, text in answers if sum(map(str.isalpha, text)) >= 40]
    assert sum(lang == gold for lang, gold in decided) >= 0.995 * len(decided)
    assert sum(lang is not None for lang in long) >= 0.97 * len(long)
