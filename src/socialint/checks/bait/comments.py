"""Comments dictated to the reader."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from socialint.checks.bait.asks import Board
from socialint.checks.bait.move import BAIT, Move
from socialint.text import Span


def comments(board: Board, sentence: Span) -> Iterator[Move]:
    """“Comment GUIDE”, « Un 🔥 en commentaire et je t’envoie », “leave a dot”."""
    told = board.either("say", "say-light", sentence)
    for ask in [match for match in told if board.is_order(match.start, sentence)]:
        word = board.keyword(ask.end, sentence)
        reward = board.after("reward", ask.end, sentence, 9)
        if word and (ask.weight >= BAIT or _dictates(board, word, sentence)):
            yield Move(ask.start, word.end, "comment")
        elif reward and ask.weight >= BAIT and "?" not in board.text[ask.end : sentence.end]:
            yield Move(ask.start, reward.end, "comment")
    for one, other in pairwise(board.within("dots", *sentence)):
        if board.text[one.end : other.start].lstrip().startswith(","):
            yield Move(one.start, other.end, "comment")


def _dictates(board: Board, word: Span, sentence: Span) -> bool:
    """Whether the keyword is one that nobody needs, or goes with a place, reward or condition."""
    written = board.text[word.start : word.end]
    if any(m.weight >= BAIT and m.start == word.start for m in board.within("dictated", *word)):
        return True
    emoji = any(entity.start == word.start for entity in board.emoji)
    rest = (word.end, sentence.end)
    company = ("place", "reward", "condition")
    return (
        emoji
        or any(board.within(name, *rest) for name in company)
        or bool(board.within("place", sentence.start, word.start) and not written.isdigit())
    )
