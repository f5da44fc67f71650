"""Token patterns in spaCy's Matcher format, run only where a literal of theirs is in the text.

Patterns over a parse (DependencyMatcher) need a trained pipeline and are not run here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from socialint.layers.doc import DOC, vocabulary
from socialint.layers.features import bare
from socialint.layers.tokens import TOKENS
from socialint.layers.view import View
from socialint.named import NamedTuple

if TYPE_CHECKING:
    from spacy.matcher import Matcher


class PatternHit(NamedTuple):
    """A match: where it stands, the name of its set."""

    start: int
    end: int
    name: str


class Patterns(NamedTuple):
    """Token patterns of one name; `literals` are words without case or accents.

    A text without any of them is not looked at, so each pattern must need one.  `source` is the
    list of patterns as JSON: content is identity.
    """

    name: str
    literals: frozenset[str]
    source: str

    @classmethod
    def of(
        cls, name: str, literals: Iterable[str], tokens: Sequence[Sequence[dict[str, Any]]]
    ) -> Patterns:
        """The set of these token patterns; raises ValueError where there is no literal."""
        folded = frozenset(bare(literal.lower()) for literal in literals)
        if not folded:
            raise ValueError(f"{name}: token patterns need a literal")
        return cls(name, folded, json.dumps(tokens, ensure_ascii=False, sort_keys=True))


@lru_cache(maxsize=1024)
def compiled(source: str) -> Matcher:
    """The Matcher of these patterns; imports spaCy, raises ValueError where a pattern is wrong."""
    from spacy.matcher import Matcher  # noqa: PLC0415 - a second that only patterns pay

    matcher = Matcher(vocabulary(), validate=True)
    matcher.add("pattern", json.loads(source), greedy="LONGEST")
    return matcher


def find(view: View, sets: Iterable[Patterns]) -> tuple[PatternHit, ...]:
    """Where the patterns match, in text order; of two of one set that overlap, the longer."""
    words = {bare(token.norm) for token in view.layer(TOKENS)}
    due = [patterns for patterns in sets if not patterns.literals.isdisjoint(words)]
    hits = [
        PatternHit(span.start_char, span.end_char, patterns.name)
        for patterns in due
        for span in compiled(patterns.source)(view.layer(DOC), as_spans=True)
    ]
    return tuple(sorted(hits))
