"""Token patterns that are the fault: every clear match of the rule's patterns is a hit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.phrases import CLEAR, hits
from socialint.finding import Hit
from socialint.layers.language import LANGUAGE
from socialint.layers.patterns import Patterns, find
from socialint.layers.phrases import NEUTRAL, Match, longest
from socialint.layers.view import View


def prepare(params: Params, words: Words) -> Detect:
    """A hit for every match of the rule's token patterns that weighs at least `least`.

    The weaker ones of the same segment are its clues.
    """
    least = params.get("least", CLEAR)
    named = {lang: list(_sets(patterns)) for lang, patterns in words.patterns.items()}

    def detect(subject: Subject) -> Iterator[Hit]:
        for segment, view in subject.views.items():
            found = [match for lang in named for match in _matches(view, lang, named[lang])]
            yield from hits(segment, longest(found), least)

    return detect


def _sets(patterns: Mapping[str, Any]) -> Iterator[tuple[Patterns, int]]:
    for name, pattern in patterns.items():
        made = Patterns.of(name, pattern["literals"], pattern["tokens"])
        yield made, pattern.get("weight", CLEAR)


def _matches(view: View, lang: str, sets: Sequence[tuple[Patterns, int]]) -> Iterator[Match]:
    weights = {patterns.name: weight for patterns, weight in sets}
    for start, end, name in find(view, [patterns for patterns, _ in sets]):
        if lang in {NEUTRAL, *_spoken(view, start)}:
            yield Match(start, end, name, 0, weights[name], lang)


def _spoken(view: View, offset: int) -> tuple[str, ...]:
    """The language of the paragraph at `offset`, and the one it is a region's form of."""
    paragraphs = view.layer(LANGUAGE)
    at = bisect_right(paragraphs, offset, key=lambda paragraph: paragraph.start) - 1
    lang = paragraphs[at].lang
    return (lang, lang.partition("-")[0]) if lang else ()


PATTERNS = Check(prepare, {"properties": {"least": {"enum": [1, 2, 3]}}}, args=())
