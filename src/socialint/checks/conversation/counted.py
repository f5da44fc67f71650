"""What is counted of a reply beside its words by class: how long, how marked, what it takes up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socialint.checks.conversation.classes import stems
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import NAMED, PART_NAMES
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.named import NamedTuple

MOST_WORDS, MOST_SENTENCES, MOST_FIGURES, MOST_PARTS, MOST_TAKEN_UP = 80, 6, 4, 6, 3
PARTS_TOLD = "parts"
Count = Callable[[View, View], float]


def _parts(view: View, message: View) -> float:
    named = view.layer(NAMED)
    spans = {part.span for name in PART_NAMES for part in named[name] if name != "thanks"}
    return min(len(spans), MOST_PARTS)


def _words(view: View, message: View) -> float:
    return min(len(view.layer(WORDS).tokens), MOST_WORDS)


def _sentences(view: View, message: View) -> float:
    return min(len(view.layer(SENTENCES)), MOST_SENTENCES)


def _taken_up(view: View, message: View) -> float:
    return min(len(stems(view) & stems(message)), MOST_TAKEN_UP)


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


class Counted(NamedTuple):
    """How something is counted, and how much it is at most."""

    tell: Count
    most: int


COUNTS: Mapping[str, Counted] = MappingProxyType(
    {
        "asks": Counted(_asks, 2),
        "exclaims": Counted(_exclaims, 2),
        "figures": Counted(_figures, MOST_FIGURES),
        PARTS_TOLD: Counted(_parts, MOST_PARTS),
        "question": Counted(_heard("question"), 1),
        "questioned": Counted(_questioned, 1),
        "remark": Counted(_heard("remark"), 1),
        "sentences": Counted(_sentences, MOST_SENTENCES),
        "taken-up": Counted(_taken_up, MOST_TAKEN_UP),
        "words": Counted(_words, MOST_WORDS),
    }
)
# those that are cheap to tell, and those that ask guards
EARLY = ("words", "asks", "exclaims", "questioned")
LATE = ("figures", "taken-up", "sentences", "question", "remark")
