"""Parts of a good answer to a complaint that a reply does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.conversation.before import OWNED_UP, owned_up
from socialint.checks.conversation.danger import DANGER, endangers, is_urgent
from socialint.checks.conversation.evasion import told
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import NAMED, has_part
from socialint.finding import Hit
from socialint.layers.view import View

IDLE = "acknowledging"  # the list of deeds that keep nobody from harm
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
    where the message tells of a danger and the reply has none of these parts, and no urgent step;
    a deed in a word of the list `acknowledging` is none.
    """
    wanted, kinds = params["any"], frozenset(params["kinds"])
    urgent = params.get("urgent", ())
    owns = not OWNED_UP.isdisjoint(wanted)

    def detect(subject: Subject) -> Iterator[Hit]:
        message = subject.message
        if message is None or message.layer(HEARD).kind not in kinds:
            return
        if owns and subject.earlier and owned_up(subject):
            return  # said once is enough
        grave = bool(urgent) and endangers(message)
        for segment, view in subject.views.items():
            if segment.field != "text" or not view.text.strip():
                continue
            if not has_part(view, wanted):
                yield Hit(segment, told(view))
            elif grave and not (is_urgent(view) or _acts(view, urgent, words)):
                yield Hit(segment, told(view), DANGER)

    return detect


def _acts(view: View, names: Iterable[str], words: Words) -> bool:
    """Whether it does any of these; what is to be done may stand behind a link."""
    idle = () if has_part(view, ("link",)) else words.matches(view, IDLE)
    return any(
        not any(part.span.start <= word.end and word.start <= part.span.end for word in idle)
        for name in names
        for part in view.layer(NAMED).get(name, ())
    )


MISSING_PARTS = Check(prepare, PARAMS, args=())
