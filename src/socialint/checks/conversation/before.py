"""What was said in a thread before the message that a reply answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.checks.check import Subject, Turn
from socialint.checks.conversation.classes import has_class
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import has_part
from socialint.layers.fold import WORDS
from socialint.layers.view import View

ASKED = "asked-before"
LED_AWAY = frozenset({"private-channel", "link"})
OWNED_UP = frozenset({"acknowledgement", "apology", "ownership"})
SAME = 0.75  # how much of all their words two texts share that say the same once more
SHORT = 4  # fewer words are alike by chance


def asks_again(subject: Subject) -> bool:
    """Whether the customer says so, or has complained before and been answered."""
    message = subject.message
    if message is not None and has_class(message, ASKED):
        return True
    answered = any(turn.own for turn in subject.earlier)
    return answered and any(_complains(turn) for turn in subject.earlier)


def led_away(subject: Subject) -> bool:
    """Whether the account has named a private way already: the file is in hand there."""
    return _own_part(subject, LED_AWAY)


def owned_up(subject: Subject) -> bool:
    """Whether the account has acknowledged the trouble, or is sorry for it, already."""
    return _own_part(subject, OWNED_UP)


def says_again(view: View, subject: Subject) -> bool:
    """Whether a text says nearly in the same words what the account has said before."""
    words = frozenset(view.layer(WORDS).tokens)
    return len(words) >= SHORT and any(
        len(words & said) >= SAME * len(words | said)
        for said in (frozenset(turn.view.layer(WORDS).tokens) for turn in _own(subject))
    )


def _complains(turn: Turn) -> bool:
    return not turn.own and turn.view.layer(HEARD).complains


def _own(subject: Subject) -> Iterator[Turn]:
    return (turn for turn in subject.earlier if turn.own)


def _own_part(subject: Subject, names: Iterable[str]) -> bool:
    return bool(subject.earlier) and any(has_part(turn.view, names) for turn in _own(subject))
