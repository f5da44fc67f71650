"""Tokens as a spaCy Doc, and token patterns."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.doc import DOC
from socialint.layers.patterns import PatternHit, Patterns, compiled, find
from socialint.layers.tokens import TOKENS
from socialint.layers.view import View

REACT = Patterns.of(
    "react",
    ["réagissez", "like"],
    [
        [{"LEMMA": "réagir"}, {"LOWER": "avec"}, {"OP": "+", "IS_PUNCT": False}],
        [{"LOWER": "like"}, {"LOWER": "and"}, {"MORPH": {"INTERSECTS": ["Mood=Imp"]}}],
    ],
)


@given(
    st.text(
        st.sampled_from("aé l'.\n\u00a0\u202f🎉#") | st.characters(exclude_categories=["Cs"]),
        max_size=40,
    )
)
def test_the_doc_has_the_text_and_the_tokens_at_their_offsets(text: str) -> None:
    view = View(text, "fr")
    doc = view.layer(DOC)
    assert doc.text == text
    found = [(token.idx, token.text) for token in doc if token.pos_ != "SPACE"]
    assert found == [(token.start, token.text) for token in view.layer(TOKENS)]


def test_half_a_surrogate_pair_costs_no_offset() -> None:
    doc = View("a \ud83c b \udf89", "fr").layer(DOC)
    assert [(token.idx, token.text) for token in doc] == [
        (0, "a"),
        (2, "\ufffd"),
        (4, "b"),
        (6, "\ufffd"),
    ]


def test_the_doc_carries_norm_lemma_morphology_and_sentences() -> None:
    doc = View("L’équipe arrive. Inscrivez-vous !", "fr").layer(DOC)
    assert doc[0].norm_ == "l'"
    inscrivez = doc[4]
    assert (inscrivez.lemma_, inscrivez.pos_) == ("inscrire", "VERB")
    assert {"Number=Plur", "Person=2"} <= set(str(inscrivez.morph).split("|"))
    assert [sent.text for sent in doc.sents] == ["L’équipe arrive.", "Inscrivez-vous !"]


def test_patterns_match_at_exact_offsets_the_longest_first() -> None:
    view = View("Bonjour. Réagissez avec un cœur !", "fr")
    assert find(view, [REACT]) == (PatternHit(9, 31, "react"),)


def test_a_text_without_a_literal_is_not_looked_at() -> None:
    wrong = Patterns("never", frozenset(["zut"]), "not even JSON")
    assert find(View("Bonjour à tous", "fr"), [wrong]) == ()


def test_a_text_without_the_words_in_their_order_is_not_looked_at() -> None:
    tokens: list[list[dict[str, object]]] = [
        [{"LOWER": "what"}, {"LOWER": {"IN": ["a", "an"]}}, {"NO_SUCH": 1}, {"LOWER": "what"}],
        [{"LOWER": "so", "OP": "+"}, {"IS_ALPHA": True, "OP": "?"}, {"TEXT": {"REGEX": "^W"}}],
    ]
    wrong = Patterns.of("what", ["what", "so"], tokens)
    for text in ("What is a what?", "What a day", "Say what. What an", "We are so", "So so so"):
        assert find(View(text, "en"), [wrong]) == (), text
    for text in ("What a thing what", "so We"):
        with pytest.raises(ValueError, match="pattern"):
            find(View(text, "en"), [wrong])


STEPS = st.sampled_from(("a", "b", "c")).flatmap(
    lambda word: st.sampled_from(
        (
            {"LOWER": word},
            {"LOWER": {"IN": [word, "d"]}},
            {"LOWER": word, "OP": "+"},
            {"LOWER": word, "OP": "?"},
            {"TEXT": {"REGEX": f"^{word}$"}},
            {"IS_ALPHA": True},
            {"IS_ALPHA": True, "OP": "*"},
        )
    )
)


@given(
    st.lists(st.lists(STEPS, min_size=1, max_size=4), min_size=1, max_size=3),
    st.lists(st.sampled_from(("a", "b", "c", "d", "A", "\n", ",")), max_size=8),
)
def test_what_spacy_finds_is_never_passed_over(
    tokens: list[list[dict[str, object]]], words: list[str]
) -> None:
    patterns = Patterns.of("made", ["a", "b", "c", "d"], tokens)
    view = View(" ".join(words), "en")
    found = [] if not view.text else compiled(patterns.source)(view.layer(DOC), as_spans=True)
    # a text without any literal is not looked at, whatever its patterns say
    if not patterns.literals.isdisjoint(token.norm for token in view.layer(TOKENS)):
        wanted = sorted(PatternHit(span.start_char, span.end_char, "made") for span in found)
        assert list(find(view, [patterns])) == wanted


def test_a_literal_needs_no_accent_and_no_case() -> None:
    assert REACT.literals == {"reagissez", "like"}


def test_patterns_without_a_literal_are_refused() -> None:
    with pytest.raises(ValueError, match="need a literal"):
        Patterns.of("open", [], [[{"LOWER": "x"}]])


def test_a_wrong_pattern_is_refused() -> None:
    with pytest.raises(ValueError, match="pattern"):
        compiled('[[{"NO_SUCH": 1}]]')


def test_threads_find_the_same() -> None:
    texts = [f"Réagissez avec un cœur {number} !" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda text: find(View(text, "fr"), [REACT]), texts))
    assert found == [(PatternHit(0, len(text) - 2, "react"),) for text in texts]


def test_importing_the_layers_imports_no_heavy_library() -> None:
    package = Path(__file__).parents[2] / "src" / "socialint" / "layers"
    modules = ", ".join(f"socialint.layers.{p.stem}" for p in sorted(package.glob("[a-z]*.py")))
    code = (
        f"import sys, {modules}\n"
        "heavy = {'spacy', 'textstat', 'nltk', 'numpy', 'jsonschema', 'yaml'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    source = str(package.parent.parent)
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": source},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stdout, run.stderr) == ("[]\n", "")
