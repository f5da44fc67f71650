"""A named person whose life is told: matters of private life that stand together beside a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

from socialint.checks.apart import apart
from socialint.checks.check import Params
from socialint.checks.held import held
from socialint.checks.personal.context import Context
from socialint.checks.persons import INTRODUCED, NAMED, Person
from socialint.layers.candidates import LISTS
from socialint.layers.entities import ENTITIES
from socialint.layers.phrases import Match
from socialint.text import Span, meets, touch

TOPICS = (
    "of-health",
    "of-law",
    "of-money",
    "of-family",
    "of-school",
    "of-work",
    "of-home",
    "of-papers",
    "of-intimacy",
)
# What makes it a public matter, or one told by whom it is about, and what that takes off.
DOUBTS = (
    ("public", 2),
    ("consent", 3),
    ("own", 3),
    ("event", 1),
    ("office", 1),
    ("dummy", 4),
    ("requesting", 3),
)
LINKED = frozenset(["url", "mention"])
TOO = "-too"  # the list of the words that only add to a topic
FULL = 2  # a person named in full
MOST = 2  # what the words of one topic can weigh
PORTRAYED = 1  # a pronoun or an age that ties them to the person


def portraits(context: Context, params: Params) -> Iterator[tuple[str, Span]]:
    """The sentences that tell so much of a person, as the words of the weightiest topic."""
    view, sure = context.view, _keys(context.words.rule)
    present = view.layer(LISTS)
    if present.isdisjoint(sure):
        return
    topics = {name: held(view, [key, key + TOO]) for key, name in sure.items()}
    least = params["portrait"] - FULL - PORTRAYED
    for stretch, bits in context.told_of(_any(topics.values())):
        here = [name for name, found in topics.items() if found & bits]
        if len(here) * MOST < least:
            continue
        # one word is one matter
        told = apart(match for name in here if (match := _told(context, name, stretch)))
        if not any(match.weight >= MOST for match in told):
            continue
        who = 0 if _is_linked(context, stretch) else _who(context, stretch)
        if not who:
            continue
        if who + _weight(context, told, stretch) >= params["portrait"]:
            chief = max(told, key=lambda match: (match.weight, -match.start))
            yield "life", Span(chief.start, chief.end)


@cache
def _keys(rule: str) -> Mapping[str, str]:
    """The topics by the full names of their lists."""
    return {f"{rule}/{name}": name for name in TOPICS}


def _any(found: Iterable[int]) -> int:
    """The sentences that any of these hold, as bits."""
    bits = 0
    for each in found:
        bits |= each
    return bits


def _weight(context: Context, told: list[Match], stretch: Span) -> int:
    """What the topics weigh, and a pronoun or an age that ties them to the person; less doubts."""
    total = sum(min(match.weight, MOST) for match in told)
    total += PORTRAYED * (context.weight("portrayed", stretch) > 0)
    return total - sum(less for name, less in DOUBTS if context.weight(name, stretch))


def _is_linked(context: Context, stretch: Span) -> bool:
    """Whether a link or an account stands there: whoever is named beside it has a public face."""
    return any(
        one.kind in LINKED and stretch.start <= one.start < stretch.end
        for one in context.view.layer(ENTITIES)
    )


def _who(context: Context, stretch: Span) -> int:
    """2 for a person named in full, 1 for a given name or a name that words introduce."""
    firms = context.words.matches(context.view, "no-name")
    here = [firm for firm in firms if touch(firm, stretch)]

    def is_person(one: Person | Span) -> bool:
        return not meets(one, here)

    persons = [person for person in context.persons_in(stretch) if is_person(person)]
    pairs = (
        pair for pair in context.view.layer(NAMED) if stretch.start <= pair.start < stretch.end
    )
    named = any(map(is_person, pairs))
    if named or any(person.full for person in persons):
        return FULL
    introduced = context.view.layer(INTRODUCED)
    return int(bool(persons) or any(stretch.start <= one.start < stretch.end for one in introduced))


def _told(context: Context, topic: str, stretch: Span) -> Match | None:
    found = [*context.within(topic, stretch), *context.within(topic + TOO, stretch)]
    return max(found, key=lambda match: match.weight, default=None)
