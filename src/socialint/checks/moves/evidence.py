"""Which moves are shown beside the one that a hit stands at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from socialint.checks.moves.found import Found
from socialint.draft import Segment
from socialint.finding import Clue
from socialint.text import Span

MORE = 30  # code points by which a stretch may be longer than one that it stands for
EVIDENCE = 1  # a move that weighs less is a circumstance, not shown


def shown(
    segment: Segment, text: str, others: Iterable[Found], first: Span, quote: Span
) -> Sequence[Clue]:
    """The other moves of a hit in text order; words that several share are shown once.

    The longer stretch stands for those within it, by the name of the heaviest.  What lies within
    `first`, where the hit stands, or is the whole `quote`, says nothing new.
    """
    stretches: list[Found] = []
    whole = _worded(text, quote)
    for item in sorted(filter(_counts, others), key=_longest_first):
        if _is_within(text, item.span, first) or _worded(text, item.span) == whole:
            continue
        if stretches and _is_of(text, item.span, stretches[-1].span):
            stretches[-1] = _heavier(stretches[-1], item)
        else:
            stretches.append(item)
    return [Clue(segment, item.span, item.move.name) for item in stretches]


def _counts(item: Found) -> bool:
    return item.move.weight >= EVIDENCE and item.span.start < item.span.end


def _longest_first(item: Found) -> tuple[int, int]:
    return item.span.start, -item.span.end


def _heavier(whole: Found, part: Found) -> Found:
    return whole._replace(move=part.move) if part.move.weight > whole.move.weight else whole


def _is_of(text: str, inner: Span, outer: Span) -> bool:
    """Whether a stretch lies within another that shows little more: no whole reply."""
    much = outer.end - outer.start > inner.end - inner.start + MORE
    return not much and _is_within(text, inner, outer)


def _is_within(text: str, inner: Span, outer: Span) -> bool:
    """Whether a stretch, the signs around its words aside, lies within another."""
    start, end = _worded(text, inner)
    return outer.start <= start and end <= outer.end


def _worded(text: str, span: Span) -> Span:
    """The stretch without signs around its words; all of it if it has no word."""
    said = text[span.start : span.end]
    edges = [at for at, sign in enumerate(said, span.start) if sign.isalnum()]
    return Span(edges[0], edges[-1] + 1) if edges else span
