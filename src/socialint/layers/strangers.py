"""Whether a text may hold another language than some: by its words alone, before any guess."""

from __future__ import annotations

from functools import lru_cache

from socialint.layers.candidates import PLACES
from socialint.layers.fold import fold_words
from socialint.layers.guess import tables
from socialint.layers.view import View

LEAST_WORDS = 2  # common words of the other language: a paragraph without them tells none


def may_hold(view: View, spoken: frozenset[str]) -> bool:
    """Whether words stand there that a language expected of the text has and none of `spoken`."""
    others = frozenset(view.languages) - spoken
    if not others:
        return False
    places = view.layer(PLACES)
    strange = _strange(others, spoken).intersection(places)
    return len(strange) >= LEAST_WORDS or sum(len(places[word]) for word in strange) >= LEAST_WORDS


@lru_cache(maxsize=64)
def _strange(others: frozenset[str], spoken: frozenset[str]) -> frozenset[str]:
    """The common words, as they are folded, that only the others have."""
    known = tables()
    by_language: dict[str, set[str]] = {lang: set() for lang in known.languages}
    for word, owners in known.words.items():
        first = fold_words(word).tokens[:1]
        for number in owners:
            by_language[known.languages[number]].update(first)
    own = set().union(*(by_language.get(lang, ()) for lang in spoken))
    return frozenset().union(*(by_language.get(lang, ()) for lang in others)) - own
