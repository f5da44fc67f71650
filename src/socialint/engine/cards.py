"""What a reply does for the customer, part by part: a help to write it, no score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from socialint.checks.conversation.heard import HEARD, about
from socialint.checks.conversation.parts import NAMES
from socialint.checks.conversation.shown import shown_parts
from socialint.draft import Segment
from socialint.engine.place import Place
from socialint.engine.run import Run
from socialint.engine.subject import subject_of
from socialint.layers.fold import fold
from socialint.layers.signatures import find_signature
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.text import Position, Source, Span

# What nobody misses in an answer to such a message.
NEEDLESS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "praise": frozenset(NAMES) - {"thanks", "signature"},
        "question": frozenset({"acknowledgement", "apology", "ownership", "offer"}),
    }
)


class Found(NamedTuple):
    """A part of the reply, where it stands; personal data in `quote` is masked."""

    part: str
    field: str
    start: Position
    end: Position
    quote: str


class Card(NamedTuple):
    """One reply: what it answers, the parts it has, and those that are missed in it.

    `message` is the kind of what the customer said and `about` what a complaint is about, both ""
    where the draft holds no message.
    """

    draft: str
    path: str
    message: str
    about: str
    found: tuple[Found, ...]
    missing: tuple[str, ...]


def cards(run: Run, path: str) -> Iterator[Card]:
    """The card of each reply in a file that `run` has checked."""
    for draft, profile in run.again(path):
        if draft.kind != "reply":
            continue
        subject = subject_of(draft, profile, run.terms)
        place = Place(draft, subject.views)
        found = tuple(
            _found(name, segment, span, place, draft.source)
            for segment, view in subject.views.items()
            for span, name in _parts(view)
        )
        heard = subject.message
        kind = heard.layer(HEARD).kind if heard else ""
        known = NEEDLESS.get(kind, frozenset()).union(one.part for one in found)
        yield Card(
            draft.name,
            path,
            kind,
            about(heard) if heard else "",
            found,
            tuple(name for name in NAMES if name not in known),
        )


def _parts(view: View) -> Iterator[tuple[Span, str]]:
    for part in shown_parts(view):
        yield part.span, part.name
    if signed := find_signature(view.text, fold(view.text)):
        yield signed, "signature"


def _found(name: str, segment: Segment, span: Span, place: Place, source: Source) -> Found:
    where = segment.map.to_source(*span)
    start, end = source.position(where.start), source.position(where.end)
    return Found(name, segment.field, start, end, place.masked(segment, span))
