"""A witness without a name: "studies show", "les experts s'accordent", "il est prouvé que"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.sources import field_sources, named
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.guards import GUARDS
from socialint.layers.phrases import Match
from socialint.named import NamedTuple
from socialint.text import Span

ONE, MANY = 1, 2  # weights in the class `authority`; 3 is a science as a whole
CLEAR = 2
OWN = "own"  # the note of what may be the author's: "the numbers"
VERB_REACH = 7
WITNESS_REACH = 5
DETERMINERS = 3
POINTER_REACH = 2
FAR = 120  # characters

SCHEMA = {"properties": {"articles": {"type": "array", "items": {"type": "string"}}}}


class _Move(NamedTuple):
    start: int
    end: int
    clear: bool


def prepare(params: Params, words: Words) -> Detect:
    """One hit a sentence: an unnamed authority that shows, says or is cited; or plain hearsay."""

    def detect(subject: Subject) -> Iterator[Hit]:
        if field_sources(subject.draft):
            return
        for segment, view in subject.views.items():
            yield from _hits(segment, Spots(view, words), params.get("articles", ()))

    return detect


def _hits(segment: Segment, spots: Spots, articles: Collection[str]) -> Iterator[Hit]:
    told: set[int] = set()
    for move in sorted(
        [*_authorities(spots, articles), *_hearsay(spots)], key=lambda m: (not m.clear, m)
    ):
        number = spots.sentence(move.start)
        if number in told or spots.is_apart(move.start, move.end) or named(spots, move.start):
            continue
        told.add(number)
        yield Hit(segment, Span(move.start, move.end), "" if move.clear else "thin")


def _hearsay(spots: Spots) -> Iterator[_Move]:
    for match in spots.all("hearsay"):
        if match.weight > 0:
            yield _Move(match.start, match.end, match.weight >= CLEAR)


def _authorities(spots: Spots, articles: Collection[str]) -> Iterator[_Move]:
    for match in spots.all("authority"):
        if not _is_told(spots, match) or spots.is_apart(match.start, match.end):
            continue
        sentence = spots.sentences[spots.sentence(match.start)]
        clause = spots.clause(match.start, match.end, sentence)
        before = spots.around(match.start, match.start, DETERMINERS, 0, clause)
        if _is_known(spots, match, before, sentence) or _is_doubted(spots, match, sentence):
            continue
        move = _witness(spots, match, clause) or _showing(spots, match, clause)
        bare = match.weight == MANY and match.lang in articles
        if move and not (bare and move.start == match.start):
            yield move


def _is_told(spots: Spots, match: Match) -> bool:
    """Whether a verb that could be the authority's is near: the cheapest question first."""
    return any(
        spots.has(name, max(match.start - FAR, 0), match.end + FAR)
        for name in ("showing", "verdicts", "witnesses")
    )


def _is_known(spots: Spots, match: Match, before: Span, sentence: Span) -> bool:
    """Whether the phrase points to somebody: ours, these, numbered, or just spoken of."""
    if any(spots.has(name, *before) for name in ("brand-own", "cardinal")):
        return True
    if match.note == OWN:
        return spots.has("brand-self", *sentence) or spots.has("brand-own", *sentence)
    if match.weight == ONE:
        return not spots.has("indefinite", *before)
    return False


def _is_doubted(spots: Spots, match: Match, sentence: Span) -> bool:
    astonished = spots.text.endswith("??", sentence.start, sentence.end)
    names = ("negation", "hypothetical") if astonished else ("negation", "hypothetical", "question")
    return any(GUARDS[name](spots.view, match) for name in names)


def _showing(spots: Spots, match: Match, clause: Span) -> _Move | None:
    pointed = spots.around(match.start, match.start, POINTER_REACH, 0, clause)
    if match.weight == MANY and spots.has("specific", pointed.start, match.start):
        return None
    after = spots.around(match.end, match.end, 0, VERB_REACH, clause)
    found = [m for n in ("verdicts", "showing") for m in spots.within(n, match.end, after.end)]
    if not found:
        return None
    verb = min(found, key=lambda item: (item.start, -item.end))
    between = spots.text[match.end : verb.start].strip()
    if match.weight == ONE and any(map(str.isdigit, between)):
        return None  # "a trial in 14 volunteers, and it measured": one that is known
    if between == "," or spots.has("brand-own", match.end, verb.start):
        return None  # "Teachers, tell us": they are spoken to; "the data from our meters shows"
    if GUARDS["negation"](spots.view, verb):
        return None
    return _Move(_phrase_start(spots, match.start, clause), verb.end, clear=True)


def _witness(spots: Spots, match: Match, clause: Span) -> _Move | None:
    before = spots.around(match.start, match.start, WITNESS_REACH, 0, clause)
    found = spots.within("witnesses", before.start, match.start)
    return _Move(found[-1].start, match.end, clear=True) if found else None


def _phrase_start(spots: Spots, start: int, clause: Span) -> int:
    """Where the noun phrase begins, its quantifiers and adjectives with it."""
    for match in reversed(spots.within("crowd", clause.start, start)):
        if spots.text[match.end : start].strip(" \u00a0'’"):
            break
        start = match.start
    return start


VAGUE_AUTHORITY = Check(prepare, SCHEMA, args=())
