"""A witness without a name: "studies show", "les experts s'accordent", "il est prouvé que"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.sources import field_sources, named
from socialint.checks.spots import Spots
from socialint.checks.witnesses import MANY, ONE, TRADE, VERBS, Move, doing, showing, witness
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.guards import GUARDS
from socialint.layers.notation import Trait
from socialint.layers.phrases import Match
from socialint.text import Span

CLEAR = 2
OWN = "own"  # the note of what may be the author's: "the numbers"
DETERMINERS = 3
FAR = 120  # characters
DEEDS = (*VERBS, "witnesses", "knowers")

SCHEMA = {"properties": {"articles": {"type": "array", "items": {"type": "string"}}}}


def prepare(params: Params, words: Words) -> Detect:
    """One hit a sentence: an unnamed authority that shows, says or is cited; or plain hearsay."""

    def detect(subject: Subject) -> Iterator[Hit]:
        if field_sources(subject.draft):
            return
        for segment, view in subject.views.items():
            spots = Spots(view, words)
            told = _told(spots)
            if (told or spots.held("hearsay")) and not spots.all("criticised"):
                yield from _hits(segment, spots, params.get("articles", ()), told)

    return detect


def _hits(segment: Segment, spots: Spots, articles: Collection[str], held: int) -> Iterator[Hit]:
    told: set[int] = set()
    for move in sorted(
        [*_authorities(spots, articles, held), *_hearsay(spots)], key=lambda m: (not m.clear, m)
    ):
        number = spots.sentence(move.start)
        if number in told or spots.is_apart(move.start, move.end) or named(spots, move.start):
            continue
        told.add(number)
        yield Hit(segment, Span(move.start, move.end), "" if move.clear else "thin")


def _hearsay(spots: Spots) -> Iterator[Move]:
    for match in spots.all("hearsay"):
        if match.weight > 0:
            yield Move(match.start, match.end, match.weight >= CLEAR)


def _authorities(spots: Spots, articles: Collection[str], told: int) -> Iterator[Move]:
    shown = spots.held("indefinite")
    for match in spots.all("authority") if told else ():
        number = spots.sentence(match.start)
        if (
            not told >> number & 1
            or (_asks_article(match) and not shown >> number & 1)
            or not _is_told(spots, match)
            or spots.is_apart(match.start, match.end)
        ):
            continue
        sentence = spots.sentences[number]
        clause = spots.clause(match.start, match.end, sentence)
        before = spots.around(match.start, match.start, DETERMINERS, 0, clause)
        if _is_known(spots, match, before, sentence) or _is_doubted(spots, match, sentence):
            continue
        move = witness(spots, match, clause) or showing(spots, match, clause)
        move = move or doing(spots, match, clause)
        if move and not (match.lang in articles and _is_bare(spots, match, move)):
            yield move


def _told(spots: Spots) -> int:
    """The sentences, as bits, that may hold an authority and what it does."""
    if not spots.may("authority"):
        return 0
    shown = spots.held("indefinite")
    found = spots.held_by("authority", lambda trait: not _asks_article(trait))
    if shown:
        found |= shown & spots.held_by("authority", _asks_article)
    deeds = 0
    for name in spots.those_of(DEEDS) if found else ():
        deeds |= spots.held(name)
    return found & deeds


def _asks_article(entry: Match | Trait) -> bool:
    """Whether an entry is one of many only with a word that says so: "an expert", "some data"."""
    return entry.weight == ONE and entry.note != OWN


def _is_bare(spots: Spots, match: Match, move: Move) -> bool:
    """Whether a plural stands without any word before it: "Spécialistes de la pierre, nous…"."""
    alone = match.weight == MANY and move.start == match.start
    return alone and not spots.has("crowd", match.start, match.end)


def _is_told(spots: Spots, match: Match) -> bool:
    """Whether a verb that could be the authority's is near: the cheapest question first."""
    return any(spots.has(name, max(match.start - FAR, 0), match.end + FAR) for name in DEEDS)


def _is_known(spots: Spots, match: Match, before: Span, sentence: Span) -> bool:
    """Whether the phrase points to somebody: ours, these, numbered, or just spoken of."""
    if any(spots.has(name, *before) for name in ("brand-own", "cardinal")):
        return True
    if match.note == TRADE and spots.has("asked", *sentence):
        return True
    if match.note == OWN:
        return spots.has("brand-self", *sentence) or spots.has("brand-own", *sentence)
    if match.weight == ONE:
        return not spots.has("indefinite", *before)
    return False


def _is_doubted(spots: Spots, match: Match, sentence: Span) -> bool:
    if any(GUARDS[name](spots.view, match) for name in ("negation", "hypothetical")):
        return True
    first = spots.around(sentence.start, sentence.start, 0, 1, sentence)
    if spots.has("askers", *first) and not spots.has("openers", *sentence):
        return True  # "How researchers work": a heading
    return GUARDS["question"](spots.view, match) and not _is_stated(spots, sentence)


def _is_stated(spots: Spots, sentence: Span) -> bool:
    """Whether a question only opens or ends what is stated: "did you know that…", "…, and you?"."""
    if spots.text.endswith("??", *sentence) or spots.has("openers", *sentence):
        return True
    comma = spots.text.rfind(",", *sentence)
    return comma >= 0 and not spots.has("askers", sentence.start, comma)


VAGUE_AUTHORITY = Check(prepare, SCHEMA, args=())
