"""Text folded for look-up (case, accents, typography), with the way back to the original."""

from __future__ import annotations

import codecs
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate

from socialint.frozen import Frozen
from socialint.layers.letters import DECODE, ENCODE, TABLE, UNEVEN
from socialint.layers.view import Layer
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.remembered import Remembered
from socialint.text import Span

_LONE_CR = regex(r"\r(?!\n)")


class Folded(NamedTuple):
    """A folded text, and the original offset of each of its characters and of its end.

    `origins` is None where offsets are the same.
    """

    text: str
    origins: tuple[int, ...] | None = None

    def span(self, start: int, end: int) -> Span:
        """Where text[start:end] stands in the original, with the marks that folding dropped."""
        origins = self.origins
        if origins is None:
            return Span(start, end)
        if end <= start:
            return Span(origins[start], origins[start])
        last = origins[end - 1]
        while origins[end] == last:  # half of an expanded ligature stands for the whole
            end += 1
        return Span(origins[start], origins[end])

    def offset(self, original: int) -> int:
        """The folded offset of the first character that comes from `original` or later."""
        if self.origins is None:
            return original
        return min(bisect_right(self.origins, original - 1), len(self.text))


def fold(text: str) -> Folded:
    r"""Lower case, no accents, plain spaces, apostrophes, hyphens and quotation marks.

    One character for one, but for ligatures (œ gives oe), combining marks and invisible
    characters (dropped): then `origins` leads back.  Line ends are kept as `\n`.
    """
    if "\r" in text:
        text = _LONE_CR.sub("\n", text)
    try:
        codes = codecs.charmap_encode(text, "strict", ENCODE)[0]
    except UnicodeEncodeError:
        folded = text.translate(TABLE)
        return Folded(folded, _origins(text) if UNEVEN.search(text) else None)
    return Folded(codecs.charmap_decode(codes, "strict", DECODE)[0])


def _origins(text: str) -> tuple[int, ...]:
    origins: list[int] = []
    last = 0
    for match in UNEVEN.finditer(text):
        place = match.start()
        origins.extend(range(last, place))
        origins.extend([place] * len(TABLE[ord(text[place])]))
        last = place + 1
    origins.extend(range(last, len(text) + 1))
    return tuple(origins)


# An apostrophe or hyphen between two letters or digits only parts words; elsewhere it is a token.
_TOKEN = regex(r"([^\W_]+|[^\s\w'-]|_|(?<![^\W_])['-]|['-](?![^\W_])|\n *\n[ \n]*)")
# the same, faster, where no underscore stands
_PLAIN = regex(r"(\w+|[^\s\w'-]|(?<!\w)['-]|['-](?!\w)|\n *\n[ \n]*)")
PARAGRAPH = "\n\n"


class Words(Frozen):
    """The folded words and signs of a text, in order; a blank line is the word `PARAGRAPH`.

    `starts` and `ends` are where each stands in the folded text.
    """

    folded: Folded
    tokens: tuple[str, ...]
    starts: Sequence[int]
    ends: Sequence[int]

    def span(self, first: int, last: int) -> Span:
        """Where tokens[first:last] stand in the original text (`last` > `first`)."""
        return self.folded.span(self.starts[first], self.ends[last - 1])

    def __iter__(self) -> Iterator[tuple[str, int, int]]:
        """Each token with its place in the original text."""
        span = self.folded.span
        for token, start, end in zip(self.tokens, self.starts, self.ends, strict=True):
            yield token, *span(start, end)


def fold_words(text: str) -> Words:
    """The words of `text`: runs of letters and digits; every other sign is one by itself."""
    return words_of(fold(text))


def words_of(folded: Folded) -> Words:
    """The words of a text that is folded already."""
    text = folded.text
    # what stands between words and the words, in turn: places come out of their lengths alone
    parts = (_TOKEN if "_" in text else _PLAIN).split(text)
    tokens, edges = parts[1::2], list(accumulate(map(len, parts)))
    if "\n " in text or "\n\n\n" in text:  # a plain blank line is that word already
        tokens = [PARAGRAPH if token[0] == "\n" else token for token in tokens]
    return Words(folded, tuple(map(_once().__getitem__, tokens)), edges[:-1:2], edges[1::2])


@cache
def _once() -> Remembered[str]:
    """Each word as one string: whoever looks it up finds it where the last draft's was found."""
    return Remembered(lambda word: word)


FOLDED: Layer[Folded] = Layer("folded", lambda view: fold(view.text))
WORDS: Layer[Words] = Layer("words", lambda view: words_of(view.layer(FOLDED)))
