"""Lemma, part of speech and features of each token, where the lexicons know them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from socialint.layers.features import Reading
from socialint.layers.inflection import readings, words_of
from socialint.layers.language import LANGUAGE, Paragraph
from socialint.layers.tokens import TOKENS, Kind, Token
from socialint.layers.view import Layer
from socialint.named import NamedTuple

SIGNS = {
    "number": "NUM",
    "punct": "PUNCT",
    "url": "SYM",
    "email": "SYM",
    "mention": "PROPN",
    "hashtag": "SYM",
    "emoji": "SYM",
    "emoticon": "SYM",
}


class Morph(NamedTuple):
    """What a token is: `pos` (Universal Dependencies) only where it is certain, all readings."""

    lemma: str
    pos: str | None
    readings: tuple[Reading, ...]
    lang: str | None


def _pos(found: tuple[Reading, ...]) -> str | None:
    kinds = {reading.pos for reading in found}
    # a participle or an infinitive is a noun or an adjective as easily as a verb
    certain = len(kinds) == 1 and all(reading.form in (None, "Fin") for reading in found)
    return kinds.pop() if certain else None


def morph(token: Token, lang: str | None) -> Morph:
    """What `token` can be in a text in `lang`."""
    return _morph(token.norm, token.kind, lang)


@lru_cache(maxsize=8192)
def _morph(norm: str, kind: Kind, lang: str | None) -> Morph:
    if kind != "word":
        return Morph(norm, SIGNS.get(kind), (), lang)
    words = words_of(lang) if lang else None
    if lang is None or words is None:
        return Morph(norm, None, (), lang)
    found = readings(norm, lang)
    if not found or norm in words.ambiguous:
        return Morph(norm, None, found, lang)
    return Morph(found[0].lemma, _pos(found), found, lang)


def _morphs(tokens: tuple[Token, ...], paragraphs: tuple[Paragraph, ...]) -> Iterator[Morph]:
    number = 0
    for token in tokens:
        while token.start >= paragraphs[number].end:
            number += 1
        yield morph(token, paragraphs[number].lang)


MORPHOLOGY: Layer[tuple[Morph, ...]] = Layer(
    "morphology",
    lambda view: tuple(_morphs(view.layer(TOKENS), view.layer(LANGUAGE))),
)
