"""Orders to the reader, and what a reader is told to write."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from socialint.checks.clauses import count_words
from socialint.checks.spots import Spots
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.phrases import Match, longest
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

# What readers react with, by its first character: faces, hearts, hands, and the few that
# platforms offer.  Arrows, pins and ticks are how posts are laid out.
REACTION = regex(
    "[❤♥♡💔💕💖💗💘💙💚💛💜🖤🤍🤎🧡🩷🩵🩶👍👎👏🙌🙏👊✊✋🖐🙋💪🤝🔥💯💡🎉😀-🙏🤐-🤯🥰-🥺🫶🫡🤍]"
)
# all of them, quick to look for: one range leads the search
PICTURE = regex("[\u2600-\U0001faff](?<=[\u2600-\u27bf\U0001f300-\U0001faff])")
CAPITALS = regex(r"(?<![\w@#])(?:[^\W\d_a-zß-öø-ÿ]{2,}|\d{1,2})(?![\w'’])")
REACH = 160  # characters that an ask and its company keep within
OPENER_REACH = 60  # characters
MOST_OPENERS = 6
WHOLE = 2  # weight in `openers`: what stands before it does not matter
LONGEST_KEYWORD = 28  # characters
POINTERS = frozenset("👇⬇👆☝⤵👉➡↓")


class Board(Spots):
    """The words of the rule in a view, by sentence, with its emoji and keywords."""

    @cached_property
    def emoji(self) -> tuple[Entity, ...]:
        """Emoji in the text, arrows and pointing hands left out."""
        if self.text.isascii():
            return ()
        found = (entity for entity in self.view.layer(ENTITIES) if entity.kind == "emoji")
        return tuple(entity for entity in found if entity.text[0] not in POINTERS)

    def asks(self, name: str, sentence: Span) -> list[Match]:
        """The entries of `name` in the sentence that stand where an order does."""
        return [
            match
            for match in self.within(name, *sentence)
            if match.weight and self.is_order(match.start, sentence)
        ]

    def either(self, name: str, other: str, sentence: Span) -> Sequence[Match]:
        """The entries of two lists in the sentence; of those that overlap, the longest."""
        return longest([*self.within(name, *sentence), *self.within(other, *sentence)])

    def is_order(self, start: int, sentence: Span) -> bool:
        """Whether a clause begins at `start`, apart from words that may open one."""
        for _ in range(MOST_OPENERS):
            floor = max(sentence.start, start - OPENER_REACH)
            before = self.text[floor:start].rstrip()
            if not before or not (before[-1].isalnum() or before[-1] in "'’"):
                return not self.is_apart(start, start + 1)
            end = floor + len(before)
            opener = self._openers.get(end)
            if opener is None or opener.start < sentence.start:
                return False
            if opener.weight >= WHOLE:
                return True
            start = opener.start
        return False

    @cached_property
    def _openers(self) -> dict[int, Match]:
        return {match.end: match for match in self.all("openers")}

    def after(self, name: str, start: int, sentence: Span, words: int) -> Match | None:
        """The first entry of `name` after at most `words` words from `start`."""
        for match in self.within(name, start, min(sentence.end, start + REACH))[:1]:
            if count_words(self.text[start : match.start]) <= words:
                return match
        return None

    def keyword(self, start: int, sentence: Span) -> Span | None:
        """What is to be written, from `start`: in quotes, in capitals, an emoji, a dictated word.

        Only words that may stand before it come between.
        """
        found = [span for span in self._keywords(start, sentence) if self.filled(start, span.start)]
        return min(found, default=None)

    def _keywords(self, start: int, sentence: Span) -> Iterator[Span]:
        end = min(sentence.end, start + 60)
        for zone in self.view.layer(ZONES).spans.get("quotation", ()):
            if start <= zone.start < end and zone.end - zone.start <= LONGEST_KEYWORD:
                yield zone
        if not self.text[sentence.start : sentence.end].isupper():
            yield from (Span(*found.span()) for found in CAPITALS.finditer(self.text, start, end))
        yield from (Span(e.start, e.end) for e in self.emoji if start <= e.start < end)
        yield from (Span(m.start, m.end) for m in self.within("dictated", start, end))

    def filled(self, start: int, end: int) -> bool:
        """Whether only words that lead up to a keyword stand in text[start:end]."""
        left = count_words(self.text[start:end])
        return not left or left == sum(
            count_words(self.text[match.start : match.end])
            for match in self.within("fillers", start, end)
        )
