"""How far a guard looks: the sentence of a match, its clause, and the cues around it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from socialint.layers.phrases import FOUND, Match
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

Guard = Callable[[View, Match], bool]

_BREAK = regex(r"[,;:](?=\s|$)|[()—–…«»“”]|\s-\s")
_WORD = regex(r"\w+")


def sentence(view: View, match: Match) -> Span:
    """The sentence that `match` begins in, lengthened if it ends in a later one."""
    sentences = view.layer(SENTENCES)
    found = sentences[sentence_at(sentences, match.start)]
    return Span(min(found.start, match.start), max(found.end, match.end))


def clause(view: View, match: Match) -> Span:
    """The part of the sentence around `match` that nothing cuts off.

    Commas, colons, dashes, brackets, quotation marks and contrasting words (`guards/contrast`) do.
    """
    whole = sentence(view, match)
    start, end = whole
    for found in _BREAK.finditer(view.text, whole.start, match.start):
        start = found.end()
    if found_after := _BREAK.search(view.text, match.end, whole.end):
        end = found_after.start()
    for cue in cues(view, "contrast", Span(start, end)):
        if cue.end <= match.start:
            start = max(start, cue.end)
        elif cue.start >= match.end:
            end = min(end, cue.start)
    return Span(start, end)


def cues(view: View, name: str, within: Span) -> Sequence[Match]:
    """The entries of `guards/<name>` in a stretch of the text; those of weight 0 stay out."""
    return [
        found.match
        for found in view.layer(FOUND).get(f"guards/{name}", ())
        if found.match.weight
        and within.start <= found.match.start
        and found.match.end <= within.end
    ]


def words_between(view: View, start: int, end: int) -> int:
    """The number of words in text[start:end]."""
    return len(_WORD.findall(view.text, start, end))
