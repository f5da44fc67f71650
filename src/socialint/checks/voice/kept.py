"""Wording that the brand has fixed, and no rule of voice touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain

from socialint.layers.candidates import PLACES
from socialint.layers.fold import WORDS, fold_words
from socialint.layers.view import View
from socialint.profile import Profile
from socialint.text import Span


def kept(view: View, profile: Profile) -> Sequence[Span]:
    """Where the fixed phrases of the profile stand."""
    phrases = profile.get("vocabulary.fixed_phrases", ())
    return [span for phrase in phrases for span in standing(view, phrase)]


def standing(view: View, phrase: str, endings: tuple[str, ...] = ("",)) -> Iterator[Span]:
    """Where the words of `phrase` stand in a row; the last may have any of these endings.

    Case, accents, hyphens and the kind of space or apostrophe make no difference.
    """
    wanted, places = tokens_of(phrase), view.layer(PLACES)
    if not wanted:
        return
    words, size = view.layer(WORDS), len(wanted)
    last = {wanted[-1] + ending for ending in endings}
    firsts = (places.get(word, ()) for word in (wanted[:1] if size > 1 else last))
    for first in sorted(chain.from_iterable(firsts)):
        found = words.tokens[first : first + size]
        if len(found) == size and found[:-1] == wanted[:-1] and found[-1] in last:
            yield words.span(first, first + size)


@lru_cache(maxsize=4096)
def tokens_of(phrase: str) -> tuple[str, ...]:
    """The folded words of what a profile says."""
    return fold_words(phrase).tokens
