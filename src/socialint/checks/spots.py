"""Where words of a class stand: in the draft, a sentence, a clause, or beside a place."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from itertools import islice

from socialint.checks.check import Words
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.phrases import Match
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.layers.zones import ZONES, ZoneKind
from socialint.text import Span

APART: tuple[ZoneKind, ...] = (
    "quotation",
    "block-quote",
    "code",
    "comment",
    "hashtag",
    "legal",
)
_BREAK = re.compile(r"[;:()\[\]!?…—\n]|\.(?!\w)| [–-] ")
_WORD = re.compile(r"[^\s,;:()\[\]!?…—.]+(?:[.,]\w+)*")


class Spots:
    """A view's word classes, looked up by place; each class is fetched once.

    It knows no grammar: a clause ends at a semicolon, colon, dash or bracket, not at a comma or a
    conjunction.
    """

    def __init__(self, view: View, words: Words) -> None:
        self.view = view
        self.text = view.text
        self._words = words
        self._found: dict[str, tuple[Match, ...]] = {}

    def all(self, name: str) -> tuple[Match, ...]:
        """The matches of a list or class, in text order."""
        if name not in self._found:
            self._found[name] = self._words.matches(self.view, name)
        return self._found[name]

    def within(self, name: str, start: int, end: int) -> Sequence[Match]:
        """Those that lie inside text[start:end]."""
        found = self.all(name)
        first = bisect_left(found, start, key=lambda match: match.start)
        last = bisect_left(found, end, key=lambda match: match.start)
        return [match for match in found[first:last] if match.end <= end]

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether any lies inside text[start:end]."""
        return bool(self.all(name)) and bool(self.within(name, start, end))

    def last_start(self, name: str, place: int) -> int | None:
        """Where the entry begins that ends at `place`, or a space before; None if none does."""
        found = self.all(name)
        last = bisect_left(found, place, key=lambda match: match.start) - 1
        ends = last >= 0 and place - 1 <= found[last].end <= place
        return found[last].start if ends else None

    def is_apart(self, start: int, end: int) -> bool:
        """Whether text[start:end] is quoted, code, a hashtag or a legal line."""
        return self.view.layer(ZONES).covers(start, end, *APART)

    def next_end(self, name: str, place: int) -> int | None:
        """Where the entry ends that begins at `place`, or a space after it; None if none does."""
        found = self.all(name)
        first = bisect_left(found, place, key=lambda match: match.start)
        begins = first < len(found) and found[first].start <= place + 1
        return found[first].end if begins else None

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """Links, figures and names by their form."""
        return self.view.layer(ENTITIES)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the text."""
        return self.view.layer(SENTENCES)

    def sentence(self, place: int) -> int:
        """The number of the sentence that holds `place`."""
        found = bisect_left(self.sentences, place + 1, key=lambda span: span.start) - 1
        return max(found, 0)

    def clause(self, start: int, end: int, sentence: Span) -> Span:
        """The clause around text[start:end], within its sentence."""
        first = sentence.start
        for stop in _BREAK.finditer(self.text, sentence.start, start):
            first = stop.end()
        stop_after = _BREAK.search(self.text, end, sentence.end)
        return Span(first, stop_after.start() if stop_after else sentence.end)

    def around(self, start: int, end: int, before: int, after: int, limit: Span) -> Span:
        """text[start:end] with that many words on either side, within `limit`."""
        left = [m.start() for m in _WORD.finditer(self.text, limit.start, start)][-before:]
        right = [m.end() for m in islice(_WORD.finditer(self.text, end, limit.end), after)]
        return Span(left[0] if before and left else start, right[-1] if right else end)
