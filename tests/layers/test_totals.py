"""What is counted in one number or one pass is what counting one by one gives."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.totals import kinds, numbers_within, plain_words
from socialint.layers.view import View

PIECES = (
    *("The", "élévation", "Dr.", "1 204", "co-op", "l’œuvre", "cafe\u0301s", "!", "?", "…", "🎉"),
    *("\n\n", "\n- ", "@anna", "#again", "https://mill.example/a-b", "h2o", "anna@mill.example"),
)
TEXTS = st.lists(st.sampled_from(PIECES), max_size=30).map(" ".join) | st.text(max_size=60)


@given(TEXTS)
def test_words_of_letters_alone(text: str) -> None:
    view = View(text, "fr")
    words = [word for word in view.layer(WORDS).tokens if word.isalpha()]
    assert plain_words(view) == len(words)
    assert plain_words(view, len(words)) == len(words)


@given(TEXTS)
def test_kinds_of_entities(text: str) -> None:
    view = View(text, "fr")
    assert kinds(view) == Counter(entity.kind for entity in view.layer(ENTITIES))


@given(TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_tokens_of_a_stretch(text: str, start: int, length: int) -> None:
    words, end = View(text, "fr").layer(WORDS), start + length
    expected = [number for number, at in enumerate(words.starts) if start <= at < end]
    assert list(numbers_within(words, start, end)) == expected
