"""What a move is."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from socialint.checks.moves.slot import Slot
from socialint.checks.moves.walks import Walks
from socialint.named import NamedTuple

Where = Literal["clause", "sentence", "before", "after", "draft", "message"]
START, END = ("^",), ("$",)
Form = tuple[Slot, ...]


class Context(NamedTuple):
    """Where to look, and names of which one must be there (or, in `unless`, none may)."""

    where: Where
    names: tuple[str, ...]


class Move(NamedTuple):
    """A move: any of its forms, within one clause, sentence or draft, in its context.

    `is_plain`: forms of one slot, wherever that is filled.  `kinds` are those of entities that
    alone fill such forms within a sentence.

    `asks_grammar`: a slot of it wants more than words; `is_dear`: more than words, signs and
    entities.  `needs` are the word lists of each form, the slots that few lists can fill first,
    `around` those of its context, `heard` those of its context in the message, `literals` the words
    that its token patterns need, `walks` those of which it needs one.

    `worth` is what it weighs for the fault at most; `tallied` are the word lists whose entries are
    all its places, `barred` the kinds of entities that silence it wherever they stand.
    """

    name: str
    weight: float
    forms: tuple[Form, ...]
    within: Where
    most: int
    given: tuple[Context, ...]
    unless: tuple[Context, ...]
    asks_grammar: bool
    is_dear: bool
    is_plain: bool
    kinds: frozenset[str]
    needs: tuple[tuple[frozenset[str], ...], ...]
    around: tuple[frozenset[str], ...]
    heard: tuple[frozenset[str], ...]
    literals: tuple[tuple[frozenset[str], ...], ...]
    walks: Walks | None
    worth: float
    tallied: frozenset[str]
    barred: frozenset[str]

    def of_forms(self, numbers: Sequence[int]) -> Move:
        """The move with its forms of these numbers, the lists of which are there."""
        forms = tuple([self.forms[number] for number in numbers])
        literals = tuple([self.literals[number] for number in numbers])
        return self._replace(forms=forms, needs=((),) * len(numbers), literals=literals)

    def is_due(self, present: Collection[str]) -> bool:
        """Whether `present`, the word lists with a word in the text, can fill a form."""
        for form in self.needs:  # noqa: SIM110  no generator: each move of each rule asks
            if met(form, present):
                return True
        return False


def met(groups: Iterable[frozenset[str]], present: Collection[str]) -> bool:
    """Whether something of each group is there."""
    for group in groups:  # noqa: SIM110  no generator: each form of each move asks
        if group.isdisjoint(present):
            return False
    return True
