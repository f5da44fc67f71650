"""What a customer's message is: complaint, question, praise, insult or a dispute of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from socialint.checks.clauses import count_words
from socialint.checks.conversation.classes import of_class
from socialint.layers.view import Layer, View
from socialint.text import Span

Kind = Literal["complaint", "dispute", "insult", "praise", "question", "remark"]
About = Literal["fault", "safety", "service", ""]
LEAST_WORDS = 4  # fewer words than that tell no fault by themselves
ABOUT: Sequence[tuple[str, About]] = (("endangered", "safety"), ("served", "service"))


class Heard(NamedTuple):
    """What a message is, what a complaint is about, and the words that say so.

    Can't see: praise without a word of praise, irony, faults told as plain facts in few words.
    """

    kind: Kind
    about: About
    evidence: tuple[Span, ...]

    @property
    def complains(self) -> bool:
        """Whether something is held against the speaker."""
        return self.kind in {"complaint", "dispute", "insult"}


def hear(view: View) -> Heard:
    """The kind of a message; of several, the gravest."""
    insults = of_class(view, "insulting")
    if insults:
        return _heard("insult", view, "insulting")
    trouble, praise = of_class(view, "troubled"), of_class(view, "praising")
    if of_class(view, "disputing"):
        return _heard("dispute", view, "disputing")
    if praise and len(praise) >= len(trouble):
        return _heard("praise", view, "praising")
    if "?" in view.text and len(trouble) <= _doubts(view):
        return _heard("question", view, "asking")
    if trouble or (count_words(view.text) >= LEAST_WORDS and not of_class(view, "asking")):
        return _heard("complaint", view, "troubled")
    return _heard("question" if of_class(view, "asking") else "remark", view, "asking")


def _doubts(view: View) -> int:
    """How many words of trouble a real question may hold."""
    return 1 if of_class(view, "asking") and "??" not in view.text else 0


def _heard(kind: Kind, view: View, name: str) -> Heard:
    about: About = ""
    if kind in {"complaint", "dispute", "insult"}:
        about = next((told for words, told in ABOUT if of_class(view, words)), "fault")
    return Heard(kind, about, tuple(Span(m.start, m.end) for m in of_class(view, name)))


HEARD: Layer[Heard] = Layer("heard", hear)
