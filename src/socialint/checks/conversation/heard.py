"""What a customer's message is: complaint, question, praise, insult or a dispute of facts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import Literal

from socialint.checks.clauses import count_words
from socialint.checks.conversation.classes import (
    count_entries,
    has_class,
    of_class,
    standing_in,
)
from socialint.layers.beforehand import TOPS
from socialint.layers.candidates import LISTS
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
INSULTING, DISPUTING = "classes/insulting", "classes/disputing"
PRAISING, ASKING = "classes/praising", "classes/asking"
TROUBLE = ("classes/troubled", "classes/endangered")
HELD = frozenset({"complaint", "dispute", "insult"})  # what is held against the speaker
_HANDLE = regex(r"@\w+")
ABOUT: Sequence[tuple[str, About]] = (("endangered", "safety"), ("served", "service"))


class Heard(NamedTuple):
    """What a message is, and how many words a remark has.

    Can't see: praise without a word of praise, irony, faults told as plain facts: those are
    remarks, and `complains` takes the longer ones for complaints.
    """

    kind: Kind
    words: int = 0

    @property
    def complains(self) -> bool:
        """Whether something is, or may be, held against the speaker."""
        if self.kind == "remark":
            return self.words >= LEAST_WORDS
        return self.kind in HELD


def hear(view: View) -> Heard:
    """The kind of a message; of several, the gravest."""
    kind = _kind(view)
    return Heard(kind, count_words(view.text) if kind == "remark" else 0)


def about(view: View) -> About:
    """What a message complains of; "" where it does not."""
    if view.layer(HEARD).kind not in HELD:
        return ""
    return next((told for words, told in ABOUT if has_class(view, words)), "fault")


def _kind(view: View) -> Kind:
    present = view.layer(LISTS)
    if INSULTING in present and any(standing_in(view, INSULTING)):
        return "insult"
    if DISPUTING in present and any(standing_in(view, DISPUTING)):
        return "dispute"
    return _questioned(view, present) if "?" in view.text else _stated(view, present)


def _questioned(view: View, present: AbstractSet[str]) -> Kind:
    """What a message with a question mark is: nobody praises so."""
    trouble = _trouble(view, present, BORNE)
    if not trouble:
        return "question"
    plain = trouble <= BORNE and "??" not in view.text and any(_asking(view))
    return "question" if plain else "complaint"


def _stated(view: View, present: AbstractSet[str]) -> Kind:
    asks = sum(_asking(view)) if ASKING in present else 0
    praise = _praise_at_most(view) if PRAISING in present else 0
    trouble = _trouble(view, present, max(BORNE if asks else 0, praise // CLEAR))
    if praise > asks and praise >= CLEAR * trouble:
        praise = sum([match.weight for match in of_class(view, "praising")])
        if praise > asks and praise >= CLEAR * trouble and not _turned(view):
            return "praise"
    if asks and trouble <= BORNE:
        return "question"
    return "complaint" if trouble else "remark"


def _praise_at_most(view: View) -> int:
    """What words of praise can weigh: no guard is asked."""
    count = count_entries(view, PRAISING)
    return count * view.layer(TOPS)[PRAISING]


def _turned(view: View) -> bool:
    """Whether praise is taken back: "love it, but"."""
    turns = view.layer(PHRASES).get("classes/opposition", ())
    return any(turn.start for turn in turns)


def _asking(view: View) -> Iterator[bool]:
    """For each word that asks whether it does: it begins a sentence, or a question mark ends it."""
    for match in standing_in(view, ASKING):
        sentences = view.layer(SENTENCES)
        start, end = sentences[sentence_at(sentences, match.start)]
        yield (
            match.weight > 1
            or "?" in view.text[start:end]
            or count_words(_HANDLE.sub("", view.text[start : match.start])) <= OPENING
        )


def _trouble(view: View, present: AbstractSet[str], enough: int) -> int:
    """What the words of trouble weigh, as far as more than `enough`."""
    weight = 0
    for name in TROUBLE:
        if name in present:
            for match in standing_in(view, name):
                weight += match.weight
                if weight > enough:
                    return weight
    return weight


HEARD: Layer[Heard] = Layer("heard", hear)
