"""Moves that tell a deal or a tie: two word classes near each other in one clause or sentence."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.disclosure.kin import is_anothers, is_firm
from socialint.checks.disclosure.pairs import (
    MOCKED,
    SAID,
    THANKED_BY,
    Kind,
    Move,
    alone,
    due,
    holds,
)
from socialint.checks.spots import Spots
from socialint.layers.candidates import LISTS
from socialint.layers.phrases import Match
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

SELF = ("we", "i", "nous", "je", "j", "on", "i've", "we've", "j'ai", "ai", "avons", "have")
MOCKING = 40  # code points between a label's question and what laughs it off
THANKED = 50  # code points between the thanks and the end of the giver's name
# What a giver is thanked for: a thing named, or what it did.
FOR_THING = regex(
    r"(?:[ \u00a0][\w’'&.-]+){0,3}[ \u00a0](?:pour|for|qui|who|de m|d’avoir|d'avoir)[ \u00a0]?"
    r"(?:l[ae’']s?|ces?|cett?e?|mes?|mon|ma|the|this|these|that|my|has|have|m’a|m'a|a)\b"
    r"[ \u00a0]?[\w-]*"
)
WIDE = 250  # code points: more than any move is wide
BEFORE, AFTER = 7, 2  # words around a gift in which its giver or its kind may stand
RECEIVER, AFTER_VERB = "ad-me", "en"  # English names who receives after the verb only
PERSON, THING = 1, 2  # weights in the class `ad-private`
HEADS = frozenset({"ad-owner", "ad-role"})
KIN = frozenset({"ad-kin", "ad-kin-is"})


class Sign(NamedTuple):
    """Words that tell a deal or a tie; `weight` 3 speaks almost by itself."""

    start: int
    end: int
    kind: Kind
    weight: int


def found(spots: Spots) -> Iterator[tuple[Sign, Match]]:
    """Every move in the text, quoted words left out, with the match that guards may ask about."""
    present = spots.view.layer(LISTS)
    for name, kind in alone(present):
        for match in spots.all(name):
            yield Sign(match.start, match.end, kind, match.weight), match
    if holds(spots.view, *MOCKED):
        yield from _mocked(spots)
    if holds(spots.view, *THANKED_BY):
        yield from _thanked(spots)
    for move in due(present):
        yield from _pairs(spots, move)


def _mocked(spots: Spots) -> Iterator[tuple[Sign, Match]]:
    """A label put as a question and laughed off: "Gift? Who cares"."""
    for match in spots.all("ad-label"):
        asked = spots.text[match.end : match.end + 2].strip().startswith("?")
        if asked and any(0 < hush.start - match.end < MOCKING for hush in spots.all("ad-hush")):
            yield Sign(match.start, match.end, "pay", SAID), match


def _thanked(spots: Spots) -> Iterator[tuple[Sign, Match]]:
    """A firm or an account thanked for a thing: « merci à la fromagerie Ott pour le plateau »."""
    accounts = [entity for entity in spots.entities if entity.kind == "mention"]
    for match in spots.all("ad-thanks"):
        sentence = spots.sentences[spots.sentence(match.start)]
        most = min(sentence.end, match.end + THANKED)
        houses = [*spots.within("ad-house", match.end, most)]
        ends = [house.end for house in houses] + [
            account.end for account in accounts if match.end <= account.start < most
        ]
        for end in sorted(ends)[:1]:
            given = spots.text[end : sentence.end]
            thing = FOR_THING.match(given)
            sign = Sign(match.start, end + (thing.end() if thing else 0), "pay", SAID)
            if thing and not _from_friends(spots, sign, sentence):
                yield sign, match


def _pairs(spots: Spots, move: Move) -> Iterator[tuple[Sign, Match]]:
    for match in spots.all(move.first):
        if not spots.has(move.then, match.start - WIDE * move.turned, match.end + WIDE):
            continue
        sentence = spots.sentences[spots.sentence(match.start)]
        back = move.reach + 3 if move.turned else 0
        around = spots.around(match.start, match.end, back, move.reach + 3, sentence)
        pairs = [_pair(spots, move, match, other) for other in spots.within(move.then, *around)]
        if any(pairs):
            yield max((pair for pair in pairs if pair), key=lambda pair: pair[0].weight)


def _pair(spots: Spots, move: Move, match: Match, other: Match) -> tuple[Sign, Match] | None:
    if move.first == RECEIVER and match.lang == AFTER_VERB:
        return None
    first, last = sorted((match, other))
    if other.start < match.end and not (move.turned and other.end <= match.start):
        return None
    if _words(spots.text, first.end, last.start) > move.reach:
        return None
    if _is_strange(spots.text, move, match if move.first in KIN else other):
        return None
    weight = move.least or min(match.weight, other.weight)
    return Sign(first.start, last.end, move.kind, weight), first


def _is_strange(text: str, move: Move, kin: Match) -> bool:
    """Whether a move of kin is about somebody else's; "the owner's cousin" may be the writer."""
    if not KIN.intersection(move[1:3]):
        return False
    named = HEADS.isdisjoint(move[1:3])
    return is_firm(text, kin) or is_anothers(text, kin, named=named)


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].replace("'", " ").replace("’", " ").split())


def is_idle(spots: Spots, sign: Sign) -> bool:
    """Whether the words tell no deal: a private giver, a thing of no worth, paid by the writer."""
    if sign.kind != "gift":
        return False
    sentence = spots.sentences[spots.sentence(sign.start)]
    near = spots.around(sign.start, sign.end, BEFORE, AFTER, sentence)
    # "thanks to the team for …": what follows the thanks is who gave, not what
    first = sign.end if spots.within("ad-thanks", *sign[:2]) else sign.start
    things = [m for m in spots.within("ad-private", first, near.end) if m.weight == THING]
    if things or _from_friends(spots, sign, sentence):
        return True
    return _payer(spots.text, sentence, sign.start) in SELF and bool(
        spots.within("ad-paid", *sign[:2])
    )


def _from_friends(spots: Spots, sign: Sign, sentence: Span) -> bool:
    near = spots.around(sign.start, sign.end, BEFORE, AFTER, sentence)
    return any(match.weight == PERSON for match in spots.within("ad-private", *near))


def _payer(text: str, sentence: Span, place: int) -> str:
    before = text[sentence.start : place].replace("’", "'").split()
    return before[-1].strip(",;:(").lower() if before else ""
