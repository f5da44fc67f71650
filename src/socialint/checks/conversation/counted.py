"""What is counted of a reply beside its words by class: how long, how marked, what it takes up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from socialint.checks.conversation.classes import count_entries, has_class, stems
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import NAMED, PART_NAMES
from socialint.layers.candidates import LISTS
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.named import NamedTuple

PARTS_TOLD = "parts"
SMALL_TALK = 8  # words: who has something to complain of says more
WRONGED = "wronged"  # the class of faults told as plain facts
# the classes of words for someone who speaks, is spoken to or is spoken of
PERSONS = ("reply-you", "reply-your", "reply-we", "reply-our", "reply-me", "reply-people")
Count = Callable[[View, View], float]


def _parts(view: View, message: View) -> float:
    named = view.layer(NAMED)
    spans = {part.span for name in PART_NAMES for part in named[name] if name != "thanks"}
    return len(spans)


def _words(view: View, message: View) -> float:
    return len(view.layer(WORDS).tokens)


def _sentences(view: View, message: View) -> float:
    return len(view.layer(SENTENCES))


def _taken_up(view: View, message: View) -> float:
    return len(stems(view) & stems(message))


def _figures(view: View, message: View) -> float:
    return len([word for word in view.layer(WORDS).tokens if word[0].isdigit()])


def _asks(view: View, message: View) -> float:
    return view.text.count("?")


def _exclaims(view: View, message: View) -> float:
    return view.text.count("!")


def _heard(kind: str) -> Count:
    return lambda _, message: float(message.layer(HEARD).kind == kind)


def _questioned(view: View, message: View) -> float:
    """Whether the message ends on a plain question mark and raises no voice."""
    said = message.text.rstrip()
    return float(said.endswith("?") and said.count("?") == 1 and "!" not in said)


def _impersonal(view: View, message: View) -> float:
    """Whether a reply keeps to the thing: it names nobody, and neither asks nor exclaims."""
    if "?" in view.text or "!" in view.text:
        return 0
    return float(not any(count_entries(view, f"classes/{name}") for name in PERSONS))


def _unprovoked(view: View, message: View) -> float:
    """Whether a short remark tells of no fault, not even as a plain fact."""
    heard = message.layer(HEARD)
    if heard.kind != "remark" or heard.words > SMALL_TALK:
        return 0
    return float(not has_class(message, WRONGED))


def _wronged(view: View, message: View) -> float:
    """How many faults a message tells as plain facts."""
    return count_entries(message, f"classes/{WRONGED}")


def _told_wronged(view: View, message: View) -> float:
    return 2 if f"classes/{WRONGED}" in message.layer(LISTS) else 0


class Counted(NamedTuple):
    """How something is counted, and how much of it counts at most.

    `least_cheaply` and `most_cheaply` answer at once that it is there so often at least, at most.
    """

    tell: Count
    most: int
    least_cheaply: Count | None = None
    most_cheaply: Count | None = None


COUNTS: Mapping[str, Counted] = MappingProxyType(
    {
        "asks": Counted(_asks, 2),
        "exclaims": Counted(_exclaims, 2),
        "figures": Counted(_figures, 4),
        "impersonal": Counted(_impersonal, 1),
        PARTS_TOLD: Counted(_parts, 6),
        "question": Counted(_heard("question"), 1),
        "questioned": Counted(_questioned, 1),
        # nothing with a question mark is a mere remark
        "remark": Counted(
            _heard("remark"), 1, most_cheaply=lambda _, message: float("?" not in message.text)
        ),
        "sentences": Counted(
            _sentences, 6, least_cheaply=lambda view, _: float(bool(view.text.strip()))
        ),
        "taken-up": Counted(_taken_up, 3),
        "unprovoked": Counted(_unprovoked, 1),
        "words": Counted(_words, 80),
        WRONGED: Counted(_wronged, 2, most_cheaply=_told_wronged),
    }
)
# those that are cheap to tell, and those that ask guards
EARLY = ("words", "asks", "exclaims", "questioned")
LATE = (
    WRONGED,
    "impersonal",
    "unprovoked",
    "question",
    "figures",
    "taken-up",
    "sentences",
    "remark",
)
