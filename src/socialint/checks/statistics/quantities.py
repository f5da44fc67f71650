"""The figures of a text, in digits and in words, by what they say."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter
from typing import Literal

from socialint.checks.spots import Spots
from socialint.checks.statistics.numerals import Numeral, numerals
from socialint.checks.statistics.ratios import ratios
from socialint.layers.entities import Entity
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

Kind = Literal[
    "percent",
    "share",
    "part",
    "change",
    "pace",
    "count",
    "crowd",
    "rank",
    "rating",
    "horde",
    "likeness",
    "wealth",
    "money",
    "amount",
]
LISTS: tuple[tuple[Kind, str], ...] = (
    ("share", "fractions"),
    ("part", "parts"),
    ("change", "changes"),
    ("pace", "paces"),
    ("rank", "ranks"),
    ("likeness", "likenesses"),
)
WEAK = frozenset({"amount", "money", "crowd", "horde"})
ROUND = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 1000})
RATING = frozenset({5, 10, 20})
CROWD = 1000
MASS = 10000  # tonnes, miles, litres
_LAST = regex(r"(\d+)$")
_GOES_ON = regex(r"[ \u00a0\u202f]\w")
_JOINED = regex(r"-[^\W\d]")
_WORD = regex(r"\w[\w%'’-]*")


_end = attrgetter("end")


class Quantity(NamedTuple):
    """A figure: text[start:end] and what it says.

    percent · share: so many of ten, half of them · part: half of one thing · change: twice, by
    half · pace: a day a week · count: 3 millions of · horde: millions of · crowd: a thousand
    people, ten thousand tonnes · rank: second cause of · rating: 4.8/5 · likeness: the equivalent
    of · wealth: millions in money · money · amount: any other number.
    """

    start: int
    end: int
    kind: Kind


def quantities(spots: Spots) -> list[Quantity]:
    """The figures of the text in order, none overlapping; dates and times are none.

    It can't see a figure without any number word ("most", "hardly anybody").
    """
    numbers = numerals(spots)
    found = [Quantity(m.start, m.end, kind) for kind, name in LISTS for m in spots.all(name)]
    found += [Quantity(start, end, "share") for start, end in ratios(spots, numbers)]
    found += _singles(spots, numbers)
    kept: list[Quantity] = []
    for item in sorted(found, key=lambda q: (q.kind in WEAK, q.start - q.end)):
        at = bisect_right(kept, item.start, key=_end)
        if at == len(kept) or kept[at].start >= item.end:
            kept.insert(at, item)
    return kept


def _singles(spots: Spots, numbers: list[Numeral]) -> Iterator[Quantity]:
    for start, end, entity in numbers:
        if entity and entity.kind == "ratio":
            kind = _kind_of_ratio(spots, entity)
        else:
            kind, end = _relative(spots, end, entity)  # noqa: PLW2901  the figure ends with its unit
            kind = kind or _plain(spots, start, end, entity)
        factor = spots.last_start("factors", start)
        if factor is not None:
            kind, start = "change", factor  # noqa: PLW2901  "by a factor of" begins it
        if kind:
            yield Quantity(start, end, kind)


def _kind_of_ratio(spots: Spots, entity: Entity) -> Kind | None:
    last = _LAST.search(entity.text)
    whole = int(last[1]) if last else 0
    if "/" not in entity.text:
        return "share" if whole in ROUND and entity.value != 1 else None
    if entity.value is None:
        return None
    if whole in RATING:
        return "rating"
    return "share" if spots.next_end("of", entity.end) else None


def _relative(spots: Spots, end: int, entity: Entity | None) -> tuple[Kind | None, int]:
    """Whether the number says so many per cent or so many times, and where that ends."""
    if entity and entity.kind == "percent":
        return "percent", end
    if after := spots.next_end("percents", end):
        return "percent", after
    times = "comparatives" if entity and entity.unit == "x" else "multiples"
    if after := spots.next_end(times, end):
        return "change", after
    return None, spots.next_end("scales", end) or end


def _plain(spots: Spots, start: int, end: int, entity: Entity | None) -> Kind | None:
    is_money = entity is not None and entity.kind == "money"
    goes_on = _GOES_ON.match(spots.text, end) is not None
    if spots.has("scales", start, end):
        if not entity and len(_WORD.findall(spots.text, start, end)) == 1:
            return "horde" if goes_on else None
        return "wealth" if is_money else "count" if goes_on else "amount"
    if is_money:
        return "money"
    if _JOINED.match(spots.text, end):
        return None  # "an eight-person lift" counts nothing
    if entity and entity.kind == "number" and not goes_on:
        return None
    if not (entity and entity.unit) and spots.next_end("no-unit", end):
        return None  # "one of thirty is": what is counted stands elsewhere
    return "crowd" if entity and _is_crowd(spots, entity) else "amount"


def _is_crowd(spots: Spots, entity: Entity) -> bool:
    if entity.kind == "quantity":
        return (entity.value or 0) >= MASS
    if entity.kind != "number" or (entity.value or 0) < CROWD:
        return False
    sentence = spots.sentences[spots.sentence(entity.start)]
    return spots.has("people", *spots.around(entity.end, entity.end, 0, 4, sentence))


def complement(spots: Spots, quantity: Quantity) -> Span:
    """The figure with the word it counts ("87 % de nos clients"), to quote."""
    start, end, kind = quantity
    place = spots.next_end("of", end)
    bare = kind == "amount" and not (spots.text[start].isdigit() and spots.text[end - 1].isalpha())
    if place is None and (bare or any(match.end == end for match in spots.all("of"))):
        place = end
    word = _WORD.search(spots.text, place, place + 40) if place is not None else None
    if word is None or spots.text[place : word.start()].strip(" \u00a0\u202f'’"):
        return Span(start, end)
    return Span(start, word.end())
