"""Readability, checked against values worked out by hand."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest

from socialint.layers import readability as module
from socialint.layers.readability import READABILITY, Readability, count_syllables
from socialint.layers.view import View

# nine words, nine syllables each
PLAIN_EN = "The cat sat on the mat by the door. "
PLAIN_FR = "Le chat dort sur le lit de sa sœur. "
# nine words, twelve syllables, one word of more than six letters
LONGER_EN = "Information is a good thing for all of us. "


@pytest.fixture(autouse=True)
def _no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    nltk = pytest.importorskip("nltk")

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a download was attempted")

    monkeypatch.setattr(nltk, "download", refuse)


def measure(text: str, lang: str) -> Readability:
    found = View(text, lang).layer(READABILITY)
    assert found
    return found


@pytest.mark.parametrize(
    ("text", "lang", "flesch", "lix"),
    [
        (PLAIN_EN * 4, "en", 206.835 - 1.015 * 9 - 84.6, 9.0),
        (LONGER_EN * 4, "en", 206.835 - 1.015 * 9 - 84.6 * 12 / 9, 9 + 100 / 9),
        (PLAIN_FR * 4, "fr", 207 - 1.015 * 9 - 73.6, 9.0),
    ],
)
def test_scores_are_those_of_the_formulas(text: str, lang: str, flesch: float, lix: float) -> None:
    found = measure(text, lang)
    assert found.flesch == pytest.approx(flesch)
    assert found.lix == pytest.approx(lix)
    assert (found.words, found.sentences, found.lang) == (36, 4, lang)


@pytest.mark.parametrize(
    "noise",
    ["#MonHashtag ", "https://acme.example/a.b.c ", "🎉🎉 ", "@acme ", "Aide@b.example ", ":-) "],
)
def test_what_is_not_read_aloud_does_not_count(noise: str) -> None:
    assert measure((noise + PLAIN_EN) * 4, "en") == measure(PLAIN_EN * 4, "en")


def test_points_inside_numbers_and_abbreviations_end_no_sentence() -> None:
    text = "Nous avons reçu M. Dupont avec 1.5 million de dons hier. " * 3
    assert measure(text, "fr").sentences == 3


@pytest.mark.parametrize(
    ("text", "lang"),
    [("", "en"), (PLAIN_EN, "en"), ("cat " * 60, "en"), (PLAIN_EN * 9, "de"), ("🎉 " * 90, "fr")],
)
def test_a_text_too_short_or_in_another_language_has_none(text: str, lang: str) -> None:
    assert View(text, lang).layer(READABILITY) is None


def test_a_bilingual_text_is_measured_in_its_main_language() -> None:
    text = PLAIN_FR * 6 + "\n\n" + PLAIN_EN * 2
    found = View(text).layer(READABILITY)
    assert found is not None
    assert (found.lang, found.sentences) == ("fr", 6)


def test_threads_measure_the_same() -> None:
    texts = [PLAIN_EN * 4 + f"The dog number {number} sat. " for number in range(16)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: measure(text, "en"), texts))
    assert found == [measure(text, "en") for text in texts]


def test_the_dictionary_knows_the_syllables_of_common_words() -> None:
    counts = {word: len(module.syllables()[word][0]) for word in ("cat", "every", "information")}
    assert counts == {"cat": 1, "every": 3, "information": 4}


@pytest.mark.parametrize(
    ("words", "lang", "count"),
    [
        # the li-bra-ry o-pens a-gain
        ("the library opens again", "en", 8),
        # some-thing beau-ti-ful
        ("something beautiful", "en", 5),
        # le mar-ché com-mence sa-me-di
        ("le marché commence samedi", "fr", 8),
        # des ci-tron-niers en fleur
        ("des citronniers en fleur", "fr", 6),
        ("el mercado", "es", 0),
        ("", "en", 0),
    ],
)
def test_syllables_are_those_that_one_counts_aloud(words: str, lang: str, count: int) -> None:
    assert count_syllables(words.split(), lang) == count
