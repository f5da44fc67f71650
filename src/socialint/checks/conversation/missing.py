"""Parts of a good answer to a complaint that a reply does not have."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.conversation.before import OWNED_UP, owned_up
from socialint.checks.conversation.danger import DANGER, endangers, is_urgent
from socialint.checks.conversation.evasion import told
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import has_part
from socialint.finding import Hit

PARAMS = {
    "required": ["any", "kinds"],
    "properties": {
        "any": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "kinds": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "urgent": {"type": "array", "items": {"type": "string"}},
    },
}


def prepare(params: Params, words: Words) -> Detect:
    """One hit, on the whole reply, where none of the parts in `any` is found.

    An apology or a word of acknowledgement in an earlier turn of the account counts as well.
    Only where the message is of one of `kinds`.  With `urgent`, also, as the variant `danger`,
    where the message tells of a danger and the reply has none of these parts, and no urgent step.
    """
    wanted, kinds = params["any"], frozenset(params["kinds"])
    urgent = params.get("urgent", ())
    owns = not OWNED_UP.isdisjoint(wanted)

    def detect(subject: Subject) -> Iterator[Hit]:
        message = subject.message
        if message is None or message.layer(HEARD).kind not in kinds:
            return
        if owns and owned_up(subject):
            return  # said once is enough
        grave = bool(urgent) and endangers(message)
        for segment, view in subject.views.items():
            if segment.field != "text" or not view.text.strip():
                continue
            if not has_part(view, wanted):
                yield Hit(segment, told(view))
            elif grave and not has_part(view, urgent) and not is_urgent(view):
                yield Hit(segment, told(view), DANGER)

    return detect


MISSING_PARTS = Check(prepare, PARAMS, args=())
