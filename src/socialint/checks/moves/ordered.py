"""Where a word of a list may be an order, told by the word before it: cheap, and never too few."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from socialint.layers.beforehand import RAW
from socialint.layers.candidates import LISTS
from socialint.layers.fold import WORDS, Words
from socialint.layers.view import Layer, View
from socialint.lazy import Made

# folded words, French or English, right after which no order begins: none opens a clause,
# denies, or stands between « ne » and its verb
NEVER_BEFORE = frozenset(
    [
        *("to", "the", "a", "an", "my", "your", "our", "their", "his", "of", "can", "could"),
        *("will", "would", "should", "must", "may", "might", "i", "you", "we", "they", "he"),
        *("she", "it", "who", "for", "with", "by", "from", "is", "are", "was", "were", "de", "du"),
        *("des", "un", "une", "au", "aux", "mon", "ma", "mes", "ton", "ta", "tes", "son", "sa"),
        *("ses", "notre", "nos", "votre", "vos", "ce", "cette", "ces", "pour", "par", "sur"),
        *("avec", "que", "qui", "on", "je", "tu", "il", "elle", "ils", "elles", "est", "sont"),
    ]
)


def _ordered(view: View) -> Mapping[str, Sequence[tuple[int, int]]]:
    raw, words, names = view.layer(RAW), view.layer(WORDS), view.layer(LISTS)

    def make(name: str) -> Sequence[tuple[int, int]]:
        return [
            (first, last)
            for first, last in raw[name]
            if any(_may_order(words, at) for at in range(first, last))
        ]

    return Made(names, make)


def _may_order(words: Words, at: int) -> bool:
    """Whether the word may be an order; a hyphen after it may join what makes it one."""
    tokens, starts, text = words.tokens, words.starts, words.folded.text
    if at == 0 or tokens[at - 1] not in NEVER_BEFORE:
        return True
    before, end = starts[at - 1], words.ends[at]
    apart = before == 0 or text[before - 1].isspace()  # else part of a name or a link
    return not apart or text[words.ends[at - 1] : starts[at]] != " " or text[end : end + 1] == "-"


# Entries of a list that may hold an order.
ORDERED: Layer[Mapping[str, Sequence[tuple[int, int]]]] = Layer("ordered", _ordered)
