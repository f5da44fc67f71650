"""What a finding of moves quotes: the match, or as much around it as reads well."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.checks.check import Params
from socialint.checks.clauses import rounded
from socialint.checks.moves.board import Board
from socialint.layers.features import Reading
from socialint.text import Span

JOINING = frozenset({"CCONJ", "SCONJ"})
RELATIVE = frozenset({"who", "whom", "what", "which", "that", "qui", "que", "qu'", "dont", "où"})
# After a word of these kinds comes no verb of which the match is the subject: “the best you ever”.
LEADING = frozenset({"ADP", "DET", "ADV", "PRON", "PART", "AUX"})
PHRASING = frozenset({"ADP", "DET", "PART"})  # nor a verb at all: « pour la marche »


def quoted(board: Board, span: Span, params: Params) -> Span:
    """What is quoted of a match, as the rule's `quote` says.

    Rounded, a match that ends with what the rule's `ending` names is whole: the verb of which it is
    the subject, and what follows, are left out.
    """
    quote = params.get("quote", "match")
    if quote != "rounded":
        return span if quote == "match" else board.where(quote, span)
    end = rounded(board.text, span.end)
    if end > span.end and _is_subject(board, span, end, params.get("ending", ())):
        return span
    return Span(span.start, end)


def _is_subject(board: Board, span: Span, end: int, ending: Sequence[str]) -> bool:
    """Whether a match ends with one of `ending`, and the words up to `end` begin with a verb."""
    if not any(place.end == span.end for name in ending for place in board.places(name)):
        return False
    from socialint.layers.morphology import MORPHOLOGY  # noqa: PLC0415  few quotations ask
    from socialint.layers.tokens import TOKENS  # noqa: PLC0415  few quotations ask

    tokens, morphs = board.view.layer(TOKENS), board.view.layer(MORPHOLOGY)
    led = True
    for token, morph in zip(tokens, morphs, strict=True):
        if token.start >= end:
            break
        if token.start >= span.end and not led and _is_finite(morph.readings):
            return True
        if token.start >= span.end and (token.norm in RELATIVE or _are(morph.readings, JOINING)):
            break
        led = _are(morph.readings, PHRASING if token.start >= span.end else LEADING)
    return False


def _is_finite(readings: Sequence[Reading]) -> bool:
    return any(reading.form == "Fin" or reading.pos == "AUX" for reading in readings)


def _are(readings: Sequence[Reading], kinds: frozenset[str]) -> bool:
    return any(reading.pos in kinds for reading in readings)
