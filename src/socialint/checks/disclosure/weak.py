"""A label that readers don't understand, or don't see."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.disclosure.labels import Label, is_plain
from socialint.checks.disclosure.law import fold, law, variant
from socialint.checks.disclosure.pairs import holds
from socialint.checks.disclosure.reading import OUTRIGHT, PARAMS, is_exempt, labels, score
from socialint.checks.disclosure.signs import BESIDE, CLASSES, SIGNS
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.language import main_language
from socialint.layers.view import View
from socialint.text import Span


def prepare(params: Params, words: Words) -> Detect:
    """A hit on a label that readers don't understand or don't see."""
    least: int = params["least"]

    def detect(subject: Subject) -> Iterator[Hit]:
        found = labels(subject)
        if not found or is_exempt(subject):
            return
        sure = [label for _, label in found if label.state == "clear" and not label.foreign]
        for segment, label in found:
            name = _weakness(subject, segment, label, least) if not sure else ""
            if name or (sure and _is_late(subject, found[0][1], sure)):
                args = {"law": law(subject, "placement", main_language(subject.views[segment]))}
                span = Span(label.start, label.end)
                note = name or "late"
                yield Hit(
                    segment,
                    span,
                    variant(subject, "unclear" if note == "vague" else ""),
                    args,
                    (Clue(segment, span, note),),
                )
                return

    return detect


def _is_late(subject: Subject, first: Label, sure: list[Label]) -> bool:
    cut = fold(subject)
    return cut is not None and first.start >= cut and all(label.start >= cut for label in sure)


def _weakness(subject: Subject, segment: Segment, label: Label, least: int) -> str:
    """What is wrong with a label: "vague", "buried" or "foreign"; "" if nothing is."""
    if label.state == "buried":
        return "buried"
    if label.foreign:
        return "foreign"
    view = subject.views[segment]
    if label.sale and not _is_of_another(view):
        return ""
    signs = view.layer(SIGNS)
    spots = Spots(view, CLASSES)
    beside = score(signs) if signs.deals else 0
    beside = beside or _support(spots)
    if is_plain(view, (*signs.hush, *signs.feigned), OUTRIGHT if signs.praise else 1):
        return ""
    return "vague" if label.weight + beside >= least else ""


def _is_of_another(view: View) -> bool:
    """Whether one person speaks, or a firm is called: a shop's own sale is nobody's deal."""
    mentions = any(entity.kind == "mention" for entity in view.layer(ENTITIES))
    return mentions or (holds(view, "ad-self") and not holds(view, "ad-shop"))


def _support(spots: Spots) -> int:
    """What makes a vague tag one of advertising: warm words, a call, a firm's account, a wink."""
    firm = any(entity.kind == "mention" for entity in spots.view.layer(ENTITIES))
    return firm + sum(bool(spots.all(name)) for name in BESIDE)


WEAK = Check(prepare, PARAMS, args=("law",))
