"""What a customer's message is: complaint, question, praise, insult or a dispute of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from socialint.checks.clauses import count_words
from socialint.checks.conversation.classes import of_class
from socialint.layers.phrases import PHRASES
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

Kind = Literal["complaint", "dispute", "insult", "praise", "question", "remark"]
About = Literal["fault", "safety", "service", ""]
LEAST_WORDS = 4  # fewer words than that tell no fault by themselves
CLEAR = 2  # times as much praise as trouble
BORNE = 1  # how much trouble a plain question may tell
OPENING = 2  # words before the one that asks: a name, a greeting
_HANDLE = regex(r"@\w+")
ABOUT: Sequence[tuple[str, About]] = (("endangered", "safety"), ("served", "service"))


class Heard(NamedTuple):
    """What a message is, what a complaint is about, and the words that say so.

    Can't see: praise without a word of praise, irony, faults told as plain facts: those are
    remarks, and `complains` takes the longer ones for complaints.
    """

    kind: Kind
    about: About
    evidence: tuple[Span, ...]
    words: int

    @property
    def complains(self) -> bool:
        """Whether something is, or may be, held against the speaker."""
        if self.kind == "remark":
            return self.words >= LEAST_WORDS
        return self.kind in {"complaint", "dispute", "insult"}


def hear(view: View) -> Heard:
    """The kind of a message; of several, the gravest."""
    if of_class(view, "insulting"):
        return _heard("insult", view, "insulting")
    if of_class(view, "disputing"):
        return _heard("dispute", view, "disputing")
    trouble, praise, asks = _weight(view, "troubled"), _weight(view, "praising"), _asked(view)
    trouble += _weight(view, "endangered")
    if praise > asks and praise >= CLEAR * trouble and not _turned(view):
        return _heard("praise", view, "praising")
    if ("?" in view.text or asks) and trouble <= (BORNE if asks and "??" not in view.text else 0):
        return _heard("question", view, "asking")
    return _heard("complaint" if trouble else "remark", view, "troubled")


def _turned(view: View) -> bool:
    """Whether praise is taken back ("love it, but"), or is the way to a question."""
    turns = view.layer(PHRASES).get("classes/opposition", ())
    return "?" in view.text or any(turn.start for turn in turns)


def _asked(view: View) -> int:
    """How many words ask: those that begin a sentence, and those in one with a question mark."""
    sentences, text = view.layer(SENTENCES), view.text
    asks = 0
    for match in of_class(view, "asking"):
        whole = sentences[sentence_at(sentences, match.start)]
        begun = count_words(_HANDLE.sub("", text[whole.start : match.start])) <= OPENING
        asks += match.weight > 1 or begun or "?" in text[whole.start : whole.end]
    return asks


def _weight(view: View, name: str) -> int:
    return sum(match.weight for match in of_class(view, name))


def _heard(kind: Kind, view: View, name: str) -> Heard:
    about: About = ""
    if kind in {"complaint", "dispute", "insult"}:
        about = next((told for words, told in ABOUT if of_class(view, words)), "fault")
    evidence = tuple(Span(match.start, match.end) for match in of_class(view, name))
    return Heard(kind, about, evidence, count_words(view.text))


HEARD: Layer[Heard] = Layer("heard", hear)
