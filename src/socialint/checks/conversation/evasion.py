"""Replies to a complaint that do nothing for the customer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.clauses import count_words
from socialint.checks.conversation.classes import of_class, stems
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import PARTS
from socialint.finding import Hit
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.text import Span

ABOUT = "message/"
PARAMS = {
    "required": ["threshold", "start", "weights"],
    "properties": {
        "threshold": {"type": "number"},
        "start": {"type": "number"},
        "weights": {"type": "object", "additionalProperties": {"type": "number"}},
        "unless": {
            "type": "array",
            "items": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        },
    },
}
Count = Callable[[View, View, Words], float]


def prepare(params: Params, words: Words) -> Detect:
    """One hit on a reply to a complaint for which the weighed counts add up to `threshold`.

    `start` is what a reply with nothing in it would have.  Silent where all classes of a group in
    `unless` are found (`message/…` in the message): those words are another rule's.
    """

    def detect(subject: Subject) -> Iterator[Hit]:
        message = subject.message
        if message is None or not message.layer(HEARD).complains:
            return
        for segment, view in subject.views.items():
            if any(_all(group, view, message) for group in params.get("unless", ())):
                continue
            total = emptiness(view, message, params, words)
            if total >= params["threshold"]:
                yield Hit(segment, told(view), args={"sum": f"{total:.1f}"})

    return detect


def _all(names: Sequence[str], view: View, message: View) -> bool:
    return all(
        of_class(message if name.startswith(ABOUT) else view, name.removeprefix(ABOUT))
        for name in names
    )


def emptiness(view: View, message: View, params: Params, words: Words) -> float:
    """What the reply lacks, added up: the more, the less it does."""
    names = {part.name for part in view.layer(PARTS)}
    total: float = params["start"]
    for name, weight in params["weights"].items():
        count = COUNTS[name](view, message, words) if name in COUNTS else float(name in names)
        total += weight * count
    return total


def told(view: View) -> Span:
    """The text without the white space around it."""
    start = len(view.text) - len(view.text.lstrip())
    return Span(start, max(start, len(view.text.rstrip())))


def _parts(view: View, message: View, words: Words) -> float:
    return min(len({part.span for part in view.layer(PARTS) if part.name != "thanks"}), 6)


def _words(view: View, message: View, words: Words) -> float:
    return count_words(view.text)


def _sentences(view: View, message: View, words: Words) -> float:
    return len(view.layer(SENTENCES))


def _taken_up(view: View, message: View, words: Words) -> float:
    return min(len(stems(view) & stems(message)), 3)


def _asks(view: View, message: View, words: Words) -> float:
    """Whether the customer is asked for what is needed, in a sentence with a question mark."""
    asked = [s for s in view.layer(SENTENCES) if "?" in view.text[s.start : s.end]]
    guides = [part.span.start for part in view.layer(PARTS) if part.name == "guidance"]
    return float(any(s.start <= at < s.end for s in asked for at in guides))


def _remark(view: View, message: View, words: Words) -> float:
    """Whether nothing in the message says that it is a complaint."""
    return float(message.layer(HEARD).kind == "remark")


def _questioned(view: View, message: View, words: Words) -> float:
    """Whether the message ends on a plain question mark and raises no voice."""
    said = message.text.rstrip()
    return float(said.endswith("?") and said.count("?") == 1 and "!" not in said)


def _listed(name: str, most: int) -> Count:
    return lambda view, _, words: min(len(words.matches(view, name)), most)


COUNTS: Mapping[str, Count] = MappingProxyType(
    {
        "parts": _parts,
        "words": _words,
        "sentences": _sentences,
        "asks": _asks,
        "taken-up": _taken_up,
        "remark": _remark,
        "questioned": _questioned,
        "you": _listed("you", 4),
        "our": _listed("our", 3),
        "we": _listed("we", 4),
    }
)

EVASION = Check(prepare, PARAMS, args=("sum",))
