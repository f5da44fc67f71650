"""What is counted of a reply beside its words by class: how long, how marked, what it takes up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socialint.checks.conversation.classes import stems
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import PARTS
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View

MOST_WORDS, MOST_SENTENCES, MOST_FIGURES, MOST_PARTS = 80, 6, 4, 6
PARTS_TOLD = "parts"
Count = Callable[[View, View], float]


def _parts(view: View, message: View) -> float:
    return min(len({part.span for part in view.layer(PARTS) if part.name != "thanks"}), MOST_PARTS)


def _words(view: View, message: View) -> float:
    return min(len(view.layer(WORDS).tokens), MOST_WORDS)


def _sentences(view: View, message: View) -> float:
    return min(len(view.layer(SENTENCES)), MOST_SENTENCES)


def _taken_up(view: View, message: View) -> float:
    return min(len(stems(view) & stems(message)), 3)


def _figures(view: View, message: View) -> float:
    return min(len([word for word in view.layer(WORDS).tokens if word[0].isdigit()]), MOST_FIGURES)


def _asks(view: View, message: View) -> float:
    return min(view.text.count("?"), 2)


def _exclaims(view: View, message: View) -> float:
    return min(view.text.count("!"), 2)


def _heard(kind: str) -> Count:
    return lambda _, message: float(message.layer(HEARD).kind == kind)


def _questioned(view: View, message: View) -> float:
    """Whether the message ends on a plain question mark and raises no voice."""
    said = message.text.rstrip()
    return float(said.endswith("?") and said.count("?") == 1 and "!" not in said)


COUNTS: Mapping[str, Count] = MappingProxyType(
    {
        "asks": _asks,
        "exclaims": _exclaims,
        "figures": _figures,
        PARTS_TOLD: _parts,
        "question": _heard("question"),
        "questioned": _questioned,
        "remark": _heard("remark"),
        "sentences": _sentences,
        "taken-up": _taken_up,
        "words": _words,
    }
)
