"""What is worked out once for each word: the words of a feed are much the same all year."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")
MOST_KEPT = 65_000  # words; beyond that all are forgotten


class Remembered(dict[str, T]):
    """By word what `answer` says of it; a word is asked after once."""

    def __init__(self, answer: Callable[[str], T]) -> None:
        super().__init__()
        self._answer = answer

    def __missing__(self, word: str) -> T:
        if len(self) > MOST_KEPT:
            self.clear()
        told = self[word] = self._answer(word)
        return told


def bits_of(known: Remembered[int], words: Iterable[str]) -> int:
    """All bits that any of the words has."""
    told = 0
    for some in set(map(known.__getitem__, words)):
        told |= some
    return told
