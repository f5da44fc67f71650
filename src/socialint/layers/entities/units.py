"""What a number counts: magnitudes, currencies, per cent, units, as words or signs after it."""

from __future__ import annotations

import re
from functools import cache

from socialint.layers.entities.entity import EntityKind
from socialint.layers.entities.page import Page
from socialint.layers.entities.vocabulary import either, terms, words
from socialint.lazy import regex
from socialint.named import NamedTuple

_BY = regex(r" ?\d")
_FIRST = regex(r"[ -]?([^\W\d_]+|[^\w\s])")


class _Patterns(NamedTuple):
    magnitude: re.Pattern[str]
    counted: re.Pattern[str]
    link: re.Pattern[str]


@cache
def _counts() -> tuple[str, ...]:
    return (*words("currencies"), *words("units"), *terms("percent"), *terms("times"))


@cache
def _patterns() -> _Patterns:
    magnitudes = [*words("magnitudes"), *words("capital_magnitudes")]
    return _Patterns(
        regex(rf" ?({either(magnitudes)})(?![a-z])"),
        regex(rf"[ -]?({either(_counts())})(?![a-z²³']|\.[a-z])"),
        regex(rf" (?:{either(terms('links'))})"),
    )


@cache
def _countables() -> frozenset[str]:
    return frozenset(match[1] for count in _counts() if (match := _FIRST.match(count)))


def _count(text: str, place: int, limit: int) -> re.Match[str] | None:
    """What is counted at `place`; most words count nothing, and a set knows sooner."""
    first = _FIRST.match(text, place, limit)
    if not first or first[1] not in _countables():
        return None
    return _patterns().counted.match(text, place, limit)


def magnitude_at(page: Page, place: int, limit: int) -> tuple[int, float]:
    """The end and factor of the magnitude ("k", "million") at `place`, or `place` and 1."""
    text = page.folded.text
    match = _patterns().magnitude.match(text, place, limit)
    if not match:
        return place, 1.0
    if match[1] in words("magnitudes"):
        return match.end(), float(words("magnitudes")[match[1]])
    after = _count(text, match.end(), limit)
    if page.is_capital(match.start(1)) or (after and after[1] in words("currencies")):
        return match.end(), float(words("capital_magnitudes")[match[1]])
    return place, 1.0


def unit_at(page: Page, place: int, limit: int, factor: float) -> re.Match[str] | None:
    """What is counted at `place`, group 1; after a magnitude a word may link it ("de", "of")."""
    text, patterns = page.folded.text, _patterns()
    match = _count(text, place, limit)
    if not match and factor != 1 and (link := patterns.link.match(text, place, limit)):
        match = _count(text, link.end(), limit)
    if not match or not is_well_cased(page, match):
        return None
    size = match[1] in terms("times") and _BY.match(text, match.end(), limit)
    return None if size else match


def is_well_cased(page: Page, match: re.Match[str]) -> bool:
    """Whether group 1 is written in the case that makes it a unit ("Mo", "CAD", but "m")."""
    wrong = "lower_only" if page.is_capital(match.start(1)) else "capital_only"
    return match[1] not in terms(wrong)


def kind_of(counted: str) -> tuple[EntityKind, str]:
    """The kind of entity that something counted makes, and its unit."""
    if counted in words("currencies"):
        return "money", words("currencies")[counted]
    if counted in terms("percent"):
        return "percent", "‰" if counted == "‰" else "%"
    if counted in terms("times"):
        return "quantity", "x"
    return "quantity", words("units")[counted]
