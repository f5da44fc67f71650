"""Guards that read the text around a match: quoted words, code, dates, alerts, instructions."""

from __future__ import annotations

import re

from socialint.guards.reach import cues, sentence
from socialint.layers.entities import ENTITIES
from socialint.layers.phrases import Match
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

DEADLINE_REACH = 60  # characters
_DAY = regex(r"(?:\d{4}|-)-\d\d-\d\d")  # ISO 8601, with a day
_NUMBERED = regex(r"^[^\S\n]*(?:\d{1,2}(?:[.)]|\ufe0f?\u20e3)|[①-⑳])[^\n]*", re.MULTILINE)


def quotation(view: View, match: Match) -> bool:
    """The match is in somebody else's words: within quotation marks, or in a block quote.

    Can't see: marks that are never closed, scare quotes around the brand's own slogan.
    """
    return view.layer(ZONES).covers(match.start, match.end, "quotation", "block-quote")


def code(view: View, match: Match) -> bool:
    """The match is in code, fenced or between backticks.

    Can't see: code pasted without any mark.
    """
    return view.layer(ZONES).covers(match.start, match.end, "code")


def hashtag(view: View, match: Match) -> bool:
    """The match is a hashtag or part of one.

    Can't see: words run together in a tag, which no entry finds in the first place.
    """
    return view.layer(ZONES).covers(match.start, match.end, "hashtag")


def deadline(view: View, match: Match) -> bool:
    """A real day or time stands within 60 characters of the match, in its sentence.

    Can't see: "ce soir", "tomorrow", "the end of the month", or whether the date is the deadline.
    """
    whole = sentence(view, match)
    near = Span(
        max(whole.start, match.start - DEADLINE_REACH), min(whole.end, match.end + DEADLINE_REACH)
    )
    return any(
        (entity.kind == "time" or (entity.kind == "date" and _DAY.fullmatch(entity.norm)))
        and near.start <= entity.start
        and entity.end <= near.end
        for entity in view.layer(ENTITIES)
    )


def safety(view: View, match: Match) -> bool:
    """The text warns of a danger: an alert, an emergency number, a recall, a missing person.

    Can't see: an alert without any word of `guards/safety`, or one in the draft's other texts.
    """
    return bool(cues(view, "safety", Span(0, len(view.text))))


def howto(view: View, match: Match) -> bool:
    """The match is in a step of an instruction.

    Steps are lines that begin with numbers, where there are two or more, and sentences that name
    one (`guards/steps`: "étape 2", "step by step").  Can't see: steps told in running text.
    """
    lines = [found.span() for found in _NUMBERED.finditer(view.text)]
    if len(lines) > 1 and any(start <= match.start < end for start, end in lines):
        return True
    return bool(cues(view, "steps", sentence(view, match)))
