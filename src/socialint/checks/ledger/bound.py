"""Which way an amount leaves room: "more than 80 %", "80 % or less"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from socialint.layers.fold import fold_words
from socialint.layers.tables import tables_of

Bound = Literal["least", "most", "near"]
BOUNDS: tuple[Bound, ...] = ("least", "most", "near")
REACH = 5  # words of the longest phrase: "pas plus de", with an adverb in it
LOOSE_REACH = 3


def bound(text: str, start: int, end: int, lang: str | None) -> Bound | None:
    """What the words around the amount text[start:end] make of it.

    The longest phrase that touches the amount counts ("no more than" is no "more than"); "near"
    words may stand three words before.  It can't see a sign for it ("> 80 %").
    """
    table = tables_of("amounts").get(lang or "")
    if not table:
        return None
    before = [word for word, _, _ in fold_words(text[:start]) if word.isalnum()][-REACH:]
    after = [word for word, _, _ in fold_words(text[end:])][:REACH]
    firm = [word for word in before if word not in table["degrees"]]
    found = [
        (len(phrase), name)
        for name in BOUNDS
        for phrase, is_there in _phrases(table["bounds"][name], firm, after)
        if is_there
    ]
    if found:
        return max(found)[1]
    return "near" if any(word in table["loose"] for word in before[-LOOSE_REACH:]) else None


def _phrases(
    phrases: dict[str, list[str]], before: Sequence[str], after: Sequence[str]
) -> Sequence[tuple[str, bool]]:
    said, then = f" {' '.join(before)}", f"{' '.join(after)} "
    return [
        *((phrase, said.endswith(f" {phrase}")) for phrase in phrases["before"]),
        *((phrase, then.startswith(f"{phrase} ")) for phrase in phrases["after"]),
    ]
