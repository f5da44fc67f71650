"""Multiples that a verb or a factor says: "doubled", « multiplié par trois »."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.layers.amounts import TIMES, Amount, amounts
from socialint.layers.fold import fold_words
from socialint.layers.language import main_language
from socialint.layers.tables import tables_of
from socialint.layers.view import View

ACCENTS = frozenset("éÉ")
AT = ("à", "À")  # « à double sens », which folds to what "a doublé" does
LONGEST = 4  # words of a factor's phrase: "by a factor of"
_Words = Sequence[tuple[str, int, int]]


def said_amounts(view: View) -> Sequence[Amount]:
    """The amounts of a text with its multiples in words, in order.

    « double » counts only where it has its accent, or the words around tell.  What is hoped for
    ("to double") is none.  It can't see what is divided or cut by half.
    """
    table = tables_of("amounts").get(view.declared or main_language(view) or "")
    found = amounts(view)
    if not table:
        return found
    words = [*fold_words(view.text)]
    told = [_factor(amount, words, table["factors"]) for amount in found]
    return sorted([*told, *_verbs(view.text, words, table)])


def multiple_words(lang: str | None) -> Iterator[str]:
    """The words that say a multiple, and so not of what."""
    tables = tables_of("amounts")
    for table in [tables[lang]] if lang and lang in tables else tables.values():
        yield from (*table["multiples"], *table["accented"])
        yield from (word for phrase in table["factors"] for word in phrase.split())


def _factor(amount: Amount, words: _Words, phrases: Sequence[str]) -> Amount:
    """A bare count after "multiplied by" is a multiple, from there on."""
    if amount.unit:
        return amount
    before = [word for word in words if word[2] <= amount.start][-LONGEST:]
    for first in range(len(before)):
        if " ".join(word for word, _, _ in before[first:]) in phrases:
            return amount._replace(start=before[first][1], unit=TIMES)
    return amount


def _verbs(text: str, words: _Words, table: Mapping[str, Any]) -> Iterator[Amount]:
    around = zip([None, *words], words, [*words[1:], None], strict=False)
    for before, (word, start, end), after in around:
        value = table["multiples"].get(word)
        doubtful = table["accented"].get(word)
        if doubtful is not None and (
            not ACCENTS.isdisjoint(text[start:end])
            or (before and before[0] in table["having"] and text[before[1] : before[2]] not in AT)
            or (after and after[0] in table["following"])
        ):
            value = doubtful
        if value is not None:
            yield Amount(start, end, float(value), TIMES)
