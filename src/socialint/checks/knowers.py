"""What those do whose trade is to know: the verb whose subject is "experts" or "studies"."""

from __future__ import annotations

from socialint.checks.spots import Spots
from socialint.layers.morphology import morph
from socialint.layers.phrases import Match
from socialint.layers.tokens import TOKENS
from socialint.lazy import regex
from socialint.text import Span

CONJUGATED = ("fr",)  # whose verbs tell by their form that they are plural
WINDOW = 7  # tokens between the subject and its verb
PARTICIPLE = 2  # tokens from "ont" to what it helps, with an adverb
_SKIPPED = regex(r"\s*")
_NAMED = regex(r"\b[A-ZÀ-ÖØ-Þ]\w")
_WORD = regex(r"[^\W\d_]+(?:['’]\w+)?")


def verb_of(spots: Spots, match: Match, clause: Span) -> Span | None:
    """The verb that `match`, a plural, is the subject of, by its form or its place.

    In a language of `CONJUGATED`, the first third person plural after it, no comma between; in
    others the next word that the list `between` doesn't hold.  None where the list `still` has
    it: what anybody does ("meet", "will be").  It can't see a verb before its subject.
    """
    found = (_conjugated if match.lang in CONJUGATED else _next)(spots, match, clause)
    if found is None or spots.has("still", match.end, found.end):
        return None
    return None if _NAMED.search(spots.text, match.end, found.start) else found


def _conjugated(spots: Spots, match: Match, clause: Span) -> Span | None:
    tokens = [t for t in spots.view.layer(TOKENS) if match.end <= t.start < clause.end]
    for number, token in enumerate(tokens[:WINDOW]):
        if token.kind == "punct":
            return None
        found = morph(token, match.lang).readings
        if any(r.form == "Fin" and r.person == 3 and r.number == "Plur" for r in found):
            if all(reading.tense == "Fut" for reading in found):
                return None
            helps = {"avoir", "être"}.intersection(reading.lemma for reading in found)
            last = tokens[min(number + PARTICIPLE * bool(helps), len(tokens) - 1)]
            return Span(token.start, last.end)
    return None


def _next(spots: Spots, match: Match, clause: Span) -> Span | None:
    at = match.end
    for _ in range(WINDOW):
        skipped = _SKIPPED.match(spots.text, at, clause.end)
        at = skipped.end() if skipped else at
        passed = next((m.end for m in spots.within("between", at, clause.end) if m.start == at), 0)
        if not passed:
            break
        at = passed
    word = _WORD.match(spots.text, at, clause.end)
    return Span(*word.span()) if word else None
