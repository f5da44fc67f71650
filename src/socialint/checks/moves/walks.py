"""The words that token patterns demand in turn: without them no pattern is run, no token made."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from socialint.layers.candidates import PLACES
from socialint.layers.features import bare
from socialint.layers.fold import WORDS
from socialint.layers.view import View
from socialint.named import NamedTuple

# folded words of which the text has one, at most so many words after the step before
Step = tuple[frozenset[str], int | None]
Walk = tuple[Step, ...]
# folds to an apostrophe, so that one token may be several words
LETTER_APOSTROPHE = "ʼ"


def walk_of(pattern: Iterable[Mapping[str, Any]]) -> Walk:
    """The steps of a token pattern in spaCy's format; none where it demands no known word."""
    steps: list[Step] = []
    gap: int | None = 0
    for token in pattern:
        often, words = token.get("OP", "1"), _words(token)
        if words and often == "1":
            steps.append((words, gap if steps else None))
            gap = 0
            continue
        width = _width(token, often, words)
        gap = None if gap is None or width is None else gap + width
    return tuple(steps)


def _words(token: Mapping[str, Any]) -> frozenset[str]:
    """The folded words of which a token is one; none if it may be another."""
    lower = token.get("LOWER")
    listed = lower.get("IN", ()) if isinstance(lower, dict) else [lower] if lower else ()
    words = [bare(word.lower()).rstrip("'’") for word in listed]
    if not all(word.isascii() and word.isalnum() for word in words):
        return frozenset()
    return frozenset([form for word in words for form in (word, f"{word}n")])  # do|n't: don


def _width(token: Mapping[str, Any], often: str, words: frozenset[str]) -> int | None:
    """How many words a token skips at most; None if any number."""
    if token.get("IS_PUNCT"):
        return 0
    if not (words or token.get("IS_ALPHA")):
        return None
    if often in {"1", "?"}:
        return 1
    _, comma, most = often.strip("{}").partition(",")
    return int(most) if comma and most else None


class Walks(NamedTuple):
    """Walks of which one must stand in a text, by the words of the step that has fewest.

    Each comes with the words of that step and how many of its steps have just these.
    """

    asked: frozenset[str]
    by_word: Mapping[str, Sequence[int]]
    walks: Sequence[tuple[frozenset[str], int, Walk]]

    @classmethod
    def of(cls, walks: Iterable[Walk]) -> Walks:
        """These walks with their index."""
        by_word: defaultdict[str, list[int]] = defaultdict(list)
        every: list[tuple[frozenset[str], int, Walk]] = []
        for number, walk in enumerate(dict.fromkeys(walks)):
            steps = [words for words, _ in walk]
            fewest = min(steps, key=len)
            every.append((fewest, steps.count(fewest), walk))
            for word in fewest:
                by_word[word].append(number)
        return cls(frozenset(by_word), by_word, every)

    def may_stand(self, view: View) -> bool:
        """Whether the words of a walk stand in the text, in turn and near enough."""
        places = view.layer(PLACES)
        here = self.asked & places.keys()
        if not here:
            return False
        words = view.layer(WORDS)
        if words.folded.origins is not None or LETTER_APOSTROPHE in view.text:
            return True  # words and tokens may part at other places
        for number in {number for word in here for number in self.by_word[word]}:
            fewest, steps, walk = self.walks[number]
            if sum([len(places[word]) for word in fewest & here]) < steps:
                continue
            if _goes(walk, places, words.tokens):
                return True
        return False


def _goes(walk: Walk, places: Mapping[str, Sequence[int]], tokens: Sequence[str]) -> bool:
    ends: list[int] = []
    for words, gap in walk:
        here = [at for word in words if word in places for at in places[word]]
        if len(here) > 1:
            here.sort()
        ends = [at for at in here if _leads(ends, at, gap, tokens)] if ends else here
        if not ends:
            return False
    return True


def _leads(ends: Sequence[int], at: int, gap: int | None, tokens: Sequence[str]) -> bool:
    """Whether a step goes to a word from the last of `ends` before it, over so few words."""
    number = bisect_left(ends, at)
    if not number:
        return False
    first = ends[number - 1] + 1
    if gap is None or at - first <= gap:
        return True
    if all(map(str.isalnum, tokens[first : first + gap + 1])):  # most of a text is words
        return False
    return sum(map(str.isalnum, tokens[first:at])) <= gap
