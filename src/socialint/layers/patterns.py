"""Token patterns in spaCy's Matcher format, run only where a literal of theirs is in the text.

Patterns over a parse (DependencyMatcher) need a trained pipeline and are not run here.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
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


# What a token must be: one of these words in lower case, or a match of this.
Demand = frozenset[str] | re.Pattern[str]
# What tokens that follow each other must be.
Run = Sequence[Demand]


@lru_cache(maxsize=1024)
def _demands(source: str) -> Sequence[Sequence[Run]]:
    """What each of these patterns demands, in turn; of most attributes nothing is known."""
    return [list(_runs(pattern)) for pattern in json.loads(source)]


def _runs(pattern: Iterable[Mapping[str, Any]]) -> Iterator[Run]:
    run: list[Demand] = []
    for token in pattern:
        demand = _demand(token)
        if demand and token.get("OP", "1") == "1":
            run.append(demand)
            continue
        yield from filter(None, (run, [demand] if demand else None))
        run = []
    if run:
        yield run


def _demand(token: Mapping[str, Any]) -> Demand | None:
    if token.get("OP", "1") not in {"1", "+"}:
        return None
    lower, text = token.get("LOWER"), token.get("TEXT")
    if isinstance(text, dict) and "REGEX" in text:
        return re.compile(text["REGEX"])
    if isinstance(lower, dict):
        return frozenset(lower["IN"]) if "IN" in lower else None
    return None if lower is None else frozenset([lower])


def _may_match(source: str, texts: Sequence[str]) -> bool:
    """Whether the tokens stand there that one of the patterns demands: spaCy is slow to say no."""
    lower = [text.lower() for text in texts]
    words = frozenset(lower)
    return any(
        all(_is_there(demand, words, texts) for run in runs for demand in run)
        and _stand(runs, texts, lower)
        for runs in _demands(source)
    )


def _is_there(demand: Demand, words: frozenset[str], texts: Sequence[str]) -> bool:
    if isinstance(demand, frozenset):
        return not demand.isdisjoint(words)
    return any(map(demand.search, texts))


def _stand(runs: Iterable[Run], texts: Sequence[str], lower: Sequence[str]) -> bool:
    """Whether the runs are among the tokens, each after the one before it."""
    at = 0
    for run in runs:
        starts = range(at, len(texts) - len(run) + 1)
        start = next((start for start in starts if _is(run, start, texts, lower)), None)
        if start is None:
            return False
        at = start + len(run)
    return True


def _is(run: Run, start: int, texts: Sequence[str], lower: Sequence[str]) -> bool:
    for at, demand in enumerate(run, start):
        if isinstance(demand, frozenset):
            if lower[at] not in demand:
                return False
        elif not demand.search(texts[at]):
            return False
    return True


def find(view: View, sets: Iterable[Patterns]) -> tuple[PatternHit, ...]:
    """Where the patterns match, in text order; of two of one set that overlap, the longer."""
    tokens = view.layer(TOKENS)
    words = {bare(token.norm) for token in tokens}
    texts = [token.text for token in tokens]
    due = [
        patterns
        for patterns in sets
        if not patterns.literals.isdisjoint(words) and _may_match(patterns.source, texts)
    ]
    hits = [
        PatternHit(span.start_char, span.end_char, patterns.name)
        for patterns in due
        for span in compiled(patterns.source)(view.layer(DOC), as_spans=True)
    ]
    return tuple(sorted(hits))
