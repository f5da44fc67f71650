"""Amounts of a text by value and unit, in figures and in words: "94,2 %", "nine out of ten"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.fold import WORDS
from socialint.layers.language import main_language
from socialint.layers.tables import tables_of
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.text import meets

PERCENT, TIMES = "%", "x"
KINDS = frozenset({"money", "percent", "quantity", "ratio", "number"})
REACH = 3  # words between the part and the whole: "neuf colis livrés sur dix"
FOUR = 4  # and twenty, which make eighty in French
HUNDRED = 100.0


class Amount(NamedTuple):
    """text[start:end] says so many (`value`) of `unit`.

    Units: "%" (a ratio and a fraction too), "x" (times), those of entities, "" for a bare count.
    """

    start: int
    end: int
    value: float
    unit: str


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def amounts(view: View) -> Sequence[Amount]:
    """The amounts in order; dates, times and phones are none.

    It can't see an amount across a line end, "vingt et un" within a longer number, nor a language
    without a file `amounts.<code>.json`.
    """
    table = tables_of("amounts").get(view.declared or main_language(view) or "", {})
    figures = [_figure(e) for e in view.layer(ENTITIES) if e.kind in KINDS and e.value is not None]
    if not table:
        return figures
    words = [_Word(*word) for word in view.layer(WORDS)]
    spelt = [a for a in _spelt(words, table) if not meets(a, figures)]
    return tuple(_joined(sorted([*figures, *spelt]), words, table))


def _figure(entity: Entity) -> Amount:
    value = entity.value or 0.0
    if entity.kind == "ratio" and "/" not in entity.text:
        return Amount(entity.start, entity.end, round(value * HUNDRED, 3), PERCENT)
    unit = "/" + entity.text.rpartition("/")[2] if entity.kind == "ratio" else entity.unit
    return Amount(entity.start, entity.end, value, PERCENT if entity.kind == "percent" else unit)


def _spelt(words: Sequence[_Word], table: Mapping[str, Any]) -> Iterator[Amount]:
    """Runs of number words: "quatre-vingt-dix-sept", "two hundred and six"."""
    begin = {*table["units"], *table["scales"], *table["joiners"]}
    at = 0
    while at < len(words):
        if words[at].text not in begin:
            at += 1
            continue
        end, value = _run(words, at, table)
        if end > at:
            yield Amount(words[at].start, words[end - 1].end, value, "")
        at = max(end, at + 1)


def _run(words: Sequence[_Word], at: int, table: Mapping[str, Any]) -> tuple[int, float]:
    units, scales, joiners = table["units"], table["scales"], table["joiners"]
    total = part = 0.0
    end = at
    while at < len(words):
        word = words[at].text
        if word in units:
            value = units[word]
            part = part * value if part == FOUR and value == units.get("vingt") else part + value
        elif word in scales and (scale := scales[word]):
            part = max(part, 1) * scale
            total, part = (total, part) if scale == HUNDRED else (total + part, 0.0)
        elif not (word in joiners and end == at > 0 and _is_unit(words, at + 1, units)):
            break
        at += 1
        end = at if word not in joiners else end + 1
    return end, total + part


def _is_unit(words: Sequence[_Word], at: int, units: Mapping[str, int]) -> bool:
    return at < len(words) and words[at].text in units


def _joined(
    found: Sequence[Amount], words: Sequence[_Word], table: Mapping[str, Any]
) -> Iterator[Amount]:
    """Amounts with what makes a percentage, a share or a multiple of them."""
    taken = -1
    starts = [word.start for word in words]
    for number, amount in enumerate(found):
        if amount.start < taken:
            continue
        first = bisect_left(starts, amount.end)
        after = words[first : first + REACH + FOUR]
        whole = found[number + 1] if number + 1 < len(found) else None
        made = amount if amount.unit else _share(amount, whole, after, table)
        taken = made.end
        yield made
    yield from _fractions(words, found, table)


def _share(
    amount: Amount, whole: Amount | None, after: Sequence[_Word], table: Mapping[str, Any]
) -> Amount:
    for unit, key in ((PERCENT, "percent"), (TIMES, "times")):
        if size := _begins(after, table[key]):
            return Amount(amount.start, after[size - 1].end, amount.value, unit)
    if whole and whole.value and not whole.unit and amount.value <= whole.value:
        between = [word for word in after if word.end <= whole.start]
        if len(between) <= REACH + 1 and _ends(between, table["of"]):
            share = round(amount.value / whole.value * HUNDRED, 3)
            return Amount(amount.start, whole.end, share, PERCENT)
    return amount


def _begins(words: Sequence[_Word], phrases: Sequence[str]) -> int:
    """How many words of a phrase the words begin with."""
    for phrase in phrases:
        parts = phrase.split()
        if [word.text for word in words[: len(parts)]] == parts:
            return len(parts)
    return 0


def _ends(words: Sequence[_Word], phrases: Sequence[str]) -> bool:
    said = " ".join(word.text for word in words)
    return any(said == phrase or said.endswith(f" {phrase}") for phrase in phrases)


def _fractions(
    words: Sequence[_Word], found: Sequence[Amount], table: Mapping[str, Any]
) -> Iterator[Amount]:
    counted = {amount.end: amount for amount in found if not amount.unit}
    for before, word in zip([None, *words], words, strict=False):
        share = table["fractions"].get(word.text)
        if share is None or before is None:
            continue
        if many := counted.get(before.end):
            yield Amount(many.start, word.end, round(many.value * share, 1), PERCENT)
        elif before.text in table["one"]:
            yield Amount(before.start, word.end, round(share, 1), PERCENT)
