"""How easily a text reads, by textstat, offline and on words alone."""

from __future__ import annotations

from functools import cache, partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from socialint.layers.language import LANGUAGE, main_language
from socialint.layers.sentences import SENTENCES
from socialint.layers.tables import DATA
from socialint.layers.tokens import TOKENS, Token
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple
from socialint.remembered import Remembered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LANGUAGES = frozenset(["fr", "en"])
# below this a formula made for pages says nothing of a post
MIN_WORDS = 30
MIN_SENTENCES = 2
READ = frozenset(["word", "number"])
POINTS = str.maketrans("", "", ".,!? \u00a0\u202f")


class Readability(NamedTuple):
    """Readability of a text's main language.

    `flesch` is Flesch reading ease (higher is easier; French: Kandel and Moles, 1958), `lix` the
    Swedish index of Björnsson, 1968 (higher is harder); `words` and `sentences` are counted
    without links, names, tags and emoji, sentences of one or two words left out.
    """

    flesch: float
    lix: float
    words: int
    sentences: int
    lang: str


@cache
def syllables() -> dict[str, list[list[str]]]:
    """English words as the CMU dictionary gives them, each phone a vowel: only these are counted.

    nltk would look for the dictionary where it trusts the file system, and textstat download it
    where nltk finds none.
    """
    from zipfile import ZipFile  # noqa: PLC0415 - only English pays

    words: dict[str, list[list[str]]] = {}
    with ZipFile(DATA / "syllables.en.zip") as archive:
        for name in archive.namelist():
            if name.isdigit():
                phones = [["0"] * int(name)]
                words.update((word, phones) for word in archive.read(name).decode().split())
    return words


def _dictionary(lang: str) -> dict[str, list[list[str]]] | None:
    return syllables() if lang.startswith("en") else None


def load() -> Any:
    """The stateless functions of textstat, with our dictionary in place of a download."""
    import textstat.backend  # noqa: PLC0415 - half a second that only this layer pays

    counting = import_module("textstat.backend.counts._count_syllables")
    counting.get_cmudict = _dictionary  # type: ignore[attr-defined]  # its only way in
    return textstat.backend


def _spelt(lang: str, word: str) -> int:
    """How many syllables a word has as it is spelt."""
    return int(load().counts.count_syllables(word, lang))


@cache
def _syllables(lang: str) -> Remembered[int]:
    return Remembered(partial(_spelt, lang))


def count_syllables(words: Sequence[str], lang: str) -> int:
    """Syllables of words as spelt, all together, as textstat counts them; 0 in other languages.

    English by the CMU dictionary, other words and French by the places where a hyphen may stand.
    """
    if lang not in LANGUAGES or not words:
        return 0
    return sum(map(_syllables(lang).__getitem__, words))


def written(tokens: Sequence[Token]) -> str:
    """The words of a sentence as they were joined, without what is not read aloud."""
    parts = []
    last = -1
    for token in tokens:
        if token.kind not in READ:
            continue
        parts.append("" if token.start == last else " ")
        parts.append(token.norm.translate(POINTS))
        last = token.end
    return "".join(parts).strip()


def _sentences(view: View, lang: str) -> Iterator[str]:
    """The sentences that begin in a paragraph in `lang`, as read aloud."""
    paragraphs, tokens = view.layer(LANGUAGE), view.layer(TOKENS)
    paragraph = token = 0
    for start, end in view.layer(SENTENCES):
        first = token
        while token < len(tokens) and tokens[token].start < end:
            token += 1
        while paragraphs[paragraph].end <= start:
            paragraph += 1
        if paragraphs[paragraph].lang == lang:
            yield written(tokens[first:token])


def readability(view: View) -> Readability | None:
    """Readability of the text; None under 30 words or 2 sentences, or in another language."""
    lang = main_language(view)
    if lang is None or lang not in LANGUAGES or len(view.text) < 2 * MIN_WORDS:
        return None
    sentences = [s for s in _sentences(view, lang) if len(s.split()) > 2]
    words = sum(len(sentence.split()) for sentence in sentences)
    if words < MIN_WORDS or len(sentences) < MIN_SENTENCES:
        return None
    text = ". ".join(sentences) + "."
    metrics = load().metrics
    flesch = metrics.flesch_reading_ease(text, lang)
    return Readability(flesch, metrics.lix(text), words, len(sentences), lang)


READABILITY: Layer[Readability | None] = Layer("readability", readability)
