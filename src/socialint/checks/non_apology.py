"""Apologies that own nothing: conditional, about feelings, taken back, without an agent."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.clauses import clipped, count_words, rounded
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.phrases import Match
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

STRONG = 3  # weight in `perceiving`: a feeling, where 1 is how they liked it
CLEAR = 2  # weight in `apology`: a fault regretted, where 1 is how things are
CONDITION_REACH = 3  # words
FEELING_REACH = 14
EXCUSE_REACH = 14
FAULT_REACH = 3  # words beside the inconvenience that may still name nothing
NOTHING_ELSE = 10  # words in a reply that holds no more than an apology
STOP = regex(r"[.;:!?…\n](?=\s|$)|\s[–—-]\s")
OPENERS = "\"“”«»'’([-–—*> \u00a0\u202f\n\t"


class Move(NamedTuple):
    """What makes an apology none, and where it stands."""

    start: int
    end: int
    kind: str


def prepare(params: Params, words: Words) -> Detect:
    """One hit a sentence; none where the fault is owned anywhere in the reply."""

    def detect(subject: Subject) -> Iterator[Hit]:
        for segment, view in subject.views.items():
            spots = Spots(view, words)
            if (spots.all("apology") or spots.all("agentless")) and not spots.all("ownership"):
                yield from _hits(segment, spots)

    return detect


def _hits(segment: Segment, spots: Spots) -> Iterator[Hit]:
    """The first move of each sentence; the others support it."""
    found: dict[int, list[Move]] = {}
    for move in sorted(_moves(spots)):
        if not spots.is_apart(move.start, move.end):
            found.setdefault(spots.sentence(move.start), []).append(move)
    for first, *others in found.values():
        clues = tuple(Clue(segment, Span(m.start, m.end), m.kind) for m in others)
        yield Hit(
            segment, Span(first.start, rounded(spots.text, first.end)), first.kind, clues=clues
        )


def _moves(spots: Spots) -> Iterator[Move]:
    for match in () if _acts(spots) else spots.all("agentless"):
        whole = clipped(spots.sentences[spots.sentence(match.start)])
        if match.weight >= CLEAR or spots.within("apology", *whole):
            yield Move(match.start, match.end, "agentless")
    for sorry in spots.all("apology"):
        if not sorry.weight:
            continue
        sentence = clipped(spots.sentences[spots.sentence(sorry.start)])
        if sorry.end > sentence.end:
            continue
        move = (
            _conditional(spots, sorry, sentence)
            or _feelings(spots, sorry, sentence)
            or _taken_back(spots, sorry, sentence)
            or _inconvenience(spots, sorry, sentence)
        )
        if move:
            yield move


def _conditional(spots: Spots, sorry: Match, sentence: Span) -> Move | None:
    """« Désolés si… », “sorry to anyone who…”; or the condition first: “if it hurt, sorry”."""
    for condition in spots.within("condition", sorry.end, sentence.end)[:1]:
        between = spots.text[sorry.end : condition.start]
        near = count_words(between) <= CONDITION_REACH and not STOP.search(between)
        modest = spots.has("modesty", condition.start, sentence.end)
        harm = _harm(spots, condition.end, sentence.end)
        plain = "," not in between and not modest and not _acts(spots)
        if near and (harm or plain):
            return Move(sorry.start, max(condition.end, harm), "conditional")
    for condition in spots.within("condition", sentence.start, sorry.start)[:1]:
        leads = not spots.text[sentence.start : condition.start].strip(OPENERS)
        if (leads or _after_comma(spots, condition)) and _harm(spots, condition.start, sorry.start):
            return Move(condition.start, sorry.end, "conditional")
    return None


def _after_comma(spots: Spots, match: Match) -> bool:
    return spots.text[: match.start].rstrip()[-1:] in {",", ":", ""}


def _harm(spots: Spots, start: int, end: int) -> int:
    """Where the first words for what the others felt or suffered end, or 0."""
    found = [*spots.within("perceiving", start, end), *spots.within("hurting", start, end)]
    return min(found).end if found else 0


def _acts(spots: Spots) -> bool:
    return bool(spots.all("remedy"))


def _feelings(spots: Spots, sorry: Match, sentence: Span) -> Move | None:
    """Regret for what the reader felt: “sorry you feel”, « navrés de votre ressenti »."""
    for felt in spots.within("perceiving", sorry.end, sentence.end)[:1]:
        between = spots.text[sorry.end : felt.start]
        far = count_words(between) > FEELING_REACH or STOP.search(between)
        if far or spots.has("owned", sorry.start, felt.start):
            return None
        helped = _acts(spots) or bool(spots.all("contact"))
        heard = spots.has("hearing", sorry.end, felt.start + 1)
        if felt.weight >= STRONG and not (heard and helped):
            return Move(sorry.start, felt.end, "feelings")
        if felt.weight < STRONG and not helped:
            return Move(sorry.start, felt.end, "feelings")
    return None


def _taken_back(spots: Spots, sorry: Match, sentence: Span) -> Move | None:
    """“Sorry, but everyone else was pleased”: what follows the contrast excuses the speaker."""
    places = list(spots.within("opposition", sorry.end, sentence.end)[:1])
    number = spots.sentence(sorry.start) + 1
    if number < len(spots.sentences):
        following = spots.sentences[number]
        first = spots.within("opposition", following.start, following.end)[:1]
        places += [match for match in first if match.start == following.start]
    for contrast in places:
        end = spots.sentences[spots.sentence(contrast.start)].end
        reach = spots.around(
            contrast.start, contrast.end, 0, EXCUSE_REACH, Span(contrast.start, end)
        )
        for excuse in spots.within("excuses", contrast.end, reach.end)[:1]:
            return Move(sorry.start, excuse.end, "taken-back")
    return None


def _inconvenience(spots: Spots, sorry: Match, sentence: Span) -> Move | None:
    """Nothing but « désolés de la gêne occasionnée »: neither the fault nor what is done."""
    if sorry.weight < CLEAR or _acts(spots) or spots.all("contact"):
        return None
    for trouble in spots.within("inconvenience", sorry.end, sentence.end)[:1]:
        told = spots.text[sentence.start : sorry.start] + spots.text[trouble.end : sentence.end]
        named = count_words(told) > FAULT_REACH + _polite(spots, sentence)
        rest = spots.text[: sentence.start] + " " + spots.text[sentence.end :]
        more = count_words(rest) - _polite(spots, Span(0, len(spots.text)))
        if not named and more <= NOTHING_ELSE:
            return Move(sorry.start, trouble.end, "inconvenience")
    return None


def _polite(spots: Spots, within: Span) -> int:
    """The number of words of courtesy, which tell nothing."""
    found = spots.within("courtesies", *within)
    return sum(count_words(spots.text[match.start : match.end]) for match in found)


NON_APOLOGY = Check(prepare, args=())
