"""What a text states in figures: prices, shares, days, hours, amounts, codes, and of what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.entities.vocabulary import either
from socialint.layers.fold import FOLDED
from socialint.layers.gist import GIST, Gist
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.tables import tables_of
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

# what passes between one post and the next: "3 days left" is true once
_PASSING = frozenset({"second", "minute", "hour", "day", "night", "week", "month", "ordinal", "x"})
_KINDS = frozenset({"money", "percent", "date", "time", "quantity", "number"})
_BESIDE = 3  # words on either side that say what a figure is of
_LOOK_BACK = 24


class Stated(NamedTuple):
    """A figure.

    `value` is its plain form, `text` how it is written; a bare number has the stem of the word it
    counts as its `unit`.  `role` is `until` for a day that ends something, `was` for a price of
    before.  `label` are the stems beside it.
    """

    kind: str
    unit: str
    role: str
    value: str
    start: int
    end: int
    label: tuple[int, ...] = ()
    text: str = ""


@cache
def _roles() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = tables_of("stated").values()
    return tuple(
        (role, regex(rf"(?<![\w-])(?:{either(words)}) ?(?:the )?$"))
        for role in ("until", "was")
        if (words := {word for table in tables for word in table[role].split("|")})
    )


@cache
def _codes() -> re.Pattern[str]:
    words = either({w for table in tables_of("stated").values() for w in table["codes"].split("|")})
    return regex(rf"(?i:\b(?:{words})) ?:? ?[«“\"]?[\s\u00a0]?([A-Z][A-Z0-9]{{3,15}})\b")


def _stated(view: View) -> tuple[Stated, ...]:
    found = [entity for entity in view.layer(ENTITIES) if entity.kind in _KINDS]
    facts = list(_figures(view, found)) if found else []
    if "code" in view.layer(FOLDED).text:
        facts += _promo_codes(view)
    return tuple(facts)


def _figures(view: View, found: Sequence[Entity]) -> Iterator[Stated]:
    gist = view.layer(GIST)
    sentences = view.layer(SENTENCES)
    for entity in found:
        value, unit = _value(entity), entity.unit
        if not value or unit in _PASSING:
            continue
        sentence = sentences[sentence_at(sentences, entity.start)]
        label, following = _label(entity, gist, sentence)
        if entity.kind == "number":
            if following is None or _is_year(entity):
                continue
            unit = str(following)
        role, text = _role(view, entity), entity.text
        yield Stated(entity.kind, unit, role, value, entity.start, entity.end, label, text)


def _is_year(entity: Entity) -> bool:
    return entity.value is not None and 1900 <= entity.value <= 2100 and len(entity.text) == 4


def _value(entity: Entity) -> str:
    """The plain form; of a date the month and day, which posts give without the year."""
    if entity.kind == "date":
        return (
            entity.norm[-5:] if len(entity.norm) in (7, 10) and entity.norm.count("-") > 1 else ""
        )
    if entity.kind == "time":
        return entity.norm
    return "" if entity.value is None else f"{abs(entity.value):g}"


def _role(view: View, entity: Entity) -> str:
    folded = view.layer(FOLDED)
    place = folded.offset(entity.start)
    before = folded.text[max(0, place - _LOOK_BACK) : place]
    for role, pattern in _roles():
        if (entity.kind == "money") is (role == "was") and pattern.search(before):
            return role
    return ""


def _label(entity: Entity, gist: Gist, sentence: Span) -> tuple[tuple[int, ...], int | None]:
    """The stems beside the figure in its sentence, and that of the word right after it."""
    codes, starts, _ = gist
    at = bisect_left(starts, entity.start)
    before = [n for n in range(max(0, at - _BESIDE), at) if starts[n] >= sentence.start]
    most = min(at + _BESIDE + 2, len(starts))
    after = [n for n in range(at, most) if starts[n] >= entity.end][:_BESIDE]
    after = [n for n in after if starts[n] < sentence.end]
    following = codes[after[0]] if after and starts[after[0]] - entity.end <= 1 else None
    return tuple({codes[n] for n in (*before, *after)}), following


def _promo_codes(view: View) -> Iterator[Stated]:
    for match in _codes().finditer(view.text):
        yield Stated("code", "", "", match[1], *match.span(1), text=match[1])


STATED: Layer[tuple[Stated, ...]] = Layer("stated", _stated)
