"""What a reply does for the customer: the parts of a good answer, where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from socialint.checks.conversation.classes import of_class, standing_in
from socialint.layers.candidates import LISTS
from socialint.layers.entities import ENTITIES
from socialint.layers.phrases import PHRASES, Match
from socialint.layers.view import Layer, View
from socialint.layers.zones import ZONES
from socialint.lazy import Made, regex
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
# In the order in which it is cheap to ask.
WORTH: Mapping[str, float] = MappingProxyType(
    {
        "link": 2,
        "detail": 1,
        "deadline": 2,
        "private-channel": 1.5,
        "ownership": 3,
        "explanation": 2,
        "acknowledgement": 1.5,
        "guidance": 1.5,
        "offer": 1.5,
        "answer": 1,
        "apology": 0.5,
        "action": 2,
    }
)
KINDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        name: frozenset(kind for kind, told in ENTITY.items() if told == name)
        for name in ENTITY.values()
    }
)
PART_NAMES = frozenset([*CLASSES, *ENTITY.values()])
# the kinds of entities and the lists that are a part by themselves
_NO_SIGNS: tuple[frozenset[str], Sequence[str]] = (frozenset(), ())
_SIGNS: Mapping[str, tuple[frozenset[str], Sequence[str]]] = MappingProxyType(
    {
        name: (KINDS.get(name, frozenset()), [f"classes/{word}" for word in CLASSES.get(name, ())])
        for name in PART_NAMES
    }
)
_SPEAKER = "speaker"  # with a verb a deed
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
    named = view.layer(NAMED)
    return tuple(sorted({part for name in PART_NAMES for part in named[name]}))


def has_part(view: View, names: Iterable[str]) -> bool:
    """Whether a reply has any part of these names; no others are looked for."""
    present = view.layer(LISTS)
    return any(_has(view, name, present) for name in names)


def may_have_part(view: View, name: str) -> bool:
    """Whether a reply may have a part; no word is looked at."""
    kinds, lists = _SIGNS[name]
    return bool(kinds) or name == "action" or not view.layer(LISTS).isdisjoint(lists)


def _has(view: View, name: str, present: AbstractSet[str]) -> bool:
    """Whether it has the part: nothing is asked of the words after the first that is one."""
    kinds, lists = _SIGNS.get(name, _NO_SIGNS)
    for entity in view.layer(ENTITIES) if kinds else ():
        if entity.kind in kinds and not _is_quoted(view, entity.start, entity.end):
            return True
    for key in lists:
        if key in present:
            for match in standing_in(view, key):
                if not _is_quoted(view, match.start, match.end):
                    return True
    return name == "action" and bool(view.layer(NAMED)[name])


def _is_quoted(view: View, start: int, end: int) -> bool:
    return view.layer(ZONES).covers(start, end, "quotation", "code")


def _by_name(view: View) -> Mapping[str, Sequence[Part]]:
    def make(name: str) -> Sequence[Part]:
        return [part for part in _parts(view, name) if not _is_quoted(view, *part.span)]

    return Made(PART_NAMES, make)


def _parts(view: View, name: str) -> Iterator[Part]:
    for words in CLASSES.get(name, ()):
        yield from (Part(Span(m.start, m.end), name, m.weight) for m in of_class(view, words))
    if kinds := KINDS.get(name):
        for entity in view.layer(ENTITIES):
            if entity.kind in kinds:
                yield Part(Span(entity.start, entity.end), name)
    if name == "action":
        yield from (Part(span, name) for span in _deeds(view))


def _deeds(view: View) -> Iterator[Span]:
    """« je vous rappelle », “we've refunded it”: the speaker, then a verb that does something."""
    speakers = of_class(view, _SPEAKER)
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


def helpfulness(view: View, enough: float) -> float:
    """How much a reply does, each part counted once (see `WORTH`), as far as more than `enough`."""
    present, worth = view.layer(LISTS), 0.0
    for name, adds in WORTH.items():
        if _has(view, name, present):
            worth += adds
            if worth > enough:
                break
    return worth


# The parts by name: those of a name are looked for when it is asked for.
NAMED: Layer[Mapping[str, Sequence[Part]]] = Layer("parts", _by_name)
PARTS: Layer[tuple[Part, ...]] = Layer("all parts", find_parts)
