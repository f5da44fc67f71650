"""Praise of a firm by one of its own, who plays the tie down or keeps it back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.disclosure.law import law, variant
from socialint.checks.disclosure.moves import Sign
from socialint.checks.disclosure.reading import PARAMS, is_exempt, is_told, named
from socialint.checks.disclosure.signs import CLASSES, SIGNS, Signs
from socialint.checks.platforms import written
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.language import main_language
from socialint.layers.phrases import Match
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

# A tie told in brackets is told in passing.
BRACKETED = regex(r"\w.{10,}\([^()]*$", re.DOTALL)
DECLARED = 3  # the weight of words that declare a tie wherever they stand
ROLES = ("employee", "executive", "agency")


def prepare(params: Params, words: Words) -> Detect:
    """A hit where the writer belongs to the firm praised, and plays it down or keeps it back."""
    least: int = params["least"]

    def detect(subject: Subject) -> Iterator[Hit]:
        if is_exempt(subject):
            return
        for segment, view in subject.views.items():
            signs = view.layer(SIGNS)
            if signs.ties and is_hidden(view, signs, least) and not is_told(subject, view, signs):
                yield _tie(subject, segment, view, signs)
                return
        yield from _declared_role(subject)

    return detect


def is_hidden(view: View, signs: Signs, least: int) -> bool:
    """Whether a tie told in the text is played down, or comes in passing."""
    aside = signs.praise and any(
        BRACKETED.search(view.text, 0, tie.start + 1) for tie in signs.ties
    )
    beside = bool(signs.hush) + bool(signs.feigned) + (aside or _is_late(view, signs))
    weight = max(sign.weight for sign in signs.ties) + beside + signs.praise
    return beside > 0 and weight >= least


def _is_late(view: View, signs: Signs) -> bool:
    """Whether the reader is sent to the firm and told of the tie then or later, in passing."""
    if not signs.push:
        return False
    spots = Spots(view, CLASSES)
    return all(_comes_after(spots, tie, signs.push[0]) for tie in signs.ties)


def _comes_after(spots: Spots, tie: Sign, push: Match) -> bool:
    number = spots.sentence(tie.start)
    told = spots.within("ad-plain", *spots.sentences[number])
    here = bool(spots.within("ad-push", *spots.sentences[number]))
    after = here or push.end <= tie.start
    return after and not any(match.weight >= DECLARED for match in told)


def _tie(subject: Subject, segment: Segment, view: View, signs: Signs) -> Hit:
    tie = signs.ties[0]
    clues = tuple(
        Clue(segment, Span(m.start, m.end), note)
        for note, matches in (("feigned", signs.feigned), ("hush", signs.hush))
        for m in matches[:1]
    )
    args = {"law": law(subject, "affiliation", main_language(view))}
    return Hit(segment, Span(tie.start, tie.end), variant(subject, "hidden"), args, clues)


def _declared_role(subject: Subject) -> Iterator[Hit]:
    """A hit where the fields say that an employee writes, and the text praises the brand."""
    if written(subject, "author_role") not in ROLES:
        return
    name = subject.profile.name
    for segment, view in subject.views.items():
        spots = Spots(view, CLASSES)
        span = named(view.text, [name] if name else [])
        if span and spots.all("ad-praise") and not _says_tie(spots):
            args = {"law": law(subject, "affiliation", main_language(view))}
            yield Hit(segment, span, variant(subject), args)
            return


def _says_tie(spots: Spots) -> bool:
    return any(spots.all(name) for name in ("ad-plain", "ad-job"))


AFFILIATION = Check(prepare, PARAMS, args=("law",))
