"""Personal data shown to all: a number or address that is somebody's, a fact about somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Words
from socialint.checks.personal.context import Context
from socialint.checks.personal.facts import facts
from socialint.checks.personal.owner import is_somebodys, score
from socialint.checks.personal.portrait import portraits
from socialint.checks.personal.told import SCHEMA, Told, uses
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.personal import PERSONAL, public
from socialint.profile import Profile
from socialint.text import Span


def prepare(params: Params, words: Words) -> Detect:
    """A hit for each datum or fact that belongs to a person."""
    moves = Told(params, words)

    def detect(subject: Subject) -> Iterator[Hit]:
        reply = subject.draft.kind == "reply"
        heard = subject.message.text if subject.message else ""
        contacts = _contacts(subject.profile)
        for segment, view in subject.views.items():
            context = Context(view, words, reply, heard)
            data = _data(segment, context, params, contacts)
            found = (*facts(context), *moves.facts(subject, view), *portraits(context, params))
            told = _once(found, context)
            yield from sorted((*data, *_facts(segment, told)), key=lambda hit: hit.span or (0, 0))

    return detect


def _contacts(profile: Profile) -> tuple[str, ...]:
    declared = [
        *profile.get("public_contacts", ()),
        *profile.get("replies.private_channels", ()),
    ]
    return tuple(contact for contact in declared if isinstance(contact, str))


def _data(
    segment: Segment, context: Context, params: Params, contacts: tuple[str, ...]
) -> Iterator[Hit]:
    text = context.view.text
    for datum in context.view.layer(PERSONAL):
        if public(text[datum.start : datum.end], contacts):
            continue
        if is_somebodys(datum, context, params):
            yield Hit(segment, Span(datum.start, datum.end), variant=datum.kind)


def _sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What speaks for a private owner of each datum."""
    reply = subject.draft.kind == "reply"
    for segment, view in subject.views.items():
        context = Context(view, words, reply, subject.message.text if subject.message else "")
        for datum in view.layer(PERSONAL):
            total = score(datum, view.text[datum.start : datum.end], context, params)
            place = segment, Span(datum.start, datum.end)
            yield Sum(total, params["least"], [(datum.kind, total)], *place)


def _once(found: Iterable[tuple[str, Span]], context: Context) -> Iterator[tuple[str, Span]]:
    """The first fact of each sentence, in the order given: one fault for one sentence."""
    told: set[Span] = set()
    for kind, span in found:
        sentence = context.sentence(span.start)
        if sentence not in told:
            told.add(sentence)
            yield kind, span


def _facts(segment: Segment, found: Iterator[tuple[str, Span]]) -> Iterator[Hit]:
    return (Hit(segment, span, variant=kind) for kind, span in found)


_WEIGHTS = ("person", "adjacent", "mobile", "named_mail")
_SCORES = {"type": "object", "additionalProperties": {"type": "integer"}}
PERSONAL_DATA = Check(
    prepare,
    {
        "properties": {
            "least": {"type": "integer"},
            "portrait": {"type": "integer"},
            "start": _SCORES,
            "reply": _SCORES,
            **{name: {"type": "integer"} for name in _WEIGHTS},
            **SCHEMA,
        },
        "required": ["least", "portrait", "start", "reply", *_WEIGHTS],
    },
    args=(),
    uses=uses,
    sums=_sums,
)
