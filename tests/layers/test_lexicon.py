"""Entries of word lists, and what the trie finds of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.candidates import CANDIDATES
from socialint.layers.compiler import Term, compile_lexicon
from socialint.layers.entry import EntryError, forms
from socialint.layers.fold import PARAGRAPH, fold_words
from socialint.layers.lexicon import Lexicon
from socialint.layers.notation import GAP, REST
from socialint.layers.trie import LONGEST_GAP, MOST_SKIPPED
from socialint.layers.view import View


def lexicon(*terms: Term | str) -> Lexicon:
    made = [Term("l", term) if isinstance(term, str) else term for term in terms]
    return Lexicon.of(compile_lexicon(made))


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("buy now", {"buy now"}),
        ("[buy|order] now", {"buy now", "order now"}),
        ("[a [b|c]|d] e", {"a b e", "a c e", "d e"}),
        ("expert[s|]", {"expert", "experts"}),
        ("[very |]good", {"very good", "good"}),
        ("[very|] good", {"very good", "good"}),
        ("C'est à vous", {"c est a vous"}),
        ("c’est-à-dire", {"c est a dire"}),
        ("fail* to", {f"fail{REST} to"}),
        ("[sure|certain]* of", {f"sure{REST} of", f"certain{REST} of"}),
        ("we .. agree", {f"we {GAP} agree"}),
        (
            "[we|they] .. [say|agree]",
            {f"{a} {GAP} {b}" for a in ("we", "they") for b in ("say", "agree")},
        ),
        ("100 %", {"100 %"}),
        (r"\[name\]", {"[ name ]"}),
        (r"4\*", {"4 *"}),
        (
            "[de|d'] [nous|accord]",
            {"de nous", "de accord", "d nous", "d accord", "d ' nous", "d ' accord"},
        ),
        ("cœur", {"coeur"}),
    ],
)
def test_an_entry_stands_for_its_forms(entry: str, expected: set[str]) -> None:
    assert {" ".join(form.folded) for form in forms(entry, fold_words)} == expected


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        ("[a|b", "entry-brackets"),
        ("a] b", "entry-brackets"),
        (" .. a", "entry-gap"),
        ("a .. ", "entry-gap"),
        ("a .. .. b", "entry-gap"),
        ("a .. [b|]", "entry-gap"),
        ("* a", "entry-rest"),
        ("un*", "entry-rest"),
        ("re*tion", "entry-rest"),
        ("[a|]", "entry-empty"),
        ("", "entry-empty"),
        (" ".join(["[a|b]"] * 13), "entry-too-large"),
        (" ".join(["a"] * 31), "entry-too-long"),
    ],
)
def test_a_wrong_entry_is_named(entry: str, code: str) -> None:
    with pytest.raises(EntryError) as error:
        forms(entry, fold_words)
    assert error.value.code == code


WORDS = ["we", "agree", "agreed", "agreement", "the", "l", "été", "ne"]
SIGNS = [".", ",", "!", "'", "-", "\n\n", " "]
entry_words = st.sampled_from(
    ["we", "agree", "agr*", "agree*", "[we|the]", "[ne |]we", "été", "l'été", "[we|we .. the]"]
)
entries = st.lists(
    st.lists(st.one_of(entry_words, st.just("..")), min_size=1, max_size=4).map(" ".join),
    min_size=1,
    max_size=5,
).map(lambda texts: [text for text in texts if _is_entry(text)])
drafts = st.lists(st.sampled_from(WORDS + SIGNS), max_size=25).map(" ".join)


def _is_entry(text: str) -> bool:
    try:
        return bool(forms(text, fold_words))
    except EntryError:
        return False


def _naive(entry: str, tokens: Sequence[str]) -> set[tuple[int, int]]:
    """The entry's forms one by one, each as a regex over the words; the cheapest per place."""
    found: dict[int, tuple[int, int]] = {}
    for form in forms(entry, fold_words):
        for first in range(len(tokens)):
            for last in range(first + 1, len(tokens) + 1):
                cost = _cost(form.folded, tokens[first:last])
                if cost is not None:
                    rank = (cost, -last)
                    found[first] = min(found.get(first, rank), rank)
    return {(first, -minus) for first, (_, minus) in found.items()}


def _cost(form: Sequence[str], tokens: Sequence[str]) -> int | None:
    if not form:
        return None if tokens else 0
    if form[0] != GAP:
        fits = bool(tokens) and (
            tokens[0].startswith(form[0][:-1]) if form[0].endswith(REST) else tokens[0] == form[0]
        )
        return _cost(form[1:], tokens[1:]) if fits else None
    costs = []
    for length in range(min(len(tokens), LONGEST_GAP + 1)):
        skipped = tokens[:length]
        words = sum(len(word) > 1 and word.isalnum() for word in skipped)
        if words > MOST_SKIPPED or {".", "!", PARAGRAPH} & set(skipped):
            break
        rest = _cost(form[1:], tokens[length:])
        if rest is not None:
            costs.append(rest + words + 1)
    return min(costs, default=None)


@given(entries, drafts)
def test_the_trie_finds_what_a_naive_reading_of_each_form_finds(
    texts: list[str], draft: str
) -> None:
    tokens = fold_words(draft).tokens
    trie = lexicon(*(Term(f"l{number}", text) for number, text in enumerate(texts)))
    view = View(draft, "en", lexicons={"en": (trie,)})
    found = {
        (name, candidate.first, candidate.last)
        for name, candidates in view.layer(CANDIDATES).items()
        for candidate in candidates
    }
    naive = {
        (f"l{number}", *span) for number, text in enumerate(texts) for span in _naive(text, tokens)
    }
    assert found == naive


def test_alternatives_share_what_follows_them() -> None:
    wide = compile_lexicon([Term("l", "[a|b|c|d|e] [f|g|h|i|j] [k|l|m|n|o]")])
    nodes, first_letters, tables = 3, 5, 4
    assert len(wide.split("\n")) == 1 + nodes + first_letters + tables


def test_a_draft_reads_no_more_of_a_lexicon_than_its_words_begin() -> None:
    many = lexicon(*(f"word{number} then other{number}" for number in range(50)), "lone", "gre*")
    view = View("A lone word7 then other8; a greeting and word9 then other9.", "en")
    view.lexicons = {"en": (many,)}
    assert sorted(c.first for c in view.layer(CANDIDATES)["l"]) == [1, 7, 9]
    assert len(many.nodes) < 8


def test_a_word_of_punctuation_is_never_open_ended() -> None:
    assert re.match(r"entry-rest", _code("!!!*"))


def _code(entry: str) -> str:
    with pytest.raises(EntryError) as error:
        forms(entry, fold_words)
    return error.value.code
