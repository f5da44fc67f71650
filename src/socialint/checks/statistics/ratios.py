"""So many out of so many: "9 usagers sur 10", "one applicant in twenty", "of every ten, six"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.checks.spots import Spots
from socialint.checks.statistics.numerals import Numeral
from socialint.layers.phrases import Match
from socialint.lazy import regex
from socialint.text import Span

MOST_BETWEEN = 6  # words between the two numbers of "98 of our customers out of 100"
EACH = 2  # the weight of "per family": two pupils per class, but not "one per family"
_VERSION = regex(r"[.,]\d")


def ratios(spots: Spots, numbers: Sequence[Numeral]) -> Iterator[Span]:
    """Where a part and its whole stand, in text order.

    The whole is an entry of the list `denominators`; the part a number, or "one" (`ones`), before
    it in the clause, or after a whole that opens the clause.  Round wholes only: "41 of the 44
    forms" is a count.  It can't see a part further than six words away.
    """
    for match in spots.all("denominators"):
        if _is_other(spots, match):
            continue
        start = _part(spots, numbers, match)
        if start is not None:
            yield Span(start, match.end)


def _is_other(spots: Spots, match: Match) -> bool:
    """Whether the number goes on: a version, a date, ten minutes."""
    if spots.next_end("period", match.end) or _VERSION.match(spots.text, match.end):
        return True
    return any(e.start < match.end < e.end for e in spots.entities if e.kind != "ratio")


def _part(spots: Spots, numbers: Sequence[Numeral], match: Match) -> int | None:
    sentence = spots.sentences[spots.sentence(match.start)]
    clause = spots.clause(match.start, match.end, sentence)
    near = spots.around(match.start, match.end, MOST_BETWEEN, 0, clause)
    first = max(near.start, spots.text.rfind(", ", near.start, match.start) + 1)
    parts = [Span(*n[:2]) for n in numbers if first <= n.start < match.start and n.counts]
    parts += [Span(one.start, one.end) for one in spots.within("ones", first, match.start)]
    if not parts:
        return _part_after(spots, numbers, match, clause)
    part = max(parts)
    rationed = match.weight == EACH and not spots.text[part.end : match.start].strip()
    return None if rationed else part.start


def _part_after(spots: Spots, numbers: Sequence[Numeral], match: Match, clause: Span) -> int | None:
    if spots.text[clause.start : match.start].strip():
        return None
    near = spots.around(match.end, match.end, 0, MOST_BETWEEN, clause)
    follows = any(near.start <= n.start < near.end and n.counts for n in numbers)
    return match.start if follows else None
