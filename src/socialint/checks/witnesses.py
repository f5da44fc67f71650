"""What an unnamed authority does that makes it a witness: it shows, knows, or is cited."""

from __future__ import annotations

from socialint.checks.clauses import count_words
from socialint.checks.knowers import verb_of
from socialint.checks.spots import Spots
from socialint.guards import GUARDS
from socialint.layers.phrases import Match
from socialint.named import NamedTuple
from socialint.text import Span

ONE, MANY = 1, 2  # weights in the class `authority`; 3 is a science as a whole
TRADE = "trade"  # the note of people who also do things: a nurse finds a key
PAPER = "paper"  # the note of what is written: studies, surveys
VERB_REACH = 8
WITNESS_REACH = 5
STRANGERS = 1  # words between a witness and "according to" that no list knows
POINTER_REACH = 2
VERBS = ("verdicts", "showing", "choosing")
MOST_REACH = (5, 2)


class Move(NamedTuple):
    """An authority with what it does, where they stand; `clear` if it can mean nothing else."""

    start: int
    end: int
    clear: bool


def _is_pointed(spots: Spots, match: Match, clause: Span) -> bool:
    """Whether a word before says which of them: these, your, the builders."""
    if match.weight != MANY:
        return False
    pointed = spots.around(match.start, match.start, POINTER_REACH, 0, clause)
    pointers = ("specific", "definite") if match.note in {TRADE, PAPER} else ("specific",)
    return any(spots.has(name, pointed.start, match.start) for name in pointers)


def showing(spots: Spots, match: Match, clause: Span) -> Move | None:
    """A verb after it that says what is known: "studies show that"."""
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
            return Move(start, verb.end, clear=True)
    return None


def doing(spots: Spots, match: Match, clause: Span) -> Move | None:
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
    return Move(_phrase_start(spots, match.start, clause), verb.end, clear=True)


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


def witness(spots: Spots, match: Match, clause: Span) -> Move | None:
    """A word before it that cites it: "according to experts"."""
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
    return Move(found[-1].start, match.end, clear=True)


def _phrase_start(spots: Spots, start: int, clause: Span) -> int:
    """Where the noun phrase begins, its quantifiers and adjectives with it."""
    for match in reversed(spots.within("crowd", clause.start, start)):
        if spots.text[match.end : start].strip(" \u00a0'’"):
            break
        start = match.start
    return start
