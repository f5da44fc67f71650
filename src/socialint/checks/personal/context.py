"""What stands around a datum: the sentence, its cue words, the persons it names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from socialint.checks.check import Words
from socialint.layers.personal import PERSONAL
from socialint.layers.phrases import Match
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

_NAME = r"[A-ZÀ-ÖØ-Þ][^\W\d_]*(?:[’'-][^\W\d_]+)*"
_PARTICLES = (
    r"(?:(?:de|du|des|la|le|van|von|der|den|di|da|el|al|ben|O’|O')[ \u00a0]){0,2}(?:[dDlL][’'])?"
)
_SURNAME = regex(rf"[ \u00a0](?:[A-Z]\.[ \u00a0])?(?:[A-Z]\.(?=\W|\Z)|{_PARTICLES}(?:{_NAME}))")
_TITLED = regex(rf"\.?[ \u00a0](?:[A-Z]\.[ \u00a0])?{_PARTICLES}(?:{_NAME})(?:[ \u00a0]{_NAME})?")
MOST = 4  # many words of one kind say little more than two


class Person(NamedTuple):
    """A person named in the text; `full` with a surname, its initial, or a title."""

    start: int
    end: int
    full: bool


@dataclass(frozen=True)
class Context:
    """A view with the rule's words, looked up when first needed."""

    view: View
    words: Words
    reply: bool

    def sentence(self, at: int) -> Span:
        """The sentence that holds offset `at`."""
        for sentence in self.view.layer(SENTENCES):
            if sentence.start <= at < sentence.end:
                return Span(*sentence)
        return Span(0, len(self.view.text))

    def weight(self, name: str, span: Span) -> int:
        """What the entries of the list in the span weigh together, each counted once."""
        entries = {(match.lang, match.entry): match.weight for match in self.within(name, span)}
        return min(sum(entries.values()), MOST)

    def within(self, name: str, span: Span) -> Iterator[Match]:
        """The entries of the list that stand in the span."""
        for match in self.words.matches(self.view, name):
            if span.start <= match.start and match.end <= span.end:
                yield match

    @cached_property
    def persons(self) -> tuple[Person, ...]:
        """Persons named, in text order; names inside a datum (rue Jean Moulin) are none."""
        data = self.view.layer(PERSONAL)
        found = sorted({*self._titled(), *self._given()})
        return tuple(
            person
            for person in found
            if not any(datum.start < person.end and person.start < datum.end for datum in data)
        )

    def persons_in(self, span: Span) -> list[Person]:
        """Those who are named in the span."""
        return [one for one in self.persons if span.start <= one.start and one.end <= span.end]

    def persons_about(self, span: Span) -> list[Person]:
        """Those named in the span, or in the sentence before that a pronoun in it takes up."""
        found = self.persons_in(span)
        if found or not span.start or not self.weight("pronouns", span):
            return found
        return self.persons_in(self.sentence(span.start - 1))

    def _titled(self) -> Iterator[Person]:
        for match in self.words.matches(self.view, "titles"):
            name = _TITLED.match(self.view.text, match.end)
            if name and self.view.text[match.start].isupper():
                yield Person(match.start, name.end(), full=True)

    def _given(self) -> Iterator[Person]:
        text = self.view.text
        for match in self.words.matches(self.view, "given-name"):
            if text[match.start].isupper():
                surname = _SURNAME.match(text, match.end)
                end = surname.end() if surname else match.end
                yield Person(match.start, end, full=bool(surname))
