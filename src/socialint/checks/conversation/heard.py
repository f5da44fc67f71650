"""What a customer's message is: complaint, question, praise, insult or a dispute of facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from socialint.checks.clauses import count_words
from socialint.checks.conversation.classes import has_class, of_class
from socialint.layers.phrases import PHRASES
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple

Kind = Literal["complaint", "dispute", "insult", "praise", "question", "remark"]
About = Literal["fault", "safety", "service", ""]
LEAST_WORDS = 4  # fewer words than that tell no fault by themselves
CLEAR = 2  # times as much praise as trouble
BORNE = 1  # how much trouble a plain question may tell
OPENING = 2  # words before the one that asks: a name, a greeting
TROUBLE = ("troubled", "endangered")
_HANDLE = regex(r"@\w+")
ABOUT: Sequence[tuple[str, About]] = (("endangered", "safety"), ("served", "service"))


class Heard(NamedTuple):
    """What a message is, what a complaint is about, and how many words a remark has.

    Can't see: praise without a word of praise, irony, faults told as plain facts: those are
    remarks, and `complains` takes the longer ones for complaints.
    """

    kind: Kind
    about: About = ""
    words: int = 0

    @property
    def complains(self) -> bool:
        """Whether something is, or may be, held against the speaker."""
        if self.kind == "remark":
            return self.words >= LEAST_WORDS
        return self.kind in {"complaint", "dispute", "insult"}


def hear(view: View) -> Heard:
    """The kind of a message; of several, the gravest."""
    kind = _kind(view)
    if kind == "remark":
        return Heard(kind, words=count_words(view.text))
    if kind in {"praise", "question"}:
        return Heard(kind)
    return Heard(kind, next((told for words, told in ABOUT if has_class(view, words)), "fault"))


def _kind(view: View) -> Kind:
    if has_class(view, "insulting"):
        return "insult"
    if has_class(view, "disputing"):
        return "dispute"
    praise, asks = _weight(view, "praising"), _asked(view)
    asked = bool("?" in view.text or asks)
    if not praise and not asked:  # what trouble weighs is of no account
        return "complaint" if any(has_class(view, name) for name in TROUBLE) else "remark"
    trouble = sum(_weight(view, name) for name in TROUBLE)
    if praise > asks and praise >= CLEAR * trouble and not _turned(view):
        return "praise"
    if asked and trouble <= (BORNE if asks and "??" not in view.text else 0):
        return "question"
    return "complaint" if trouble else "remark"


def _turned(view: View) -> bool:
    """Whether praise is taken back ("love it, but"), or is the way to a question."""
    turns = view.layer(PHRASES).get("classes/opposition", ())
    return "?" in view.text or any(turn.start for turn in turns)


def _asked(view: View) -> int:
    """How many words ask: those that begin a sentence, and those in one with a question mark."""
    asks, text = 0, view.text
    for match in of_class(view, "asking"):
        sentences = view.layer(SENTENCES)
        whole = sentences[sentence_at(sentences, match.start)]
        begun = count_words(_HANDLE.sub("", text[whole.start : match.start])) <= OPENING
        asks += match.weight > 1 or begun or "?" in text[whole.start : whole.end]
    return asks


def _weight(view: View, name: str) -> int:
    return sum([match.weight for match in of_class(view, name)])


HEARD: Layer[Heard] = Layer("heard", hear)
