"""Sentences of an office: long abstract nouns and participles, and nobody who speaks or listens.

Officialese is known by its shape before any of its words: nominalisations (-tion, -ment, -ance),
adjectives made of them, no pronoun, no contraction.  What is counted is their share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from types import MappingProxyType

from socialint.checks.spots import APART
from socialint.layers.candidates import PLACES
from socialint.layers.fold import WORDS
from socialint.layers.language import main_language
from socialint.layers.phrases import PHRASES
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import Layer, View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.remembered import Remembered
from socialint.text import Span

EVERYDAY = "classes/everyday"  # restaurant, ambiance: such words are not counted
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


def _ends(endings: tuple[str, ...], word: str) -> bool:
    """Whether a folded word ends as abstract ones do."""
    return len(word) >= LEAST_LETTERS and word.endswith(endings)


@cache
def _told() -> Mapping[str, Remembered[bool]]:
    return {lang: Remembered(partial(_ends, endings)) for lang, endings in _ENDINGS.items()}


def _abstract(view: View) -> Sequence[Span]:
    lang = main_language(view)
    if lang is None or lang not in _ENDINGS:
        return ()
    told, places = _told()[lang], view.layer(PLACES)
    ends = [at for word in filter(told.__getitem__, places) for at in places[word]]
    return list(_offices(view, ends, lang)) if len(ends) >= LEAST_ABSTRACT else ()


def _offices(view: View, ends: Iterable[int], lang: str) -> Iterator[Span]:
    sentences, span = view.layer(SENTENCES), view.layer(WORDS).span
    by_sentence: dict[int, list[Span]] = {}
    for at in sorted(ends):
        word = span(at, at + 1)
        by_sentence.setdefault(sentence_at(sentences, word.start), []).append(word)
    for number, found in by_sentence.items():
        if len(found) >= LEAST_ABSTRACT and _is_office(view, sentences[number], found, lang):
            yield sentences[number]


def _is_office(view: View, sentence: Span, found: list[Span], lang: str) -> bool:
    text = view.text[sentence.start : sentence.end]
    written = _WORD.findall(text)
    if not LEAST_WORDS <= len(written) <= MOST_WORDS:
        return False
    least = max(LEAST_ABSTRACT, SHARE * sum(len(word) > 3 for word in written))
    if len(found) < least or _LOOSE.search(text) or _PERSON[lang].search(text):
        return False
    everyday = {match.start for match in view.layer(PHRASES).get(EVERYDAY, ())}
    counted = [word for word in found if _counts(view, sentence, word, everyday)]
    return len(counted) >= least and not view.layer(ZONES).covers(*sentence, *APART)


def _counts(view: View, sentence: Span, word: Span, everyday: set[int]) -> bool:
    """Whether an abstract word is no name, no everyday word: a capital inside a sentence names."""
    said = view.text[word.start : word.end]
    named = said[0].isupper() and sentence.start != word.start
    return word.start not in everyday and not named and not _PLAIN.search(said)


# The sentences whose longer words are mostly abstract, and that name no person; of a text in a
# language without endings of its own none.
ABSTRACT: Layer[Sequence[Span]] = Layer("abstract", _abstract)
