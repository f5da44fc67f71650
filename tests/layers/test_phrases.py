"""Word lists in texts: case, accents, gaps, languages, overlaps."""

from __future__ import annotations

import pytest

from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.lexicon import Lexicon
from socialint.layers.phrases import PHRASES
from socialint.layers.view import View


def quotes(text: str, *terms: Term | str, lang: str = "fr") -> list[str]:
    made = [Term("l", term) if isinstance(term, str) else term for term in terms]
    lexicon: Lexicon = Lexicon.of(compile_lexicon(made))
    view = View(text, lang, lexicons={lang: (lexicon,)})
    return [text[match.start : match.end] for match in view.layer(PHRASES).get("l", ())]


CASED = Term("l", "Apple [Watch|Pay]", case=True)
OBJECT = Term("l", "ne manquez pas", object=("[le|la] train", "départ*"))


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("ACHETEZ MAINTENANT", "achetez maintenant", ["ACHETEZ MAINTENANT"]),
        ("À  vous\u202fde jouer", "a vous de", ["À  vous\u202fde"]),
        ("C’est à vous de voir", "c'est à vous", ["C’est à vous"]),
        ("clé-en-main", "clé en main", ["clé-en-main"]),
        ("clé en main", "clé-en-main", ["clé en main"]),
        ("prêt", "pret", ["prêt"]),
        ("un médaillé", "médaillé", ["médaillé"]),
        ("une medaille", "médaillé", []),
        ("NOTRE MEDAILLE", "médaillé", ["MEDAILLE"]),
        ("OU BIEN", "où", []),
        ("OÙ ÇA", "où", ["OÙ"]),
        ("me\u0301daille\u0301", "médaillé", ["me\u0301daille\u0301"]),
        ("du cœur", "cœur", ["cœur"]),
        ("du coeur", "cœur", ["coeur"]),
        ("Apple Watch", CASED, ["Apple Watch"]),
        ("apple watch", CASED, []),
        ("APPLE PAY", CASED, []),
        ("nos experts sont tous d'accord", "experts .. d'accord", ["experts sont tous d'accord"]),
        ("nos experts sont là. D'accord", "experts .. d'accord", []),
        ("nos experts\nSont-ils d'accord", "experts .. d'accord", []),
        ("nos experts\nsont d'accord", "experts .. d'accord", ["experts\nsont d'accord"]),
        ("nos experts\nd'accord", "experts d'accord", ["experts\nd'accord"]),
        ("nos experts\n\nd'accord", "experts d'accord", []),
        ("a1 a2 a3 a4 a5 a6 fin", "a1 .. fin", ["a1 a2 a3 a4 a5 a6 fin"]),
        ("a1 a2 a3 a4 a5 a6 a7 fin", "a1 .. fin", []),
        ("Ne manquez pas l'offre", OBJECT, ["Ne manquez pas"]),
        ("Ne manquez pas le train", OBJECT, []),
        ("Ne manquez pas votre départ", OBJECT, []),
        ("Ne manquez pas cette toute nouvelle gamme de départ", OBJECT, ["Ne manquez pas"]),
    ],
)
def test_an_entry_matches_as_its_writer_means(
    text: str, term: Term | str, expected: list[str]
) -> None:
    assert quotes(text, term) == expected


@pytest.mark.parametrize(
    ("text", "terms", "expected"),
    [
        ("buy it now", ("buy", "buy it now", "it now"), ["buy it now"]),
        ("buy now and buy", ("buy", "buy now"), ["buy now", "buy"]),
        ("we agree and we agree", ("we .. agree",), ["we agree", "we agree"]),
    ],
)
def test_of_entries_that_overlap_the_longest_stands(
    text: str, terms: tuple[str, ...], expected: list[str]
) -> None:
    assert quotes(text, *terms, lang="en") == expected


def test_each_paragraph_is_read_in_its_own_language() -> None:
    words = Lexicon.of(compile_lexicon([Term("l", "sale")]))
    text = (
        "The summer sale starts today, and everything in the shop must go.\n\n"
        "Le linge sale se lave en famille, dit-on, mais pas chez nous cette semaine."
    )
    view = View(text, lexicons={"en": (words,)})
    assert [match.start for match in view.layer(PHRASES)["l"]] == [text.index("sale")]


def test_words_of_any_language_are_found_in_every_text() -> None:
    words = Lexicon.of(compile_lexicon([Term("l", "lorem ipsum")]))
    for lang in ("fr", "en", None):
        view = View("lorem ipsum", lang, lexicons={"und": (words,)})
        assert len(view.layer(PHRASES)["l"]) == 1
