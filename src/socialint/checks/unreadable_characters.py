"""Letters that no screen reader reads: dressed up, spaced out, struck through, drawn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.draft import Segment
from socialint.finding import Change, Clue, Hit
from socialint.layers.styled import SIGNS, find_styled, plain
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.redact import redact
from socialint.text import Span, shortened

GAP = "[ \u00a0\u2009\u200a\u202f]"
# what may stand before comes second: the search skips from capital to capital
SPACED = regex(rf"[A-ZÀ-ÖØ-ÞŒ](?<!\S.)(?:{GAP}[A-ZÀ-ÖØ-ÞŒ]){{3,}}(?!\S)")
# Strokes and lines laid over letters, and piles of marks, one on the other.
STRUCK = regex(r"(?:[^\W_][\u0332-\u0338\u0305]+\s?){3,}|[^\W_][\u0300-\u036f\u0489]{3,}")
DRAWN = regex(r"[\u2500-\u259f\u25ac]{6,}")
MARKS = regex(r"[\u0305\u0332-\u0338\u0489]|[\u0300-\u036f]{3,}")
# One look for all: most texts hold none of these.
ODD = regex(f"[{SIGNS}\u0300-\u036f\u0489\u2500-\u259f\u25ac]")
# Letters, signs and money of nearly all posts, none of which is odd: the quicker look comes first.
UNUSUAL = regex("[^\0-\u024f\u2010-\u2070\u20a0-\u20ff]")
VOWELS = frozenset("AEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒ")
NOTES = frozenset("ABCDEFG")
SHORT = 60  # code points of a suggestion


def prepare(params: Params, words: Words) -> Detect:
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """One hit a segment and way of writing, on its first place."""
    for segment, view in subject.views.items():
        found: defaultdict[str, list[Span]] = defaultdict(list)
        for variant, span in _found(view.text):
            if not view.layer(ZONES).touches(*span, "code"):
                found[variant].append(span)
        for variant, spans in found.items():
            yield _hit(segment, view, variant, spans)


def _found(text: str) -> Iterator[tuple[str, Span]]:
    for run in SPACED.finditer(text):
        if _is_word(run[0]):
            yield "spaced", Span(*run.span())
    if text.isascii() or not UNUSUAL.search(text) or not ODD.search(text):
        return
    yield from (("", span) for span in find_styled(text))
    for variant, pattern in (("drawn", DRAWN), ("struck", STRUCK)):
        for match in pattern.finditer(text):
            yield variant, Span(match.start(), match.start() + len(match[0].rstrip()))


def _is_word(run: str) -> bool:
    """Whether spaced capitals spell a word: not the alphabet, notes of music, or initials."""
    letters = run[::2]
    steps = {ord(b) - ord(a) for a, b in pairwise(letters)}
    return len(steps) > 1 and bool(VOWELS & set(letters)) and not set(letters) <= NOTES


def _hit(segment: Segment, view: View, variant: str, spans: list[Span]) -> Hit:
    texts = [_rewritten(view.text[slice(*span)], variant) for span in spans]
    first, *others = spans
    changes = (
        Change(segment, span, text, safe=not variant)
        for span, text in zip(spans, texts, strict=True)
        if text
    )
    args, *apart = [{"plain": shortened(redact(text), SHORT)} for text in texts]
    clues = tuple(Clue(segment, span, alone=own) for span, own in zip(others, apart, strict=True))
    return Hit(segment, first, variant, args, clues, tuple(changes))


def _rewritten(text: str, variant: str) -> str:
    """The same in plain letters; nothing for a drawing, which has no letters."""
    if variant == "drawn":
        return ""
    if variant == "spaced":
        return text[::2]
    return MARKS.sub("", text) if variant == "struck" else plain(text)


UNREADABLE_CHARACTERS = Check(prepare, args=("plain",))
