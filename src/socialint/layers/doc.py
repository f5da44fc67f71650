"""The same tokens as a spaCy Doc, with lemma and morphology set, for Matcher and for callers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from socialint.layers.morphology import MORPHOLOGY, Morph
from socialint.layers.sentences import SENTENCES
from socialint.layers.tokens import TOKENS, Token
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab


# half a pair, as JSON can spell it: spaCy keeps its strings in UTF-8
LONE = regex("[\ud800-\udfff]")


class Word(NamedTuple):
    """A token of the Doc: white space beyond one blank is a token of its own, as in spaCy."""

    text: str
    space: bool
    token: Token | None
    morph: Morph | None
    start: int

    @property
    def lemma(self) -> str:
        """Its lemma; white space is its own."""
        return self.morph.lemma if self.morph else self.text


@cache
def vocabulary() -> Vocab:
    """The one vocabulary that all Docs of the process share; imports spaCy."""
    from spacy.lang.lex_attrs import LEX_ATTRS  # noqa: PLC0415 - a second that only this layer pays
    from spacy.vocab import Vocab  # noqa: PLC0415 - the same

    return Vocab(lex_attr_getters=LEX_ATTRS)


def _gap(text: str, start: int, end: int) -> Iterator[Word]:
    if start < end:
        yield Word(text[start:end], space=False, token=None, morph=None, start=start)


def _words(text: str, tokens: tuple[Token, ...], morphs: tuple[Morph, ...]) -> Iterator[Word]:
    starts = [*(token.start for token in tokens), len(text)]
    yield from _gap(text, 0, starts[0])
    for token, morph, end in zip(tokens, morphs, starts[1:], strict=True):
        space = text[token.end : token.end + 1] == " "
        yield Word(token.text, space=space, token=token, morph=morph, start=token.start)
        yield from _gap(text, token.end + space, end)


def _features(word: Word) -> str:
    readings = word.morph.readings if word.morph else ()
    # several readings: only what they agree on is known
    known = [set(reading.features.split("|")) for reading in readings]
    return "|".join(sorted(set.intersection(*known) - {""})) if known else ""


def make(view: View) -> Doc:
    """A Doc whose text is the view's, whose tokens are TOKENS and the white space between.

    `token.idx` is the offset in the text; `norm_`, `lemma_`, `pos_` (where certain), `morph` and
    sentence starts are set; no pipeline has run.  A lone surrogate becomes U+FFFD.
    """
    from spacy.tokens import Doc  # noqa: PLC0415 - a second that only this layer pays

    words = list(_words(view.text, view.layer(TOKENS), view.layer(MORPHOLOGY)))
    starts = {span.start for span in view.layer(SENTENCES)}
    doc = Doc(
        vocabulary(),
        words=[LONE.sub("\ufffd", word.text) for word in words],
        spaces=[word.space for word in words],
        lemmas=[LONE.sub("\ufffd", word.lemma) for word in words],
        pos=[(word.morph.pos or "") if word.morph else "SPACE" for word in words],
        morphs=[_features(word) for word in words],
        sent_starts=[at == 0 or word.start in starts for at, word in enumerate(words)],
    )
    for token, word in zip(doc, words, strict=True):
        if word.token:
            token.norm_ = LONE.sub("\ufffd", word.token.norm)
    return doc


DOC: Layer[Doc] = Layer("doc", make)
