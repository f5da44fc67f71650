"""Words that are the fault: every clear entry of the rule's lists is a hit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Wakes, Words
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.phrases import Match, longest
from socialint.text import Span

CLEAR = 2


def prepare(params: Params, words: Words) -> Detect:
    """A hit for every match of the rule's lists that weighs at least `least`.

    The weaker ones of the same segment are its clues.
    """
    least = params.get("least", CLEAR)
    lists = params.get("lists", ())

    def detect(subject: Subject) -> Iterator[Hit]:
        for segment, view in subject.views.items():
            yield from hits(segment, longest(words.matches(view, *lists)), least)

    return detect


def wakes(params: Params, words: Words) -> Wakes:
    """A word of any of the lists that are looked up."""
    return [[[words.key(name) for name in params.get("lists") or sorted(words.lists)]]]


def hits(segment: Segment, matches: Sequence[Match], least: int) -> Iterator[Hit]:
    """A hit for each match that weighs at least `least`, the weaker ones as its clues."""
    clues = tuple(
        Clue(segment, Span(match.start, match.end), match.note)
        for match in matches
        if 0 < match.weight < least
    )
    for match in matches:
        if match.weight >= least:
            yield Hit(segment, Span(match.start, match.end), clues=clues)


PHRASES = Check(
    prepare,
    {
        "properties": {
            "least": {"enum": [1, 2, 3]},
            "lists": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        }
    },
    args=(),
    wakes=wakes,
)
