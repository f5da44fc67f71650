"""English contractions in a voice that avoids them, and full forms in one that prefers them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Clue, Hit
from socialint.layers.zones import ZONES, ZoneKind
from socialint.lazy import regex
from socialint.text import Span

APART: tuple[ZoneKind, ...] = ("quotation", "block-quote", "code", "comment", "legal", "hashtag")
SHORT = regex(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|should|must|need|ca|wo|ai)n['’]t"
    r"|(?:i|you|we|they)['’](?:ve|re|d|ll|m)|(?:he|she|it|that|there|here|who|what)['’](?:ll|d)"
    r"|(?:it|that|there|here|what|who|how|where|let|he|she)['’]s)\b",
    re.IGNORECASE,
)
FULL = regex(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|should) not|cannot|will not"
    r"|(?:i am|you are|we are|they are|it is|that is|we have|you have|we will|you will|i will)"
    r"(?= (?!to\b)[a-z]))\b",
    re.IGNORECASE,
)
LEAST_FULL = 3  # one full form is emphasis, three are a habit
MOST_CLUES = 5


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text, on the first form that the voice does without."""

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "contractions"):
            if item.lang == "en":
                yield from _hits(item, item.voice["contractions"])

    return detect


def _hits(item: Spoken, asked: str) -> Iterator[Hit]:
    short = _own(item, SHORT)
    if asked == "avoid" and short:
        yield _hit(item, "short", short)
    elif asked == "prefer" and not short:
        full = _own(item, FULL)
        if len(full) >= LEAST_FULL:
            yield _hit(item, "full", full)


def _own(item: Spoken, shape: re.Pattern[str]) -> list[Span]:
    zones = item.view.layer(ZONES)
    found = [Span(*one.span()) for one in shape.finditer(item.view.text)]
    return [span for span in found if not zones.touches(*span, *APART)]


def _hit(item: Spoken, variant: str, found: list[Span]) -> Hit:
    clues = tuple(Clue(item.segment, span, alone={}) for span in found[1 : 1 + MOST_CLUES])
    return Hit(item.segment, found[0], variant, clues=clues, channel=item.channel)


CONTRACTIONS = Check(prepare, wants=("voice.contractions",), args=())
