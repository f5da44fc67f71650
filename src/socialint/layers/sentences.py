"""The sentences of a post, where line breaks and emoji end them as much as full stops do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from operator import attrgetter

from socialint.layers.tables import tables_of
from socialint.layers.tokens import EMOJI
from socialint.layers.view import Layer
from socialint.lazy import regex
from socialint.text import Span

EMOJIS = rf"(?:[^\S\n]{{0,3}}(?:{EMOJI}))"
CLOSERS = r"(?:[ \u00a0\u202f]?»|[\"”’'*_)\]])*"
# what emoji are made of, quick to look for: before each space of a text that has none it is slow
PICTURE = regex("[\u20e3\u2194-\u2bff\u3030\u303d\u3297\u3299\ufe0f\U0001f000-\U0001faff]")
# one class in front lets the search skip ahead
PLAIN = regex(rf"[.!?…\n](?:(?<=\n)\s*|(?<!\n)[.!?…]*{CLOSERS}(?=\s|$))")
BREAK = regex(rf"[.!?…]+{CLOSERS}{EMOJIS}*(?=\s|$)|{EMOJIS}{{1,8}}+(?=[^\S\n])|\n\s*")
LAST_WORD = regex(r"([^\W\d_]+(?:\.[^\W\d_]+)*)\Z")
LIST_NUMBER = regex(r"\s{0,9}\d{1,3}")
ANY_WORD = regex(r"[^\W_]")
LINK = regex(r"\s{1,3}(?:https?:|www\.)")
OPENERS = "«“\"'‘(["


@cache
def abbreviations(use: str) -> frozenset[str]:
    """Those a sentence ends with never (`never_last`) or not before a number (`before_number`).

    From every `sentences.<code>.json`.
    """
    return frozenset(word for file in tables_of("sentences").values() for word in file[use].split())


def _next_char(text: str, at: int) -> str:
    """The first letter, digit or sign after white space and opening quotes on the line."""
    for char in text[at : at + 12]:
        if not char.isspace() and char not in OPENERS:
            return char
    return ""


@lru_cache(maxsize=4096)
def _last_word(piece: str) -> str:
    """The letters that end a piece without spaces, with the full stops between them."""
    found = LAST_WORD.search(piece)
    return found[0] if found else ""


def _is_abbreviation(text: str, start: int, at: int, following: str) -> bool:
    before = text[max(start, at - 16) : at]
    word = "" if before[-1:].isspace() else _last_word("".join(before.rsplit(None, 1)[-1:]))
    if not word:
        return LIST_NUMBER.fullmatch(text, start, at) is not None
    if len(word) == 1 and word.isupper() and word not in "IÀ":
        return True
    if following.isdigit() and word.lower() in abbreviations("before_number"):
        return True
    return word.lower() in abbreviations("never_last")


def _ends(text: str, start: int, found: re.Match[str]) -> bool:
    first, end = found.span()
    sign, following = text[first], _next_char(text, end)
    if sign == "\n":
        before = text[max(start, first - 20) : first].rstrip()[-1:]
        wrapped = following.islower() and before not in ":;.!?…" and found[0].count("\n") == 1
        return not wrapped
    if sign not in ".!?…":  # emoji
        has_words = ANY_WORD.search(text, max(start, first - 200), first)
        return bool(has_words) and (following.isupper() or not following)
    if end == first + 1 and sign == "." and _is_abbreviation(text, start, first, following):
        return False
    if "!" in found[0] or "?" in found[0]:
        quoted = text[end - 1] in "»”\"'’)"
        return not (quoted and (following.islower() or following in ",;"))
    return not following.islower() or LINK.match(text, end) is not None


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    pattern = PLAIN if text.isascii() or not PICTURE.search(text) else BREAK
    for found in pattern.finditer(text):
        if _ends(text, start, found):
            yield start, found.end()
            start = found.end()
    yield start, len(text)


def split(text: str) -> tuple[Span, ...]:
    """The sentences of `text` in order, without the white space around them.

    A sentence ends at a full stop, "!", "?" or "…" with its closing quotes and emoji, at a line
    break (unless the next line goes on in lower case), or at an emoji before a capital; not at
    an abbreviation, an initial, a decimal point or within a link.
    """
    spans = []
    for start, end in _sentences(text):
        body = text[start:end]
        if stripped := body.strip():
            first = start + len(body) - len(body.lstrip())
            spans.append(Span(first, first + len(stripped)))
    return tuple(spans)


def sentence_at(sentences: Sequence[Span], place: int) -> int:
    """The number of the sentence that holds `place`, or of the last one before; 0 if none is."""
    return max(bisect_right(sentences, place, key=_start) - 1, 0)


_start = attrgetter("start")
SENTENCES: Layer[tuple[Span, ...]] = Layer("sentences", lambda view: split(view.text))
