"""A text as moves see it: its word classes, its grammar, its clauses."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from socialint.checks.check import Words
from socialint.checks.clauses import clipped
from socialint.checks.moves.grammar import by_name
from socialint.checks.moves.move import Where
from socialint.checks.moves.slot import BOTH
from socialint.checks.spots import Spots
from socialint.layers.phrases import FOUND, PHRASES
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span, meets

_BREAK = regex(r"[,;:…](?=\s|$)|[()—–]|\s-\s")


class Board(Spots):
    """The places of classes, lists, patterns and grammar in a view; `message` is what it answers.

    Places in quotations, code and hashtags are left out.
    """

    def __init__(self, view: View, words: Words, message: View | None = None) -> None:
        super().__init__(view, words)
        self._places: dict[str, Sequence[Span]] = {}
        self._starts: dict[str, Sequence[int]] = {}
        self.message = message

    def places(self, name: str) -> Sequence[Span]:
        """Where `name` stands in the text, in order."""
        if name not in self._places:
            first, *others = name.split(BOTH)
            found = [span for span in self._found_by(first) if not self.is_apart(*span)]
            for other in others:
                found = _meeting(found, self.places(other)) if found else found
            self._places[name] = found
        return self._places[name]

    def _found_by(self, name: str) -> Sequence[Span]:
        found = by_name(name, self.view, self._words)
        return (
            [Span(match.start, match.end) for match in self.all(name)] if found is None else found
        )

    def starts(self, key: str) -> Sequence[int]:
        """Where the entries of a word list begin, before any guard: no place is elsewhere."""
        if key not in self._starts:
            found = self.view.layer(FOUND)[key] if key in self._lists else ()
            self._starts[key] = [item.match.start for item in found]
        return self._starts[key]

    def sure_starts(self, key: str) -> Sequence[int]:
        """Where those begin that no guard silences."""
        found = self.view.layer(PHRASES)[key] if key in self._lists else ()
        return [match.start for match in found]

    def between(self, names: Sequence[str], within: Span) -> list[Span]:
        """Where any of `names` stands wholly within a stretch, in order."""
        found = [
            span
            for name in names
            for span in self.places(name)
            if within.start <= span.start and span.end <= within.end
        ]
        return sorted(found) if len(names) > 1 else found

    def holds(self, where: Where, names: Sequence[str], span: Span) -> bool:
        """Whether any of `names` is there, seen from a move at `span`."""
        if where != "message":
            return bool(self.between(names, self.where(where, span)))
        if self.message is None:
            return False
        heard = self._heard
        return any(heard.places(name) for name in names)

    def where(self, where: str, span: Span) -> Span:
        """The clause or sentence around `span`, what comes before or after it there, or all."""
        if where == "draft":
            return Span(0, len(self.text))
        if where == "clause":
            return self._around(self.clauses, span)
        whole = self._around(self.sentences, span)
        if where == "before":
            return Span(whole.start, span.start)
        return Span(span.end, whole.end) if where == "after" else whole

    def units(self, within: Where) -> Sequence[Span]:
        """The stretches that a move must keep within."""
        if within == "draft":
            return [Span(0, len(self.text))]
        return self.clauses if within == "clause" else self._clipped

    @cached_property
    def _clipped(self) -> Sequence[Span]:
        return [clipped(sentence) for sentence in self.sentences]

    @cached_property
    def clauses(self) -> Sequence[Span]:
        """The sentences cut at commas, colons, dashes, brackets and before contrasting words."""
        found = []
        for sentence in self.sentences:
            cuts = {stop.end() for stop in _BREAK.finditer(self.text, *sentence)}
            cuts |= {cue.start for cue in self.within("guards/contrast", *sentence)}
            edges = [sentence.start, *sorted(cuts - {*sentence}), sentence.end]
            found += [clipped(Span(*edge)) for edge in pairwise(edges)]
        return found

    @cached_property
    def _heard(self) -> Board:
        assert self.message  # noqa: S101  asked only where there is one
        return Board(self.message, self._words)

    def _around(self, stretches: Sequence[Span], span: Span) -> Span:
        at = max(bisect_right(stretches, span.start, key=lambda found: found.start) - 1, 0)
        found = stretches[at]
        return Span(min(found.start, span.start), max(found.end, span.end))


def _meeting(places: Sequence[Span], others: Sequence[Span]) -> list[Span]:
    """The places that share a character with one of the others."""
    return [place for place in places if meets(place, others)]
