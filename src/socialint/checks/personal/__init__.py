"""Personal data shown to all: a number or address that is somebody's, a fact about somebody."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Words
from socialint.checks.personal.context import Context
from socialint.checks.personal.facts import FACTS, facts
from socialint.checks.personal.owner import is_somebodys, score
from socialint.checks.personal.portrait import TOPICS, portraits
from socialint.checks.personal.told import SCHEMA, Told, uses
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.candidates import LISTS
from socialint.layers.personal import PERSONAL, public
from socialint.profile import Profile
from socialint.text import Span


def prepare(params: Params, words: Words) -> Detect:
    """A hit for each datum or fact that belongs to a person."""
    moves = Told(params, words)
    telling = frozenset(map(words.key, (*FACTS, *TOPICS)))

    def detect(subject: Subject) -> Iterator[Hit]:
        reply = subject.draft.kind == "reply"
        heard = subject.message.text if subject.message else ""
        for segment, view in subject.views.items():
            due = moves.due(subject, view)
            there, present = view.layer(PERSONAL), view.layer(LISTS)
            if not (due or there) and present.isdisjoint(telling):
                continue
            context = Context(view, words, reply, heard)
            data = _data(segment, context, params, subject.profile)
            told = moves.facts(subject, view, due) if due else ()
            found = (*facts(context), *told, *portraits(context, params))
            hits = (*data, *_facts(segment, _once(found, context)))
            yield from sorted(hits, key=lambda hit: hit.span or (0, 0))

    return detect


def _contacts(profile: Profile) -> tuple[str, ...]:
    declared = [
        *profile.get("public_contacts", ()),
        *profile.get("replies.private_channels", ()),
    ]
    return tuple(contact for contact in declared if isinstance(contact, str))


def _data(segment: Segment, context: Context, params: Params, profile: Profile) -> Iterator[Hit]:
    text, data = context.view.text, context.view.layer(PERSONAL)
    contacts = _contacts(profile) if data else ()
    for datum in data:
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
