"""Runs of words are parted where everybody would part them, and single words never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.compounds import split, vocabulary

VOCABULARIES = [v for lang in ("fr", "en") if (v := vocabulary(lang))]
SINGLE = sorted(frozenset().union(*(v.words | v.solid for v in VOCABULARIES)))


@pytest.mark.parametrize(
    ("run", "langs", "words"),
    [
        ("fetedulivre", ["fr"], "fete du livre"),
        ("fêtedulivre", ["fr"], "fête du livre"),
        ("FETEDULIVRE", ["fr"], "FETE DU LIVRE"),
        ("jardinpartage", ["fr", "en"], "jardin partage"),
        ("shoplocal", ["fr", "en"], "shop local"),
        ("dogsofireland", ["en"], "dogs of ireland"),
        ("farmersmarket", ["en"], "farmers market"),
        ("bookshopopennow", ["en"], "bookshop open now"),
        ("bonheurautravail", ["fr"], "bonheur au travail"),
    ],
)
def test_known_words_are_parted(run: str, langs: list[str], words: str) -> None:
    assert " ".join(split(run, langs)) == words


@pytest.mark.parametrize(
    "run",
    [
        "information",
        "aujourdhui",
        "chateaufort",
        "belleville",
        "bookshop",
        "newsletter",
        "springfield",
        "accessibilité",
        "zwingliplatz",
        "openingdoorsnow",
        "mangerbouger" * 4,
    ],
)
def test_words_and_names_stay_whole(run: str) -> None:
    assert split(run, ["fr", "en"]) == ()


@given(st.sampled_from(SINGLE))
def test_no_word_of_the_lists_is_parted(word: str) -> None:
    assert split(word, ["fr", "en"]) == ()


@given(st.text("abdeiour", min_size=8, max_size=20), st.lists(st.text("abdeiour", min_size=2)))
def test_the_words_make_the_run(run: str, own: list[str]) -> None:
    words = split(run, ["fr", "en"], own)
    assert "".join(words) in ("", run)
    assert len(words) != 1


def test_the_words_of_the_text_settle_what_no_list_knows() -> None:
    own = ["le", "grand", "zwingli", "troc", "de", "lampes"]
    assert split("zwinglitroc", ["fr"], own) == ("zwingli", "troc")
    assert split("trocdelampes", ["fr"], own) == ("troc", "de", "lampes")
    assert split("zwinglitroc", ["fr"], [*own, "zwinglitroc"]) == ()
    assert split("trocrdv", ["fr"], ["troc", "rdv"]) == ()


def test_a_language_without_vocabulary_has_the_words_of_the_text_only() -> None:
    assert vocabulary("xx") is None
    assert split("jardinpartage", ["xx"]) == ()
    assert split("jardinpartage", ["xx"], ["jardin", "partage"]) == ("jardin", "partage")
