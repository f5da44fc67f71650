"""Guards that read the sentence around a match: negation, question, condition, who speaks.

Their words are in `guards/<name>/<lang>.yaml` of a pack; a language comes in with its files.
"""

from __future__ import annotations

from collections.abc import Iterator

from socialint.guards.reach import clause, cues, sentence, words_between
from socialint.layers.phrases import Match
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

NEGATION_REACH = 3  # words between the negation and what it denies
SUBJECT_REACH = 1  # "il ne le dit" aside, a subject stands next to its verb
_ASKS = regex(r"\?[!?\s]*[\W_]*$")


def negation(view: View, match: Match) -> bool:
    """The match is denied: "n'achetez pas", "sans", "loin de", "don't", "never", "no".

    A negation counts within the clause, at most three words before the match; a bare "pas" or
    "jamais" right after it.  Set phrases that only look negative ("n'attendez pas", "not only")
    are entries of weight 0.  Can't see: a denial in another clause or sentence, irony, a verb
    that denies by its sense ("I doubt"), double negation.
    """
    before = [*_shortly_before(view, match, "negation", 0, NEGATION_REACH)]
    after = next(iter(cues(view, "negation-after", Span(match.end, len(view.text)))), None)
    if after and words_between(view, match.end, after.start):
        after = None
    if not before and not after:
        return False  # to find the clause takes longer
    reach = clause(view, match)
    return any(cue.start >= reach.start for cue in before) or bool(after and after.end <= reach.end)


def question(view: View, match: Match) -> bool:
    """The match stands in a question: its sentence ends in "?", or begins as questions do.

    Can't see: whether the question is rhetorical, or which half of a long sentence asks.
    """
    whole = sentence(view, match)
    if _ASKS.search(view.text, whole.start, whole.end):
        return True
    first = clause(view, match).start
    return any(
        not words_between(view, first, cue.start)
        for cue in cues(view, "question", Span(first, max(match.start, match.end)))
    )


def hypothetical(view: View, match: Match) -> bool:
    """The match is supposed, not said: "si", "au cas où", "if", "unless" before it in its clause.

    Can't see: conditional moods ("nous serions"), a condition after the match, or that a main
    clause depends on the condition before its comma.
    """
    supposed = cues(view, "hypothetical", Span(0, match.start))
    return bool(supposed) and supposed[-1].start >= clause(view, match).start


def definition(view: View, match: Match) -> bool:
    """The sentence explains a word: "on appelle", "signifie", "le terme", "means", "the word".

    Can't see: an explanation without any of these words, or one in the sentence before.
    """
    return bool(cues(view, "definition", sentence(view, match)))


def third_person(view: View, match: Match) -> bool:
    """Somebody else says or does it: "ils prétendent", "they say", "il profite", "who buys".

    A reporting verb with its subject counts anywhere before the match in its sentence, a bare
    pronoun right before it.  Can't see: a noun as subject ("le voleur profite"), a report that
    follows ("…, dit-il").
    """
    whole = sentence(view, match)
    if cues(view, "reporting", Span(whole.start, match.start)):
        return True
    return any(_shortly_before(view, match, "other-subject", whole.start, SUBJECT_REACH))


def _shortly_before(view: View, match: Match, name: str, first: int, reach: int) -> Iterator[Match]:
    """Such cues before the match, from `first` on, at most `reach` words away; the last first."""
    for cue in reversed(cues(view, name, Span(first, match.start))):
        if words_between(view, cue.end, match.start) > reach:
            return
        yield cue
