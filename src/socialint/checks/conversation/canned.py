"""Replies made of stock phrases, which could answer any message."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.conversation.classes import stems
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import PARTS, helpfulness
from socialint.finding import Clue, Hit
from socialint.text import Span

PARAMS = {
    "required": ["most"],
    "properties": {
        "most": {"type": "number", "minimum": 0},
        "shared": {"type": "integer", "minimum": 0},
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """One hit, at the first stock phrase, where they weigh 2 and the reply is worth `most` or less.

    More than `shared` stems in common with the message make it an answer to that message.
    """

    def detect(subject: Subject) -> Iterator[Hit]:
        message = subject.message
        if message is None or not message.layer(HEARD).complains:
            return
        for segment, view in subject.views.items():
            stock = [match for match in words.matches(view, "stock") if match.weight]
            if "link" in {part.name for part in view.layer(PARTS)}:
                continue  # where to find more: no phrase says that
            if sum(match.weight for match in stock) < 2:
                continue
            if (
                helpfulness(view) <= params["most"]
                and len(stems(view) & stems(message)) <= params["shared"]
            ):
                first, *others = (Span(match.start, match.end) for match in stock)
                yield Hit(segment, first, clues=tuple(Clue(segment, o, "stock") for o in others))

    return detect


CANNED = Check(prepare, PARAMS, args=())
