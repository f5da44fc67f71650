"""Wording that the brand has fixed, and no rule of voice touches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

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
    wanted = fold_words(phrase).tokens
    words = view.layer(WORDS)
    if not wanted or wanted[0] not in words.folded.text:
        return
    last = {wanted[-1] + ending for ending in endings}
    size = len(wanted)
    for first in range(len(words.tokens) - size + 1):
        found = words.tokens[first : first + size]
        if found[:-1] == wanted[:-1] and found[-1] in last:
            yield words.span(first, first + size)
