"""Where a quotation of a draft may end well."""

from __future__ import annotations

from socialint.lazy import regex
from socialint.text import Span

TAIL_WORDS = 5
LONGEST = 1000  # characters
_INSIDE = r"(?<=\d)[.,:](?=\d)"  # the sign within "99.9", « 99,9 » or "7:30" ends no clause
_TAIL = regex(
    rf"(?:[^.,;:!?…()\n«»“”\"–—]|{_INSIDE}){{0,60}}[^\W_](?!{_INSIDE})"
    r"(?=[\s\u00a0]*(?:[.,;:!?…()\n«»“”\"–—]|$))"
)
_REST = regex(rf"(?:['’]?\w+(?:['’]\w+)*)?(?:{_INSIDE}\d+|(?<=\d)[\u00a0\u202f]\d+)*")
_WORD = regex(rf"[^\W_]+(?:(?:['’-]|{_INSIDE})[^\W_]+)*")


def count_words(text: str) -> int:
    """The number of words; one with an apostrophe or hyphen is one."""
    return len(_WORD.findall(text))


def rounded(text: str, end: int) -> int:
    """The end of the clause if at most five words are left of it after `end`, else of the word."""
    if word := _REST.match(text, end):
        end = word.end()
    tail = _TAIL.match(text, end)
    return tail.end() if tail and count_words(tail[0]) <= TAIL_WORDS else end


def clipped(sentence: Span) -> Span:
    """The first thousand characters of a sentence; nobody writes longer ones by hand."""
    start, end = sentence
    return sentence if end - start <= LONGEST else Span(start, start + LONGEST)
