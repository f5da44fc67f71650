"""English words cut at an apostrophe, by a look at what stands after it: we’re, didn’t."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from socialint.layers.candidates import PLACES
from socialint.layers.fold import WORDS
from socialint.layers.view import View
from socialint.text import Span


def shortened(view: View, pairs: Mapping[str, Collection[str]]) -> Sequence[Span]:
    """Where a word of a pair stands before an apostrophe and its other part follows; in order."""
    places = view.layer(PLACES)
    endings = places.keys() & pairs.keys()
    if not endings:
        return ()
    words = view.layer(WORDS)
    tokens, starts, text = words.tokens, words.starts, words.folded.text
    return sorted(
        words.span(at - 1, at + 1)
        for ending in endings
        for at in places[ending]
        if at and text[starts[at] - 1] == "'" and tokens[at - 1] in pairs[ending]
    )
