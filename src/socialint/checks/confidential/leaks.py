"""Evidence added up around a place: whether something is let out there."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from socialint.checks.confidential.due import FORBIDDEN, STAMP, Due
from socialint.checks.confidential.evidence import (
    Evidence,
    Row,
    against,
    closed,
    content,
    days,
    has_figure,
    said,
)
from socialint.checks.confidential.turns import TURNED, turns
from socialint.checks.spots import Spots
from socialint.named import NamedTuple
from socialint.text import Span, touch

FIGURE = 1  # the weight of a bare figure
MOST_TOLD = 3  # what a deal with a figure, and the turn before it, can weigh
SURE_TOLD = 3  # the weight of “I'm not supposed to say”, after which a day is news enough
LET_OUT = frozenset(["object", "breach", "source"])
VOID_WHEN_LIFTED = frozenset(["unofficial", "stamp", "hush"])


class Leak(NamedTuple):
    """What was found: its span, the kind that weighs most, and the evidence elsewhere."""

    span: Span
    kind: str
    others: tuple[Evidence, ...]


def find_leak(
    spots: Spots, due: Due, params: Mapping[str, Any], *, lifted: bool = False
) -> Leak | None:
    """The strongest leak in the text, None if no place reaches the threshold.

    `due` is what the words of the text can make.  `lifted` says that the draft goes out after its
    embargo: what is not public yet then is nothing to hide.
    """
    found = closed(spots, due)
    if not _may_reach(spots, [item for item, _ in found], params["threshold"]):
        return None
    here = said(spots, found)
    if sum(item.weight for item in _strongest(here).values()) + MOST_TOLD < params["threshold"]:
        return None
    rows = Row.of(here), Row.of([*content(spots), *turns(spots, here)]), Row.of(against(spots))
    beside, objects, doubts = rows
    surely = any(item.kind == FORBIDDEN and item.weight >= SURE_TOLD for item in here)
    later = Row.of(days(spots) if surely else ())
    best: tuple[int, Leak] | None = None
    for anchor in here:
        window = _window(spots, anchor, params["reach"])
        near = beside.within(window)
        told = max((item.weight for item in near if item.kind == FORBIDDEN), default=0)
        news = later.within(window) if told >= SURE_TOLD else ()
        strongest = _strongest([*near, *objects.within(window), *news])
        total = _total(strongest, doubts.within(window), lifted=lifted)
        if total >= params["threshold"] and (best is None or total > best[0]):
            best = total, _leak(spots, anchor, strongest.values())
    return best[1] if best else None


def _may_reach(spots: Spots, found: Iterable[Evidence], threshold: int) -> bool:
    """Whether these, said or not, and what is let out can weigh enough; no guard is asked."""
    best: dict[str, int] = {}
    for item in found:
        best[item.kind] = max(best.get(item.kind, 0), item.weight)
    least = threshold - sum(best.values())
    turned = any(kind in TURNED and weight >= TURNED[kind] for kind, weight in best.items())
    if turned or spots.may("object") or spots.may("ledger"):
        return least <= MOST_TOLD
    return least <= 0 or (least <= FIGURE and has_figure(spots))


def _window(spots: Spots, anchor: Evidence, reach: int) -> Span:
    number = spots.sentence(anchor.start)
    last = min(spots.sentence(anchor.end - 1) + reach, len(spots.sentences) - 1)
    return Span(spots.sentences[max(number - reach, 0)].start, spots.sentences[last].end)


def _strongest(items: Iterable[Evidence]) -> dict[str, Evidence]:
    """The weightiest of each kind; words that serve two kinds count for the weightier."""
    found: dict[str, Evidence] = {}
    taken: list[Evidence] = []
    for item in sorted(items, key=lambda item: (-item.weight, item.start)):
        if item.kind not in found and not any(_shares(item, other) for other in taken):
            found[item.kind] = item
            taken.append(item)
    return found


def _shares(one: Evidence, other: Evidence) -> bool:
    """Whether two have words in common; a noun and its figure may stand around others."""
    if one.start < other.start and other.end < one.end:
        return one.kind != "object"
    if other.start < one.start and one.end < other.end:
        return other.kind != "object"
    return touch(one, other)


def _total(strongest: Mapping[str, Evidence], doubts: list[Evidence], *, lifted: bool) -> int:
    lifted = lifted or any(item.kind == "lifted" for item in doubts)
    counted = {
        kind: item.weight
        for kind, item in strongest.items()
        if not (lifted and kind in VOID_WHEN_LIFTED)
    }
    if STAMP not in counted and (len(counted) < 2 or LET_OUT.isdisjoint(counted)):
        return 0
    if set(counted) <= {"object"}:
        return 0
    less = {item.kind: item.weight for item in doubts if item.kind != "lifted"}
    return sum(counted.values()) - sum(less.values())


def _leak(spots: Spots, anchor: Evidence, items: Iterable[Evidence]) -> Leak:
    """The span runs over the evidence in the anchor's sentence, or up to the news beside it."""
    found = list(items)
    first = spots.sentence(anchor.start)
    here = [anchor, *(item for item in found if spots.sentence(item.start) == first)]
    if not any(item.kind in LET_OUT for item in here):
        here += [
            item
            for item in found
            if item.kind == "object" and abs(spots.sentence(item.start) - first) == 1
        ]
    span = Span(min(item.start for item in here), max(item.end for item in here))
    others = tuple(sorted(item for item in found if item not in here))
    kind = max(here, key=lambda item: (item.kind != "object", item.weight)).kind
    return Leak(span, kind, others)
