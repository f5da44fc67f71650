"""Guards that read the sentence around a match: negation, question, condition, who speaks.

Their words are in `guards/<name>/<lang>.yaml` of a pack; a language comes in with its files.
"""

from __future__ import annotations

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
    reach = clause(view, match)
    if _shortly_before(view, match, "negation", reach, NEGATION_REACH):
        return True
    after = cues(view, "negation-after", Span(match.end, reach.end))
    return any(not words_between(view, match.end, cue.start) for cue in after)


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
    return _preceded(view, match, "hypothetical", clause(view, match))


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
    if _preceded(view, match, "reporting", whole):
        return True
    return _shortly_before(view, match, "other-subject", whole, SUBJECT_REACH)


def _preceded(view: View, match: Match, name: str, within: Span) -> bool:
    return bool(cues(view, name, Span(within.start, match.start)))


def _shortly_before(view: View, match: Match, name: str, within: Span, reach: int) -> bool:
    """Whether such a cue stands before the match, at most `reach` words away."""
    before = cues(view, name, Span(within.start, match.start))
    return any(words_between(view, cue.end, match.start) <= reach for cue in before)
