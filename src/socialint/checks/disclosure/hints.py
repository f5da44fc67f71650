"""A deal or a tie told by hints: what the writer got or is, warm words, and a wink."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.checks.apart import apart
from socialint.checks.disclosure.relations import Stake
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
DOUBTS = ("paid-self", "firm-voice", "common-good")
PUSHED = 4  # the weight of a tie that is a push itself: a link to use, a name to drop
REACH = 400  # code points around a stake: what stands farther off is about something else
DOUBT = 3  # what "with my own money" takes off, or a club that thanks its helpers
NAMELESS = ("calendar", "given-name")  # capitals that name no firm
TWO = 2
STRONG = 2
_ASIDE = regex(r"\([^()\n]{12,}\)")
_SHOUT = regex(r"!")
BRAND = regex(r"@\w{3,}|(?<=[^\W_][ ,’'])(?!I\b)[A-ZÀ-ÖØ-Þ][\w’&+-]{2,}")


class Hinted(NamedTuple):
    """Where the stake is told, and the words beside it; `is_likely`: only the manner tells it."""

    span: Span
    others: tuple[tuple[str, Match], ...]
    is_likely: bool = False


def may_hint(spots: Spots, told: Sequence[Stake]) -> bool:
    """Whether a stake and warm words or a wink may stand in the text; at little cost."""
    listed = any(map(spots.may, STAKES)) and any(map(spots.may, (*WARM, *WINKS, WINKS[0] + TOO)))
    if not told and not listed:
        return False
    return spots.may("ad-self") or not any(entity.kind == "url" for entity in spots.entities)


def hinted(spots: Spots, told: Sequence[Stake], least: int) -> Hinted | None:
    """The weightiest stake, if it and what stands near it weigh enough; None if not.

    `told` are the stakes that moves tell.
    """
    listed = [stake for name in STAKES for stake in _best(spots, name)]
    stakes = [Stake(match.start, match.end, match.weight) for match in listed]
    stakes += [stake for stake in told if not spots.is_apart(stake.start, stake.end)]
    if not stakes or (spots.may(COOL) and spots.all(COOL)):
        return None
    chief = max(stakes, key=lambda stake: (stake.weight, -stake.start))
    if chief.weight < STRONG:
        return None
    near = Span(max(chief.start - REACH, 0), chief.end + REACH)
    winks = [wink for wink in _winks(spots) if _is_in(wink, near)][:1]
    warm = [match for name in WARM for match in spots.within(name, *near)[:1]]
    pushed = chief.weight >= PUSHED or bool(_SHOUT.search(spots.text, *near))
    total = _most([stake for stake in stakes if _is_in(stake, near)]) + _beside(spots, near)
    total += sum(wink.weight for wink in winks) + bool(warm or pushed)
    total += any(_in_aside(spots, stake) for stake in stakes)
    if total < least or not (warm or pushed or winks):
        return None
    beside = (*(("wink", wink) for wink in winks), *(("warm", match) for match in warm[:1]))
    return Hinted(Span(chief.start, chief.end), beside)


def _is_in(one: Stake | Match, stretch: Span) -> bool:
    return stretch.start <= one.start and one.end <= stretch.end


def _most(stakes: Sequence[Stake]) -> int:
    """What the stakes weigh that share no word: one told twice is no chance."""
    heaviest = sorted(stakes, key=lambda stake: (-stake.weight, stake.start))
    return sum(stake.weight for stake in apart(heaviest))


def _beside(spots: Spots, near: Span) -> int:
    """What a push and a name add, less what a purchase or the voice of a firm or club takes."""
    total = bool(spots.within(PUSH, *near)) + _is_branded(spots, near)
    doubts = DOUBTS[:1] if _best(spots, "belongs-there") else DOUBTS
    return total - sum(DOUBT for name in doubts if spots.may(name) and spots.all(name))


def _is_branded(spots: Spots, near: Span) -> bool:
    """Whether a name stands there that is no day's, month's or person's, surname and all."""
    none = [match for name in NAMELESS for match in spots.all(name)]
    starts = {place for match in none for place in (match.start, match.end + 1)}
    return any(name.start() not in starts for name in BRAND.finditer(spots.text, *near))


def _in_aside(spots: Spots, stake: Stake) -> bool:
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
