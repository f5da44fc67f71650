"""Replies made of stock phrases, which could answer any message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.conversation.before import asks_again, led_away, says_again
from socialint.checks.conversation.classes import stems
from socialint.checks.conversation.danger import DANGER, endangers, is_courtesy
from socialint.checks.conversation.evasion import told
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import has_part, helpfulness
from socialint.finding import Clue, Hit
from socialint.layers.fold import WORDS
from socialint.layers.phrases import Match
from socialint.layers.view import View
from socialint.text import Span

AGAIN = "again"
ENOUGH = 2  # what stock phrases weigh together where they make up a reply
FILLED = 12  # words of a reply that each of that weight may stand for: a polite end makes none
PARAMS = {
    "required": ["most"],
    "properties": {
        "most": {"type": "number", "minimum": 0},
        "shared": {"type": "integer", "minimum": 0},
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """One hit, at the first stock phrase, where they weigh 2 and the reply is worth `most` or less.

    They must make up the reply: 12 words of it at most for each that they weigh.

    More than `shared` stems in common with the message make it an answer to that message.  Of an
    answer to a danger that is nothing but courtesies the whole is found, as the variant `danger`.
    Where the customer has asked before the variant is `again`; in a thread it is also found where
    the account says once more what it has said, or nothing but where to write.
    """

    def detect(subject: Subject) -> Iterator[Hit]:
        message = subject.message
        if message is None or not message.layer(HEARD).complains:
            return
        for segment, view in subject.views.items():
            stock = [match for match in words.matches(view, "stock") if match.weight]
            if _is_stock(view, message, params, stock):
                first, *others = (Span(match.start, match.end) for match in stock)
                clues = tuple(Clue(segment, other, "stock") for other in others)
                yield Hit(segment, first, AGAIN if asks_again(subject) else "", clues=clues)
            elif endangers(message) and is_courtesy(view, stock):
                yield Hit(segment, told(view), DANGER)
            elif subject.earlier and _goes_round(view, subject, stock):
                yield Hit(segment, told(view), AGAIN)

    return detect


def _is_stock(view: View, message: View, params: Params, stock: Sequence[Match]) -> bool:
    weight = sum(match.weight for match in stock)
    if weight < ENOUGH or len(view.layer(WORDS).tokens) > FILLED * weight:
        return False
    if has_part(view, ("link",)):
        return False  # where to find more: no phrase says that
    most = float(params["most"])
    shared = len(stems(view) & stems(message))
    return shared <= int(params["shared"]) and helpfulness(view, most) <= most


def _goes_round(view: View, subject: Subject, stock: Sequence[Match]) -> bool:
    """Whether the customer gets what was said before: the same words, or the same way once more."""
    if says_again(view, subject):
        return True
    return asks_again(subject) and led_away(subject) and is_courtesy(view, stock)


CANNED = Check(prepare, PARAMS, args=())
