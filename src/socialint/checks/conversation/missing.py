"""Parts of a good answer to a complaint that a reply does not have."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import PARTS
from socialint.finding import Hit
from socialint.layers.view import View
from socialint.text import Span

PARAMS = {
    "required": ["any", "kinds"],
    "properties": {
        "any": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "kinds": {"type": "array", "minItems": 1, "items": {"type": "string"}},
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """One hit, on the whole reply, where none of the parts in `any` is found.

    Only where the message is of one of `kinds`.
    """
    wanted, kinds = frozenset(params["any"]), frozenset(params["kinds"])

    def detect(subject: Subject) -> Iterator[Hit]:
        if subject.message is None or subject.message.layer(HEARD).kind not in kinds:
            return
        for segment, view in subject.views.items():
            text = view.text
            if segment.field == "text" and text.strip() and not wanted & _names(view):
                start = len(text) - len(text.lstrip())
                yield Hit(segment, Span(start, len(text.rstrip())))

    return detect


def _names(view: View) -> frozenset[str]:
    return frozenset(part.name for part in view.layer(PARTS))


MISSING_PARTS = Check(prepare, PARAMS, args=())
