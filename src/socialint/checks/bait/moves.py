"""Shares, tags, dictated comments, reactions as money, and gestures piled up."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.bait.asks import Board
from socialint.checks.bait.comments import comments
from socialint.checks.bait.move import AIM, BAIT, Move, ends
from socialint.checks.bait.reactions import choices, reactions
from socialint.checks.clauses import count_words, rounded
from socialint.layers.entities import Entity
from socialint.layers.phrases import Match
from socialint.lazy import regex
from socialint.text import Span

PERSON_REACH = 3  # words
CROWD_REACH = 10
ASKED = 12  # characters
PRICE = regex(r"[\s\u00a0]*(?:=|(?:and|et)\b(?![\s\u00a0]*\d))")
GESTURES = frozenset(["react", "share", "follow", "save", "say"])
VOTES = frozenset(["react", "share", "say"])
LOUD = GESTURES - {"follow", "save"}  # to subscribe and save is what shops offer too


def moves(board: Board, sentence: Span, kinds: set[str]) -> Iterator[Move]:
    """The moves in one sentence; `kinds` are the lists that have a word in it."""
    if kinds & {"react", "reaction"}:
        yield from reactions(board, sentence)
    if kinds & VOTES and len(board.within("for", *sentence)) > 1:
        yield from choices(board, sentence)
    if kinds & {"say", "say-light", "dots"}:
        yield from comments(board, sentence)
    if kinds & {"coin", "goal-told"}:
        yield from _currency(board, sentence)
    if kinds & {"follow", "tribe", "algorithm"}:
        yield from _plain(board, sentence)
    if "share" in kinds:
        yield from _shares(board, sentence)
    if kinds & {"tag", "tag-light"} and not _useful(board):
        yield from _tags(board, sentence)
    if len(kinds & GESTURES) > 1 and kinds & LOUD and not _useful(board):
        yield from _stack(board, sentence)


def _useful(board: Board) -> bool:
    """Whether the text has a reason to be passed on, or is the rules of a contest."""
    return bool(board.all("help") or board.all("rules"))


def _shares(board: Board, sentence: Span) -> Iterator[Move]:
    for ask in board.asks("share", sentence):
        crowd = board.after("crowd", ask.end, sentence, CROWD_REACH)
        if crowd and (crowd.weight >= BAIT or not _useful(board)):
            yield Move(ask.start, crowd.end, "share")
        elif _useful(board):
            continue
        elif reach := board.after("algorithm", ask.end, sentence, CROWD_REACH):
            yield Move(ask.start, reach.end, "share")
        elif "♻" in board.text[max(0, ask.start - 3) : ask.end + 3]:
            yield Move(ask.start, ask.end, "share")
        elif condition := board.after("condition", ask.end, sentence, 2):
            yield Move(ask.start, condition.end, "share")
        elif (post := board.after("post", ask.end, sentence, 0)) and ends(board, post.end):
            yield Move(ask.start, post.end, "share")


def _tags(board: Board, sentence: Span) -> Iterator[Move]:
    for ask in board.either("tag", "tag-light", sentence):
        pronoun = _pronoun(board, ask, sentence)
        person = board.after("person", ask.end, sentence, PERSON_REACH)
        if person and ask.weight < BAIT and not board.within("place", person.start, sentence.end):
            person = None
        if not (pronoun or person) or not board.is_order(ask.start, sentence):
            continue
        if pronoun:
            yield Move(ask.start, rounded(board.text, ask.end), "tag")
        if person:
            yield Move(ask.start, person.end, "tag")


def _pronoun(board: Board, ask: Match, sentence: Span) -> bool:
    """« Tu connais un couche-tard ? Tague-le. »"""
    asked = "?" in board.text[max(0, sentence.start - ASKED) : sentence.start]
    return board.text[ask.end : ask.end + 1] in {"-", "‑"} and (
        asked or bool(board.within("place", ask.end, sentence.end))
    )


def _currency(board: Board, sentence: Span) -> Iterator[Move]:
    """“1 like = 1 meal”, “at 500 likes we…”, « il nous manque 12 abonnés »."""
    coins = board.within("coin", *sentence)
    goals = board.either("goal", "goal-told", sentence)
    if not coins and not any(goal.weight >= AIM for goal in goals):
        return
    for money in coins:
        if board.text[money.end :].lstrip(" \u00a0\u202f")[:1] == "=":
            yield Move(money.start, money.end, "currency")
    for number in board.entities:
        if not (sentence.start <= number.start < sentence.end and number.value is not None):
            continue
        coin = next((c for c in coins if _beside(board, number, c)), None)
        if coin and _price(board, number, coin, sentence):
            yield Move(number.start, coin.end, "currency")
        for goal in goals:
            if goal.end <= number.start and count_words(board.text[goal.end : number.start]) <= 1:
                aimed = goal.weight >= BAIT or board.is_order(goal.start, sentence)
                if (coin and aimed) or goal.weight >= AIM:
                    yield Move(goal.start, max(coin.end if coin else 0, number.end), "currency")


def _price(board: Board, number: Entity, coin: Match, sentence: Span) -> bool:
    """“1 like = …”, “500 likes and the chef…”."""
    after = PRICE.match(board.text, coin.end)
    if after and after[0].strip() != "=":
        tip = any(match.start == coin.start for match in board.within("tip", *sentence))
        return tip and not board.text[sentence.start : number.start].strip()
    return after is not None


def _beside(board: Board, number: Entity, coin: Match) -> bool:
    within = number.start <= coin.start < number.end
    follows = coin.start >= number.end and not board.text[number.end : coin.start].strip()
    return within or follows


def _plain(board: Board, sentence: Span) -> Iterator[Move]:
    for ask in board.asks("follow", sentence):
        if ask.weight >= BAIT:
            yield Move(ask.start, ask.end, "follow")
    for match in board.within("tribe", *sentence):
        yield Move(match.start, match.end, "dare")
    for match in board.within("algorithm", *sentence):
        if match.weight >= BAIT:
            yield Move(match.start, match.end, "react")


def _stack(board: Board, sentence: Span) -> Iterator[Move]:
    """Two kinds of gesture or more, asked for in one breath."""
    found = sorted(
        (ask, kind)
        for kind in sorted(GESTURES)
        for ask in board.asks(kind, sentence)
        if _bare(board, ask, sentence)
    )
    if len({kind for _, kind in found}) > 1 and len({ask.start for ask, _ in found}) > 1:
        yield Move(found[0][0].start, found[-1][0].end, "stack")


def _bare(board: Board, ask: Match, sentence: Span) -> bool:
    """Whether nothing but the post itself is to be liked or saved, or shared with somebody."""
    post = board.after("post", ask.end, sentence, 0)
    whom = board.after("crowd", ask.end, sentence, 1) or board.after("person", ask.end, sentence, 3)
    places = (ask.end, *(match.end for match in (post, whom) if match))
    return any(ends(board, end) for end in places)
