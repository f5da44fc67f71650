"""Small print: sentences that tell the conditions of an offer, or what a law asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from socialint.layers.candidates import PLACES
from socialint.layers.fold import WORDS, fold_words
from socialint.layers.view import View
from socialint.layers.zonewords import zone_words
from socialint.lazy import regex
from socialint.text import Span

_SENTENCE_END = regex(r"[.!?…](?=\s)|\n")
_LEGAL_REACH = 400
# An asterisk or a bracket at its head; from a day to a day, or to a day of a year.
_SMALL = regex(r"[*†‡¹²³(\[]")
_RANGE = regex(
    r"\b\d{1,2}(?:er|st|nd|rd|th)?\b[^\n]{0,24}?(?:\b(?:au|to|until|through|till)\b|[–-])\s?(?:the\s)?"
    r"(?:[a-z]+\s)?\d{1,2}\b|\b(?:until|till|jusqu'au|to|au)\b[^\n]{0,24}?\b20\d\d\b"
)


@cache
def _phrases() -> Mapping[str, tuple[tuple[str, bool], ...]]:
    """Legal phrases by their longest word, most texts hold none; and whether each is an offer's."""
    phrases: dict[str, tuple[tuple[str, bool], ...]] = {}
    for name in ("legal", "offer"):
        for phrase in sorted(zone_words(name)):
            key = max(fold_words(phrase).tokens, key=len)
            phrases[key] = (*phrases.get(key, ()), (phrase, name == "offer"))
    return phrases


def legal_lines(view: View) -> Iterator[Span]:
    phrases = _phrases()
    here = phrases.keys() & view.layer(PLACES).keys()
    if not here:
        return
    words = view.layer(WORDS)
    text = words.folded.text
    for key in here:
        for phrase, offer in phrases[key]:
            place = text.find(phrase)
            while place >= 0:
                start, end = _sentence(text, place, place + len(phrase))
                if _is_small_print(text[start:end], offer=offer):
                    yield words.folded.span(start, end)
                place = text.find(phrase, end)


def _is_small_print(sentence: str, *, offer: bool) -> bool:
    """Whether a sentence tells conditions and presses nobody.

    The end of an offer may be a call to buy: it takes the form of small print as well.
    """
    if _pressing().search(sentence):
        return False
    if not offer:
        return True
    if "!" in sentence:
        return False
    return bool(_SMALL.match(sentence) or _RANGE.search(sentence)) or any(
        phrase in sentence for phrase in zone_words("legal")
    )


@cache
def _pressing() -> re.Pattern[str]:
    return regex(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(zone_words('pressing'))))})(?!\w)")


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    floor = max(0, start - _LEGAL_REACH)
    ends = [match.end() for match in _SENTENCE_END.finditer(text, floor, start)]
    first = ends[-1] if ends else floor
    after = _SENTENCE_END.search(text, end, min(len(text), end + _LEGAL_REACH))
    last = after.end() if after else min(len(text), end + _LEGAL_REACH)
    bare = text[first:last]
    return first + len(bare) - len(bare.lstrip()), last - (len(bare) - len(bare.rstrip()))
