"""Replies to a complaint that do nothing for the customer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Words
from socialint.checks.conversation.classes import has_class
from socialint.checks.conversation.danger import endangers, is_urgent
from socialint.checks.conversation.heard import HEARD, Heard
from socialint.checks.conversation.scales import WEIGHED, classes, scale
from socialint.checks.conversation.weighing import sums, weigh
from socialint.finding import Hit
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.text import Span

WEIGHTS = "weighed"  # the param that holds the scale
REPROACH = "reproach"  # the list of what makes a question a complaint

PARAMS = {
    "required": [WEIGHTS],
    "properties": {
        WEIGHTS: WEIGHED,
        "unless": {
            "type": "array",
            "items": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        },
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """One hit on a reply for which the weighed counts add up to the threshold of `weighed`.

    Silent on an answer to praise or to a question that blames nobody, on an urgent step in a
    danger, and where all classes of a group in `unless` are found.
    """
    known = scale(params[WEIGHTS], words)

    def detect(subject: Subject) -> Iterator[Hit]:
        message = subject.message
        if message is None:
            return
        for segment, view in subject.views.items():
            total = weigh(known, view, message)
            if total < known.threshold or _pleases(message.layer(HEARD)):
                continue
            if _asks_only(message, words):
                continue
            if endangers(message) and is_urgent(view):
                continue
            if not any(_all(group, view) for group in params.get("unless", ())):
                yield Hit(segment, told(view), args={"sum": f"{total:.1f}"})

    return detect


def _pleases(heard: Heard) -> bool:
    """Whether the message is praise, or too short to hold anything against anyone."""
    return heard.kind == "praise" or (heard.kind == "remark" and not heard.complains)


def _asks_only(message: View, words: Words) -> bool:
    """Whether the message is one question, put without a reproach."""
    said = message.text
    if len(message.layer(SENTENCES)) > 1 or "!" in said or "??" in said:
        return False
    return message.layer(HEARD).kind == "question" and not words.matches(message, REPROACH)


def _all(names: Sequence[str], view: View) -> bool:
    return all(has_class(view, name) for name in names)


def told(view: View) -> Span:
    """The text without the white space around it."""
    start = len(view.text) - len(view.text.lstrip())
    return Span(start, max(start, len(view.text.rstrip())))


def names(params: Params) -> Iterable[tuple[tuple[str | int, ...], str]]:
    """The classes that the scale of a rule names, with the steps to their places."""
    return classes(params, WEIGHTS)


def weights(params: Params, words: Words, subject: Subject) -> Iterable[Sum]:
    """What each text of a reply weighs on the scale of a rule."""
    return sums(params[WEIGHTS], words, subject)


EVASION = Check(prepare, PARAMS, args=("sum",), uses=names, sums=weights)
