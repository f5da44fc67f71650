"""What speaks for a leak in a text, by kind, and what speaks against it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from operator import attrgetter

from socialint.checks.confidential.due import FORBIDDEN, STAMP, Due, Pair
from socialint.checks.spots import Spots
from socialint.guards import GUARDS
from socialint.layers.entities import FIGURES
from socialint.layers.phrases import Match
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

REVEAL = "reveal"  # what one can't do is a secret kept only if it is to tell a name
AGAINST = ("about", "kept", "lifted")
DAYS = frozenset(["date", "time"])
FIGURE_REACH = 60  # code points between a noun such as “margin” and its figure
PAIR_REACH = 160  # code points: more than seven words and the second class take
SURE = 3  # the weight of what one must not do; what one can't is a refusal unless it is a name
BARE = 1  # the weight of a stamp that needs a sign right after it: “Internal:”
# How a line or bracket may begin before a stamp, by the stamp's weight: with so many words.
_HEADS = {
    weight: regex(rf"(?:^|[\[(\n])[^\w\n]*(?:\w+[^\w\n\])]+){{0,{most}}}\Z")
    for weight, most in ((1, 0), (2, 1), (3, 3))
}
_ENDS = regex(r"[^\n\[\]():–—]{0,40}?(?:[\]):\n]|[–—]|- |$)|[^\n.!?]{0,30}[.!]")
_ENDS_AT_ONCE = regex(r"[ \u00a0]*(?:[\]):|–—\n]|- |$)")
_HEAD_REACH = 60


class Evidence(NamedTuple):
    """A piece of evidence: where it stands, its kind, and its weight."""

    start: int
    end: int
    kind: str
    weight: int


class Row(NamedTuple):
    """Evidence in text order, looked up by place: a long text has much of it."""

    items: tuple[Evidence, ...]

    @classmethod
    def of(cls, items: Iterable[Evidence]) -> Row:
        """The items, those that begin at one place in the order given."""
        return cls(tuple(sorted(items, key=_start)))

    def within(self, window: Span) -> list[Evidence]:
        """Those that lie inside the window."""
        first = bisect_left(self.items, window.start, key=_start)
        last = bisect_left(self.items, window.end, key=_start)
        return [item for item in self.items[first:last] if item.end <= window.end]


_start = attrgetter("start")


def closed(spots: Spots, due: Due) -> list[tuple[Evidence, Match]]:
    """What may say that the matter is not public; whether it is said there is asked later."""
    found = [
        (Evidence(match.start, match.end, kind, match.weight), match)
        for kind in due.kinds
        if kind != STAMP
        for match in spots.all(kind)
    ]
    stamps = _stamps(spots) if STAMP in due.kinds else ()
    return [*found, *stamps, *_pairs(spots, due.pairs)]


def said(spots: Spots, found: Iterable[tuple[Evidence, Match]]) -> list[Evidence]:
    """Those of them that the author says, in text order."""
    return sorted(item for item, match in found if _is_said(spots, item, match))


def content(spots: Spots) -> Iterator[Evidence]:
    """What is let out: deals, departures, figures of the business; a bare figure or day."""
    for match in spots.all("object"):
        yield Evidence(match.start, match.end, "object", match.weight)
    figures = [entity for entity in spots.entities if entity.kind in FIGURES]
    longest = max((figure.end - figure.start for figure in figures), default=0)
    for match in spots.all("ledger") if figures else ():
        first = bisect_left(figures, match.start - FIGURE_REACH - longest, key=_start)
        last = bisect_right(figures, match.end + FIGURE_REACH, key=_start)
        for figure in figures[first:last]:
            if abs(figure.start - match.end) <= FIGURE_REACH or (
                0 <= match.start - figure.end <= FIGURE_REACH
            ):
                start, end = min(match.start, figure.start), max(match.end, figure.end)
                yield Evidence(start, end, "object", match.weight + 1)
                break
    for figure in figures:
        yield Evidence(figure.start, figure.end, "object", 1)


def has_figure(spots: Spots) -> bool:
    """Whether a figure stands anywhere in the text."""
    return any(entity.kind in FIGURES for entity in spots.entities)


def days(spots: Spots) -> Iterator[Evidence]:
    """Days and times: they say that something was let out only where one was not to say it."""
    for entity in spots.entities:
        if entity.kind in DAYS:
            yield Evidence(entity.start, entity.end, "object", 1)
    for match in spots.all("day"):
        yield Evidence(match.start, match.end, "object", 1)


def against(spots: Spots) -> Iterator[Evidence]:
    """What makes the text a lesson, a secret kept, or public news."""
    for kind in AGAINST:
        for match in spots.all(kind):
            yield Evidence(match.start, match.end, kind, match.weight)


def _is_said(spots: Spots, item: Evidence, match: Match) -> bool:
    """Whether the author says so: no question, no code, no quotation but one that is leaked."""
    if item.kind == STAMP:
        return not (spots.is_apart(*match[:2]) or GUARDS["question"](spots.view, match))
    zones = spots.view.layer(ZONES)
    if zones.covers(match.start, match.end, "code", "comment"):
        return False
    if zones.covers(match.start, match.end, "quotation", "block-quote"):
        return any(spots.has(name, *_sentence(spots, match)) for name in ("says", "source"))
    return not GUARDS["question"](spots.view, match)


def _pairs(spots: Spots, pairs: Iterable[Pair]) -> Iterator[tuple[Evidence, Match]]:
    for kind, first, second, reach in pairs:
        others = spots.held(second) | (spots.held(REVEAL) if kind == FORBIDDEN else 0)
        for match in spots.all(first) if spots.held(first) & others else ():
            sure = kind != FORBIDDEN or match.weight >= SURE
            wanted = second if sure else REVEAL
            near = spots.within(wanted, match.end, match.end + PAIR_REACH)
            if not near or spots.is_parted(match.end, near[0].start):
                continue
            clause = spots.clause(match.start, match.end, _sentence(spots, match))
            after = spots.around(match.end, match.end, 0, reach, clause)
            here = spots.within(wanted, match.end, after.end)
            if here:
                # a screenshot is one thing, what it shows another
                end = match.end if kind == "breach" else here[0].end
                yield Evidence(match.start, end, kind, match.weight), match


def _sentence(spots: Spots, match: Match) -> Span:
    return spots.sentences[spots.sentence(match.start)]


def _stamps(spots: Spots) -> Iterator[tuple[Evidence, Match]]:
    """Marks of a document that head a line or stand in brackets, or close the text."""
    for match in spots.all(STAMP):
        before = spots.text[max(0, match.start - _HEAD_REACH) : match.start]
        ends = _ENDS_AT_ONCE if match.weight == BARE else _ENDS
        if _HEADS[match.weight].search(before) and ends.match(spots.text, match.end):
            yield Evidence(match.start, match.end, STAMP, max(match.weight, 3) + 1), match
