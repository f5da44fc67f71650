"""A witness without a name: "studies show", "les experts s'accordent", "il est prouvé que"."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.clauses import count_words
from socialint.checks.knowers import verb_of
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
TRADE = "trade"  # the note of people who also do things: a nurse finds a key
PAPER = "paper"  # the note of what is written: studies, surveys
VERB_REACH = 8
WITNESS_REACH = 5
STRANGERS = 1  # words between a witness and "according to" that no list knows
DETERMINERS = 3
POINTER_REACH = 2
VERBS = ("verdicts", "showing", "choosing")
MOST_REACH = (4, 2)
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
            spots = Spots(view, words)
            if not spots.all("criticised"):
                yield from _hits(segment, spots, params.get("articles", ()))

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
        move = move or _doing(spots, match, clause)
        if move and not (match.lang in articles and _is_bare(spots, match, move)):
            yield move


def _is_bare(spots: Spots, match: Match, move: _Move) -> bool:
    """Whether a plural stands without any word before it: "Spécialistes de la pierre, nous…"."""
    alone = match.weight == MANY and move.start == match.start
    return alone and not spots.has("crowd", match.start, match.end)


def _is_told(spots: Spots, match: Match) -> bool:
    """Whether a verb that could be the authority's is near: the cheapest question first."""
    return any(
        spots.has(name, max(match.start - FAR, 0), match.end + FAR)
        for name in (*VERBS, "witnesses", "knowers")
    )


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


def _is_pointed(spots: Spots, match: Match, clause: Span) -> bool:
    """Whether a word before says which of them: these, your, the builders."""
    if match.weight != MANY:
        return False
    pointed = spots.around(match.start, match.start, POINTER_REACH, 0, clause)
    pointers = ("specific", "definite") if match.note in {TRADE, PAPER} else ("specific",)
    return any(spots.has(name, pointed.start, match.start) for name in pointers)


def _showing(spots: Spots, match: Match, clause: Span) -> _Move | None:
    if _is_pointed(spots, match, clause):
        return None
    after = spots.around(match.end, match.end, 0, VERB_REACH, clause)
    found = [(m, name) for name in VERBS for m in spots.within(name, match.end, after.end)]
    if not found or spots.has("invited", match.end, clause.end):
        return None
    start = _phrase_start(spots, match.start, clause)
    for verb, name in sorted(found, key=lambda item: (item[0].start, -item[0].end)):
        if GUARDS["negation"](spots.view, verb) or _is_spoken_to(spots, match, verb):
            return None
        if not _is_other(spots, match, verb, clause) and (
            name != "choosing" or spots.has("most", *_wide(spots, match, verb, clause))
        ):
            return _Move(start, verb.end, clear=True)
    return None


def _doing(spots: Spots, match: Match, clause: Span) -> _Move | None:
    """Those who know as the subject of any verb but some: "psychologists laud", « louent »."""
    if not spots.has("knowers", match.start, match.end) or _is_pointed(spots, match, clause):
        return None
    if spots.has("invited", match.end, clause.end):
        return None
    verb = verb_of(spots, match, clause)
    if verb is None or GUARDS["negation"](
        spots.view, match._replace(start=verb.start, end=verb.end)
    ):
        return None
    return _Move(_phrase_start(spots, match.start, clause), verb.end, clear=True)


def _wide(spots: Spots, match: Match, verb: Match, clause: Span) -> Span:
    return spots.around(match.start, verb.end, *MOST_REACH, clause)


def _is_spoken_to(spots: Spots, match: Match, verb: Match) -> bool:
    """Whether a comma parts the verb from those who are called: "Teachers, tell us"."""
    between = spots.text[match.end : verb.start].strip()
    return between.startswith(",") and between.count(",") == 1


def _is_other(spots: Spots, match: Match, verb: Match, clause: Span) -> bool:
    """Whether the verb says what some people do, and not what is known."""
    between = match.end, verb.start
    if spots.has("brand-own", *between) or spots.has("bound", *between):
        return True  # "the data from our meters shows", "nurses need to know"
    one, trade = match.weight == ONE, match.note == TRADE
    if (one or trade) and any(map(str.isdigit, spots.text[slice(*between)])):
        return True  # "a trial in 14 volunteers, and it measured": one that is known
    if not spots.has("finding", verb.start, verb.end):
        return False
    if trade:
        return True
    content = spots.around(verb.end, verb.end, 0, 2, clause)
    return one and match.note != PAPER and not spots.has("content", *content)


def _witness(spots: Spots, match: Match, clause: Span) -> _Move | None:
    before = spots.around(match.start, match.start, WITNESS_REACH, 0, clause)
    found = spots.within("witnesses", before.start, match.start)
    if not found:
        return None
    if any(spots.has(name, found[-1].end, match.start) for name in ("joins", "specific")):
        return None
    between = found[-1].end, match.start
    known = sum(count_words(spots.text[m.start : m.end]) for m in spots.within("crowd", *between))
    if count_words(spots.text[slice(*between)]) - known > STRANGERS:
        return None
    return _Move(found[-1].start, match.end, clear=True)


def _phrase_start(spots: Spots, start: int, clause: Span) -> int:
    """Where the noun phrase begins, its quantifiers and adjectives with it."""
    for match in reversed(spots.within("crowd", clause.start, start)):
        if spots.text[match.end : start].strip(" \u00a0'’"):
            break
        start = match.start
    return start


VAGUE_AUTHORITY = Check(prepare, SCHEMA, args=())
