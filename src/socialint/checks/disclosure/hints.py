"""A deal or a tie told by hints: what the writer got or is, warm words, and a wink."""

from __future__ import annotations

from socialint.checks.spots import Spots
from socialint.guards import GUARDS
from socialint.layers.phrases import Match
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

FREE = "had-free"
STAKES = (FREE, "belongs-there", "owed")
TOO = "-too"  # the list of the words that only add to a stake
PUSH = "ad-push"  # sends the reader to get the thing: it counts beside other warm words
WARM = ("ad-praise", PUSH, "warm")
WINKS = ("wink", "ad-hush", "ad-feigned")
COOL = "told-outright"
PAID = 3  # what "with my own money" takes off
TWO = 2
STRONG = 2
_ASIDE = regex(r"\([^()\n]{12,}\)")
_BRAND = regex(r"@\w{3,}|(?<=[^\W_][ ,’'])(?!I\b)[A-ZÀ-ÖØ-Þ][\w’&+-]{2,}")


class Hinted(NamedTuple):
    """Where the stake is told, and the words beside it."""

    span: Span
    others: tuple[tuple[str, Match], ...]


def may_hint(spots: Spots) -> bool:
    """Whether a stake and warm words or a wink may stand in the text; at little cost."""
    if not any(spots.may(name) for name in STAKES):
        return False
    if not any(spots.may(name) for name in (*WARM, *WINKS, WINKS[0] + TOO)):
        return False
    return spots.may("ad-self") or not any(entity.kind == "url" for entity in spots.entities)


def hinted(spots: Spots, least: int) -> Hinted | None:
    """The weightiest stake, if it and what stands beside it weigh enough; None if not."""
    stakes = [stake for name in STAKES for stake in _best(spots, name)]
    sure = any(stake.weight >= STRONG for stake in stakes)
    if not sure or (spots.may(COOL) and spots.all(COOL)):
        return None
    winks = _winks(spots)[:1]
    warm = [match for name in WARM if spots.may(name) for match in spots.all(name)[:1]]
    total = sum(match.weight for match in (*stakes, *winks)) + bool(warm)
    total += spots.may(PUSH) and bool(spots.all(PUSH))
    total += bool(_BRAND.search(spots.text)) + any(_in_aside(spots, stake) for stake in stakes)
    total -= PAID * (spots.may("paid-self") and bool(spots.all("paid-self")))
    if total < least or not (warm or winks):
        return None
    chief = max(stakes, key=lambda stake: (stake.weight, -stake.start))
    beside = (*(("wink", wink) for wink in winks), *(("warm", match) for match in warm[:1]))
    return Hinted(Span(chief.start, chief.end), beside)


def _in_aside(spots: Spots, stake: Match) -> bool:
    return any(
        aside.start() < stake.start and stake.end < aside.end()
        for aside in _ASIDE.finditer(spots.text)
    )


def _is_private(spots: Spots, match: Match) -> bool:
    """Whether a friend or one of the family gave it, by the words of its sentence before it."""
    sentence = spots.sentences[spots.sentence(match.start)]
    givers = spots.within("ad-private", sentence.start, match.end)
    return any(giver.weight < STRONG for giver in givers)


def _winks(spots: Spots) -> list[Match]:
    """The weightiest first."""
    return sorted(
        (wink for name in WINKS for wink in _best(spots, name)), key=lambda wink: -wink.weight
    )


def _best(spots: Spots, name: str) -> list[Match]:
    """The two weightiest entries found, each once: a stake told twice is no chance."""
    found: dict[str, Match] = {}
    for match in (one for each in spots.those_of((name, name + TOO)) for one in spots.all(each)):
        apart = spots.is_apart(match.start, match.end)
        if apart or GUARDS["negation"](spots.view, match):
            continue
        if name != FREE or not _is_private(spots, match):
            found.setdefault(spots.text[match.start : match.end].lower(), match)
    return sorted(found.values(), key=lambda match: (-match.weight, match.start))[:TWO]
