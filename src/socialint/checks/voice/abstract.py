"""Sentences of an office: long abstract nouns and participles, and nobody who speaks or listens.

Officialese is known by its shape before any of its words: nominalisations (-tion, -ment, -ance),
adjectives made of them, no pronoun, no contraction.  What is counted is their share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from socialint.checks.moves.board import Board
from socialint.layers.fold import WORDS
from socialint.lazy import regex
from socialint.text import Span

LEAST_LETTERS = 8
LEAST_WORDS = 5
MOST_WORDS = 50  # a longer one is a list, or no sentence
LEAST_ABSTRACT = 2
SHARE = 0.3  # of the words of four letters or more
_WORD = regex(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_LOOSE = regex(r"[!?«“\"@#*|]|://")  # cries, questions, quotations and addresses are no office's
_ENDINGS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": (
            *("tion", "sion", "ment", "ance", "ence", "ency", "ancy", "ity", "ism", "ship"),
            *("tions", "sions", "ments", "ances", "ences", "encies", "ancies", "ities", "isms"),
            *("ive", "ible", "able", "ual", "ial", "ical", "ional", "ary", "ory", "edure"),
            *("edures", "ated", "ates", "ised", "ized", "ify", "ified", "ant", "ants"),
            *("fully", "ively", "ally"),
        ),
        "fr": tuple(
            ending + plural
            for ending in (
                *("tion", "sion", "ance", "ence", "ite", "isme", "tude", "ement", "aire"),
                *("atoire", "if", "ive", "ible", "able", "uel", "uelle", "iel", "ielle"),
                *("onnel", "onnelle"),
            )
            for plural in ("", "s")
        ),
    }
)
# « gratuite » is no « gratuité »
_PLAIN = regex(r"ites?$")
_PERSON: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": regex(
            r"\b(?:i|you|yours?|me|my|mine|we|us|ours?|he|she|him|her)\b|[’'](?:s|re|ve|ll|d|m|t)\b",
            re.IGNORECASE,
        ),
        "fr": regex(
            r"\b(?:je|tu|te|toi|ton|ta|tes|vous|votre|vos|nous|notre|nos|on|moi|mon|ma|mes)\b"
            r"|\b[jtm][’']",
            re.IGNORECASE,
        ),
    }
)


def abstract(board: Board, lang: str | None) -> Iterator[Span]:
    """The sentences whose longer words are mostly abstract, and that name no person.

    Words of the list `everyday` (restaurant, ambiance) are not counted.  Languages without endings
    of their own have none.
    """
    if lang is None or lang not in _ENDINGS:
        return
    by_sentence: dict[int, int] = {}
    for word in _words(board, lang):
        number = board.sentence(word.start)
        by_sentence[number] = by_sentence.get(number, 0) + 1
    for number, count in by_sentence.items():
        sentence = board.sentences[number]
        if count >= LEAST_ABSTRACT and _is_office(board, sentence, count, lang):
            yield sentence


def _words(board: Board, lang: str) -> Iterator[Span]:
    """The abstract words of the text; a capital inside a sentence makes a name."""
    words, endings = board.view.layer(WORDS), _ENDINGS[lang]
    found = [
        at
        for at, token in enumerate(words.tokens)
        if len(token) >= LEAST_LETTERS and token.endswith(endings)
    ]
    if len(found) < LEAST_ABSTRACT:
        return
    everyday = {match.start for match in board.all("everyday")}
    for at in found:
        span = words.span(at, at + 1)
        said = board.text[span.start : span.end]
        named = said[0].isupper() and not _starts(board, span.start)
        if span.start not in everyday and not named and not _PLAIN.search(said):
            yield span


def _starts(board: Board, place: int) -> bool:
    return board.sentences[board.sentence(place)].start == place


def _is_office(board: Board, sentence: Span, count: int, lang: str) -> bool:
    text = board.text[sentence.start : sentence.end]
    words = _WORD.findall(text)
    if not LEAST_WORDS <= len(words) <= MOST_WORDS:
        return False
    content = sum(len(word) > 3 for word in words)
    if count < SHARE * content or _LOOSE.search(text) or _PERSON[lang].search(text):
        return False
    return not board.is_apart(*sentence)
