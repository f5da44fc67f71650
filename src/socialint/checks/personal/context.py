"""What stands around a datum: the sentence, its cue words, the persons it names."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Words
from socialint.checks.persons import PERSONS, Person
from socialint.frozen import Frozen
from socialint.layers.phrases import Match
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import View
from socialint.text import Span

HEAD = 8  # code points: the pronoun that opens a sentence
MOST = 4  # many words of one kind say little more than two


class Context(Frozen):
    """A view with the rule's words, looked up when first needed."""

    view: View
    words: Words
    reply: bool
    message: str = ""

    def sentence(self, at: int) -> Span:
        """The sentence that holds offset `at`, or the last before it."""
        sentences = self.view.layer(SENTENCES)
        return sentences[sentence_at(sentences, at)] if sentences else Span(0, len(self.view.text))

    def weight(self, name: str, span: Span) -> int:
        """What the entries of the list in the span weigh together, each counted once."""
        entries = {(match.lang, match.entry): match.weight for match in self.within(name, span)}
        return min(sum(entries.values()), MOST)

    def within(self, name: str, span: Span) -> Iterator[Match]:
        """The entries of the list that stand in the span."""
        for match in self.words.matches(self.view, name):
            if span.start <= match.start and match.end <= span.end:
                yield match

    def persons_in(self, span: Span) -> list[Person]:
        """Those who are named in the span."""
        return [
            one
            for one in self.view.layer(PERSONS)
            if span.start <= one.start and one.end <= span.end
        ]

    def persons_about(self, span: Span) -> list[Person]:
        """Those named in the span, or in the sentence before that a pronoun in it takes up."""
        found = self.persons_in(span)
        if found or not span.start or not self.weight("pronouns", span):
            return found
        return self.persons_in(self.sentence(span.start - 1))

    def told_of(self, held: int) -> Iterator[tuple[Span, int]]:
        """Sentences, each with the next one where a pronoun takes up whom it is about, and as bits.

        Only those that are, or go on in, a sentence of `held` (bit n for sentence n).
        """
        sentences = self.view.layer(SENTENCES)
        for at, sentence in enumerate(sentences):
            bits = 1 << at
            if not held & (bits | bits << 1):
                continue
            after = sentences[at + 1] if at + 1 < len(sentences) else sentence
            head = Span(after.start, min(after.start + HEAD, after.end))
            goes_on = after is not sentence and self.weight("pronouns", head)
            if goes_on:
                yield Span(sentence.start, after.end), bits | bits << 1
            elif held & bits:
                yield sentence, bits
