"""English contractions in a voice that avoids them, and full forms in one that prefers them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.shortened import shortened
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Clue, Hit
from socialint.layers.candidates import PLACES
from socialint.layers.fold import WORDS
from socialint.layers.view import View
from socialint.layers.zones import ZONES, ZoneKind
from socialint.lazy import regex
from socialint.text import Span

APART: tuple[ZoneKind, ...] = ("quotation", "block-quote", "code", "comment", "legal", "hashtag")
# what stands before the apostrophe, by what stands after it
_NOT = "don doesn didn isn aren wasn weren hasn haven hadn wouldn couldn shouldn mustn needn"
_PERSON, _THING = frozenset(["i", "you", "we", "they"]), frozenset(["he", "she", "it", "that"])
_WILL = _THING | {"there", "here", "who", "what"}
SHORT = MappingProxyType(
    {
        "t": frozenset([*_NOT.split(), "can", "won", "ain"]),
        "ve": _PERSON,
        "re": _PERSON,
        "m": _PERSON,
        "ll": _PERSON | _WILL,
        "d": _PERSON | _WILL,
        "s": _WILL | {"how", "where", "let"},
    }
)
_DONE = frozenset(
    ["do", "does", "did", "is", "are", "was", "were", "has", "have", "had", "would", "could"]
) | {"should", "will"}
# what ends each full form, and what may stand before it there
LAST_OF_FULL: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "not": _DONE,
        "am": frozenset(["i"]),
        "are": frozenset(["you", "we", "they"]),
        "is": frozenset(["it", "that"]),
        "have": frozenset(["we", "you"]),
        "will": frozenset(["we", "you", "i"]),
    }
)
FULL = regex(
    r"\b(?:(?:do|does|did|is|are|was|were|has|have|had|would|could|should) not|cannot|will not"
    r"|(?:i am|you are|we are|they are|it is|that is|we have|you have|we will|you will|i will)"
    r"(?= (?!to\b)[a-z]))\b",
    re.IGNORECASE,
)
LEAST_FULL = 3  # one full form is emphasis, three are a habit
MOST_CLUES = 5


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text, on the first form that the voice does without."""

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "contractions"):
            if item.lang == "en":
                yield from _hits(item, item.voice["contractions"])

    return detect


def _hits(item: Spoken, asked: str) -> Iterator[Hit]:
    if asked == "avoid":
        if short := list(_own(item, shortened(item.view, SHORT))):
            yield _hit(item, "short", short)
    elif asked == "prefer" and len(full := _full(item.view)) >= LEAST_FULL:
        if any(_own(item, shortened(item.view, SHORT))):
            return
        full = list(_own(item, full))
        if len(full) >= LEAST_FULL:
            yield _hit(item, "full", full)


def _full(view: View) -> Sequence[Span]:
    """The forms that are often cut, in order; none if there can't be enough of them for a habit."""
    places, words = view.layer(PLACES), view.layer(WORDS)
    tokens, begins = words.tokens, list(places.get("cannot", ()))
    for last in places.keys() & LAST_OF_FULL.keys():
        before = LAST_OF_FULL[last]
        begins += [at - 1 for at in places[last] if at and tokens[at - 1] in before]
    if len(begins) < LEAST_FULL:
        return ()
    if words.folded.origins is not None:  # a mark that folding drops may part words
        return [Span(*form.span()) for form in FULL.finditer(view.text)]
    found, end = list[Span](), 0
    for start in sorted([words.starts[at] for at in begins]):
        if start >= end and (form := FULL.match(view.text, start)):
            end = form.end()
            found.append(Span(start, end))
    return found


def _own(item: Spoken, found: Iterable[Span]) -> Iterator[Span]:
    return (span for span in found if not item.view.layer(ZONES).touches(*span, *APART))


def _hit(item: Spoken, variant: str, found: list[Span]) -> Hit:
    clues = tuple(Clue(item.segment, span, alone={}) for span in found[1 : 1 + MOST_CLUES])
    return Hit(item.segment, found[0], variant, clues=clues, channel=item.channel)


CONTRACTIONS = Check(prepare, wants=("voice.contractions",), args=())
