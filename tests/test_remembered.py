"""What is remembered of words: asked once each, and never too many."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from socialint.remembered import MOST_KEPT, Remembered


@given(st.lists(st.text(max_size=3)))
def test_each_word_is_asked_after_once(words: list[str]) -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    known = Remembered(length)
    assert [known[word] for word in words] == [len(word) for word in words]
    assert asked == list(dict.fromkeys(words))


def test_when_too_many_are_kept_all_are_forgotten() -> None:
    known = Remembered(len)
    most = 0
    for number in range(2 * MOST_KEPT):
        assert known[str(number)] == len(str(number))
        most = max(most, len(known))
    assert most == MOST_KEPT + 1
    assert len(known) < MOST_KEPT
