"""What the rules of disclosure ask of a whole draft: its fields, its labels, its deals."""

from __future__ import annotations

from socialint.checks.check import Subject
from socialint.checks.disclosure.labels import LABELS, Label, is_plain
from socialint.checks.disclosure.pairs import holds
from socialint.checks.disclosure.signs import Signs
from socialint.checks.platforms import written
from socialint.draft import Segment
from socialint.layers.view import View
from socialint.text import Span

OWN = "brand"  # the role of an author who writes for the brand, in its name
OUTRIGHT = 2  # the weight of words that say, even beside praise, that there is a deal
LEAST = {"type": "integer", "minimum": 3, "maximum": 9, "description": "weight that speaks"}
PARAMS = {
    "properties": {"least": LEAST},
    "required": ["least"],
}


def is_exempt(subject: Subject) -> bool:
    """Whether a field says that nothing is to be told: no deal, or told in the picture.

    So do replies that a firm gives.
    """
    if written(subject, "sponsored") is False or written(subject, "author_role") == OWN:
        return True
    if written(subject, "disclosure_in_media"):
        return True
    return subject.draft.kind == "reply" and not is_private(subject)


def is_private(subject: Subject) -> bool:
    """Whether one person answers, in her own name, or somebody asks what she would advise.

    A firm's reply advertises what it sells.
    """
    views = subject.views.values()
    if subject.message and holds(subject.message, "ad-asks"):
        return True
    return any(holds(view, "ad-self") for view in views) and not any(
        holds(view, "ad-firm") for view in views
    )


def score(signs: Signs) -> int:
    """How much speaks for a deal: each kind of sign once, and what lends it weight."""
    best: dict[str, int] = {}
    for sign in signs.deals:
        best[sign.kind] = max(best.get(sign.kind, 0), sign.weight)
    pushed = signs.praise and bool(signs.push)
    beside = (signs.praise, pushed, bool(signs.hush), bool(signs.feigned), signs.code)
    return sum(best.values()) + sum(beside)


def labels(subject: Subject) -> list[tuple[Segment, Label]]:
    return [(seg, label) for seg, view in subject.views.items() for label in view.layer(LABELS)]


def is_told(subject: Subject, view: View, signs: Signs) -> bool:
    if any(label.state != "vague" for _, label in labels(subject)):
        return True
    return is_plain(
        view, (*signs.hush, *signs.feigned), OUTRIGHT if signs.praise or signs.push else 1
    )


def is_tagged(subject: Subject) -> bool:
    """Whether a tag of no other meaning hints at the deal: then the label is weak, not missing."""
    return any(label.state == "vague" and label.weight > 1 for _, label in labels(subject))


def named(text: str, partners: object) -> Span | None:
    lower = text.lower()
    for name in partners if isinstance(partners, (list, tuple)) else ():
        place = lower.find(str(name).lower())
        if place >= 0 and len(lower) == len(text):
            return Span(place, place + len(str(name)))
    return None
