"""Likes, hearts and votes by reaction."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.bait.asks import REACTION, Board
from socialint.checks.bait.move import BAIT, Move, ends
from socialint.layers.entities import Entity
from socialint.layers.phrases import Match
from socialint.text import Span

VOTE_REACH = 240  # characters between two choices of one vote
MOST_CHOICES = 8
NEXT = 40  # characters
ABOUT = 150
LEAD = 30


def reactions(board: Board, sentence: Span) -> Iterator[Move]:
    """Orders to react, and choices between reactions."""
    for ask in board.asks("react", sentence):
        if ask.weight >= BAIT or _for_reach(board, ask):
            yield Move(ask.start, ask.end, "react")
        elif (mark := board.after("condition", ask.end, sentence, 1)) and not board.all("help"):
            yield Move(ask.start, mark.end, "vote")
        elif _led(board, ask, sentence) and ends(board, ask.end):
            yield Move(ask.start, ask.end, "vote")
    for ask in board.asks("give", sentence):
        if noun := board.after("reaction", ask.end, sentence, 2):
            yield Move(ask.start, noun.end, "react")
    for noun in board.asks("reaction", sentence):
        mark = board.after("for", noun.end, sentence, 0) or board.after(
            "reward", noun.end, sentence, 1
        )
        if mark:
            yield Move(noun.start, mark.end, "vote")


def choices(board: Board, sentence: Span) -> Iterator[Move]:
    """A vote in words: “like for pancakes, comment for waffles”."""
    found = sorted(
        (ask.start, mark.end)
        for kind in ("react", "share", "say")
        for ask in board.asks(kind, sentence)
        if (mark := board.after("for", ask.end, sentence, 0))
    )
    if len({start for start, _ in found}) > 1:
        yield Move(found[0][0], found[-1][1], "vote")


def _for_reach(board: Board, ask: Match) -> bool:
    """Whether the text around speaks of the algorithm."""
    return board.has("algorithm", max(0, ask.start - ABOUT), ask.end + ABOUT)


def _led(board: Board, ask: Match, sentence: Span) -> bool:
    """Whether a condition opens the sentence before the ask."""
    return any(
        board.is_order(condition.start, sentence)
        for condition in board.within("condition", sentence.start, ask.start)
    )


def votes(board: Board) -> Iterator[Move]:
    """Emoji as ballot papers: two choices near each other, or one with a condition."""
    choices = [
        (emoji, end)
        for emoji in board.emoji
        if REACTION.match(emoji.text) and (end := _choice(board, emoji)) is not None
    ]
    for at, (emoji, end) in enumerate(choices):
        ballot = choices[at : at + MOST_CHOICES]
        near = [c for c in ballot if c[0].start - emoji.start <= VOTE_REACH]
        if len({choice[0].text for choice in near}) > 1:
            yield Move(emoji.start, near[-1][1], "vote")
            return
        if board.text[emoji.end : end].strip().lower() in {"if", "si"}:
            yield Move(emoji.start, end, "vote")
    yield from _handed_in(board)
    for agreed in board.all("agree"):
        asked = (agreed.end, agreed.end + NEXT)
        asks = [*board.within("react", *asked), *board.within("share", *asked)]
        places = [(e.start, e.end) for e in board.emoji] + [(m.start, m.end) for m in asks]
        for start, end in places:
            if 0 <= start - agreed.end <= 2:
                yield Move(agreed.start, end, "vote")


def _handed_in(board: Board) -> Iterator[Move]:
    """« Un 🔥 en commentaire », without any verb."""
    for emoji in board.emoji:
        sentence = board.sentences[board.sentence(emoji.start)]
        near = 0 < emoji.start - sentence.start <= LEAD
        if near and board.filled(sentence.start, emoji.start):
            place = board.after("place", emoji.end, sentence, 0)
            if place:
                yield Move(sentence.start, place.end, "comment")


def _choice(board: Board, emoji: Entity) -> int | None:
    """Where the mark of a choice ends that follows the emoji, in small letters."""
    rest = board.text[emoji.end : emoji.end + 12]
    at = emoji.end + len(rest[:4]) - len(rest[:4].lstrip(" \u00a0\u202f\ufe0f"))
    if board.text[at : at + 1] == "=":
        return at + 1
    found = next((m for m in board.within("for", at, at + 8) if m.start == at), None)
    return found.end if found and board.text[at].islower() else None
