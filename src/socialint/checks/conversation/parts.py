"""What a reply does for the customer: the parts of a good answer, where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from socialint.checks.conversation.classes import of_class
from socialint.layers.entities import ENTITIES
from socialint.layers.phrases import PHRASES, Match
from socialint.layers.view import Layer, View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

CLASSES: Mapping[str, Sequence[str]] = MappingProxyType(
    {
        "thanks": ["ad-thanks"],
        "apology": ["apology"],
        "ownership": ["ownership"],
        "acknowledgement": ["agreeing", "feeling-with"],
        "explanation": ["explaining"],
        "action": ["mending"],
        "answer": ["saying-yes"],
        "offer": ["offering"],
        "deadline": ["soon"],
        "guidance": ["guiding"],
        "private-channel": ["private-way"],
    }
)
ENTITY: Mapping[str, str] = MappingProxyType(
    {
        "date": "deadline",
        "email": "private-channel",
        "phone": "private-channel",
        "url": "link",
        "number": "detail",
        "money": "detail",
        "percent": "detail",
        "quantity": "detail",
    }
)
# Set by hand after counting parts in good and defensive replies (docs/replies.md): an owned fault
# or a deed is hardly ever found in the latter; thanks and a bare apology are found in both.
WORTH: Mapping[str, float] = MappingProxyType(
    {
        "ownership": 3,
        "action": 2,
        "deadline": 2,
        "explanation": 2,
        "acknowledgement": 1.5,
        "guidance": 1.5,
        "offer": 1.5,
        "private-channel": 1.5,
        "link": 2,
        "answer": 1,
        "detail": 1,
        "apology": 0.5,
    }
)
PART_NAMES = frozenset([*CLASSES, *ENTITY.values()])
NAMES = (
    "thanks",
    "acknowledgement",
    "apology",
    "ownership",
    "explanation",
    "action",
    "offer",
    "deadline",
    "guidance",
    "private-channel",
    "signature",
)  # in the order of a good answer; what a reply card lists
LITTLE, MUCH = (
    2,
    5,
)  # worth no more than the one: little for the customer; no less than the other: much
HYPHENS = {"-", "‑"}
REACH = 3  # words after the speaker within which the verb stands
_WORDS = regex(rf"(?:[\W_]*[^\W_]+(?:['’-][^\W_]+)*){{0,{REACH}}}")
_WORD = regex(r"[^\W_]")


class Part(NamedTuple):
    """A part of a good answer and the words that are it; of weight 1 they may be something else."""

    span: Span
    name: str
    weight: int = 2


def find_parts(view: View) -> tuple[Part, ...]:
    """The parts of a reply, in text order; quotations are left out."""
    zones = view.layer(ZONES)
    found = {part for part in _parts(view) if not zones.covers(*part.span, "quotation", "code")}
    return tuple(sorted(found))


def _parts(view: View) -> Iterator[Part]:
    for name, classes in CLASSES.items():
        for words in classes:
            yield from (Part(Span(m.start, m.end), name, m.weight) for m in of_class(view, words))
    for entity in view.layer(ENTITIES):
        if entity.kind in ENTITY:
            yield Part(Span(entity.start, entity.end), ENTITY[entity.kind])
    yield from (Part(span, "action") for span in _deeds(view))


def _deeds(view: View) -> Iterator[Span]:
    """« je vous rappelle », “we've refunded it”: the speaker, then a verb that does something."""
    speakers = of_class(view, "speaker")
    idle = [*of_class(view, "stance"), *_denials(view)] if speakers else []
    for speaker in speakers:
        after = _WORDS.match(view.text, speaker.end)
        end = after.end() if after else speaker.end
        does = _WORD.search(view.text, speaker.end, end)
        if view.text[speaker.start - 1 : speaker.start] in HYPHENS:
            continue  # écrivez-nous
        if does and not any(speaker.start <= each.start < end for each in idle):
            yield Span(speaker.start, end)


def _denials(view: View) -> Sequence[Match]:
    """The words that deny; « sans frais » after a verb denies nothing of it."""
    lacking = {match.start for match in of_class(view, "privative")}
    found = view.layer(PHRASES).get("guards/negation", ())
    return [match for match in found if match.start not in lacking]


def helpfulness(view: View) -> float:
    """How much a reply does, each part counted once; see `WORTH`."""
    return sum(WORTH.get(name, 0) for name in {part.name for part in view.layer(PARTS)})


PARTS: Layer[tuple[Part, ...]] = Layer("parts", find_parts)
