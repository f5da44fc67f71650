"""Where words of a class stand: in the draft, a sentence, a clause, or beside a place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from operator import attrgetter

from socialint.checks.check import Words
from socialint.checks.held import HELD, bits_of
from socialint.layers.candidates import CANDIDATES, LISTS
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.notation import Trait
from socialint.layers.phrases import Match
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import Layer, View
from socialint.layers.zones import ZONES, ZoneKind, covered
from socialint.lazy import regex
from socialint.text import Span

APART: tuple[ZoneKind, ...] = (
    "quotation",
    "block-quote",
    "code",
    "comment",
    "hashtag",
    "legal",
)
SET_APART: Layer[Sequence[Sequence[Span]]] = Layer(
    "apart", lambda view: view.layer(ZONES).of(APART)
)
_BREAK = regex(r"[;:()\[\]!?…—\n]|\.(?!\w)| [–-] ")
_WORD = regex(r"[^\s,;:()\[\]!?…—.]+(?:[.,]\w+)*")


class Spots:
    """A view's word classes, looked up by place; each class is fetched once.

    It knows no grammar: a clause ends at a semicolon, colon, dash or bracket, not at a comma or a
    conjunction.
    """

    def __init__(self, view: View, words: Words) -> None:
        self.view = view
        self.text = view.text
        self._words = words
        self._lists = view.layer(LISTS)
        self._found: dict[str, tuple[Match, ...]] = {}
        self._cut: dict[Span, tuple[list[int], list[int]]] = {}
        self._listed: dict[str, Sequence[str]] = {}
        self._told: dict[tuple[str, int], bool] = {}

    def all(self, name: str) -> tuple[Match, ...]:
        """The matches of a list or class that weigh anything, in text order."""
        found = self._found.get(name)
        if found is None:
            is_there = self._words.key(name) in self._lists
            matches = self._words.matches(self.view, name) if is_there else ()
            found = self._found[name] = tuple([match for match in matches if match.weight])
        return found

    def may(self, *names: str) -> bool:
        """Whether each of these lists may have a match; cheap, for no match is made."""
        present, key = self._lists, self._words.key
        for name in names:  # noqa: SIM110  a generator costs more than the look
            if key(name) not in present:
                return False
        return True

    def those_of(self, names: Iterable[str]) -> list[str]:
        """Those of these lists that may have a match."""
        present, key = self._lists, self._words.key
        return [name for name in names if key(name) in present]

    def listed(self, scope: str, names: Iterable[str]) -> Sequence[str]:
        """Those of the lists of a scope that may have a match; asked once."""
        if scope not in self._listed:
            self._listed[scope] = self.those_of(names)
        return self._listed[scope]

    def held(self, name: str) -> int:
        """The sentences in which a list may have a match: bit n for sentence n; none is made."""
        key = self._words.key(name)
        return self.view.layer(HELD)[key] if key in self._lists else 0

    def held_by(self, name: str, tell: Callable[[Trait], bool]) -> int:
        """Those in which entries of a list may stand of which `tell` holds."""
        found = self.view.layer(CANDIDATES)[self._words.key(name)]
        return bits_of(self.view, [one.first for one in found if tell(one.trait)])

    def within(self, name: str, start: int, end: int) -> Sequence[Match]:
        """Those that lie inside text[start:end]."""
        found = self.all(name)
        first = bisect_left(found, start, key=_start)
        last = bisect_left(found, end, key=_start)
        return [match for match in found[first:last] if match.end <= end]

    def has(self, name: str, start: int, end: int) -> bool:
        """Whether any lies inside text[start:end]."""
        found = self._found.get(name)
        if found is None:
            found = self.all(name)
        if not found:
            return False
        at = bisect_left(found, start, key=_start)
        while at < len(found) and found[at].start < end:
            if found[at].end <= end:
                return True
            at += 1
        return False

    def last_start(self, name: str, place: int) -> int | None:
        """Where the entry begins that ends at `place`, or a space before; None if none does."""
        found = self.all(name)
        last = bisect_left(found, place, key=_start) - 1
        ends = last >= 0 and place - 1 <= found[last].end <= place
        return found[last].start if ends else None

    def once(self, name: str, number: int, tell: Callable[[Spots, Span], bool]) -> bool:
        """What `tell` says of a sentence, by its number; asked once."""
        key = (name, number)
        if key not in self._told:
            self._told[key] = tell(self, self.sentences[number])
        return self._told[key]

    def anywhere(self, name: str, tell: Callable[[Spots, Span], bool]) -> bool:
        """Whether `tell` holds of any sentence; asked once."""
        key = (name, -1)
        if key not in self._told:
            every = range(len(self.sentences))
            self._told[key] = any(self.once(name, number, tell) for number in every)
        return self._told[key]

    def is_apart(self, start: int, end: int) -> bool:
        """Whether text[start:end] is quoted, code, a hashtag or a legal line."""
        return covered(self.apart, start, end)

    @cached_property
    def apart(self) -> Sequence[Sequence[Span]]:
        """What is quoted, code, a hashtag or a legal line, kind by kind."""
        return self.view.layer(SET_APART)

    def next_end(self, name: str, place: int) -> int | None:
        """Where the entry ends that begins at `place`, or a space after it; None if none does."""
        found = self.all(name)
        first = bisect_left(found, place, key=_start)
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
        return sentence_at(self.sentences, place)

    def clause(self, start: int, end: int, sentence: Span) -> Span:
        """The clause around text[start:end], within its sentence."""
        before = bisect_right(self._breaks, start) - 1
        after = bisect_left(self._breaks, end)
        first = self._breaks[before] + 1 if before >= 0 else 0
        last = self._breaks[after] if after < len(self._breaks) else len(self.text)
        return Span(max(first, sentence.start), min(last, sentence.end))

    def is_parted(self, start: int, end: int) -> bool:
        """Whether a clause ends within text[start:end]; no clause is made for the answer."""
        # one sign more, for a full stop asks what follows
        return _BREAK.search(self.text, start, end + 1) is not None

    def around(self, start: int, end: int, before: int, after: int, limit: Span) -> Span:
        """text[start:end] with that many words on either side, within `limit`."""
        starts, ends = self._bounds(limit)
        if before:
            first = max(bisect_left(starts, start) - before, 0)
            start = min(start, starts[first]) if first < len(starts) else start
        if after:
            last = min(bisect_right(ends, end) + after, len(ends)) - 1
            end = max(end, ends[last]) if last >= 0 else end
        return Span(start, end)

    @cached_property
    def _breaks(self) -> list[int]:
        return [stop.end() - 1 for stop in _BREAK.finditer(self.text)]

    def _bounds(self, limit: Span) -> tuple[list[int], list[int]]:
        if limit not in self._cut:
            spans = [word.span() for word in _WORD.finditer(self.text, *limit)]
            self._cut[limit] = [start for start, _ in spans], [end for _, end in spans]
        return self._cut[limit]


_start = attrgetter("start")
