"""Answers to a danger: whether one is told of, and whether the reply does anything urgent."""

from __future__ import annotations

from collections.abc import Sequence

from socialint.checks.clauses import count_words
from socialint.checks.conversation.classes import has_class
from socialint.checks.conversation.heard import about
from socialint.checks.conversation.parts import NAMED, has_part
from socialint.layers.entities import ENTITIES
from socialint.layers.phrases import Match
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View

DANGER = "danger"  # the variant of a hit on an answer to one
URGENT = "urgent-step"  # the class of what keeps somebody from harm
FELT = "feeling-with"
COURTESIES = frozenset({"thanks", "guidance", "private-channel"})
CARING = frozenset({"apology", "deadline", "detail", "link", "offer", "ownership"})
GREETING = 3  # words of a greeting, a name, a farewell


def endangers(message: View) -> bool:
    """Whether a message complains of harm to somebody, or of what may do harm.

    A bare question ("is there gluten in it?") tells of none.
    """
    if about(message) != "safety":
        return False
    text = message.text
    return any(not text[: whole.end].rstrip().endswith("?") for whole in message.layer(SENTENCES))


def is_urgent(view: View) -> bool:
    """Whether a reply says what keeps people from harm, or where to ring."""
    if has_class(view, URGENT):
        return True
    return any(entity.kind == "phone" for entity in view.layer(ENTITIES))


def is_courtesy(view: View, stock: Sequence[Match]) -> bool:
    """Whether a reply is nothing but thanks, stock phrases and a place to write to."""
    if has_part(view, CARING) or has_class(view, FELT) or is_urgent(view):
        return False
    named = view.layer(NAMED)
    polite = [part.span.start for name in COURTESIES for part in named[name]]
    polite += [match.start for match in stock]
    return bool(polite) and all(
        count_words(view.text[start:end]) <= GREETING
        or any(start <= place < end for place in polite)
        for start, end in ((whole.start, whole.end) for whole in view.layer(SENTENCES))
    )
