"""Where a text says that something is not public, and tells it all the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from socialint.checks.clauses import count_words
from socialint.checks.confidential.evidence import Evidence, Row, content, days
from socialint.checks.moves.grammar import GRAMMAR
from socialint.checks.spots import Spots
from socialint.lazy import regex
from socialint.text import Span

# After “not public yet, but”: a name or a day is what the sentence lets out.  The least weights.
TURNED = {"unofficial": 2, "forbidden": 2, "hush": 2, "source": 2, "breach": 2}
TURN_REACH = 70  # code points from the one to the “but” or the colon
TOLD = ("breach", "source")  # the author tells, or was told, what was not to be told
LEAST_WORDS = 3
SHORT = 35  # code points before a hush that is a sentence of its own
_COLON = regex(r"[^.!?…\n:]{0,45}:(?!//)")
_COMMA = regex(r"[^.!?…\n:,]{0,45}[:,](?!//)")
_CLOSES = regex(r"[^.!?…\n:]{0,30}(?:[.!?…]|\Z|\n)")
_NAME = regex(r"(?<=[^\W_] )(?!I\b)[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,}")


def turns(spots: Spots, said: list[Evidence]) -> Iterator[Evidence]:
    """Where the author says it is not public and tells it all the same: the turn, and its news.

    The news comes after a “but” or a colon, or before a closing “keep it to yourself”.
    """
    kinds = {item.kind for item in said}
    facts = cache(partial(_facts, spots))
    for item in said:
        if item.weight < TURNED.get(item.kind, item.weight + 1):
            continue
        sentence = spots.sentences[spots.sentence(item.start)]
        for sign, told, sure in _links(spots, item, sentence):
            news = list(_news(spots, facts, told, sure=sure and item.kind != "hush"))
            if not news and sure and (item.kind == "forbidden") and _is_hint(spots, item, kinds):
                news = list(_anything(spots, told))
            if news:
                yield Evidence(*sign, "turn", 1)
                yield from news


def _links(spots: Spots, item: Evidence, sentence: Span) -> Iterator[tuple[Span, Span, bool]]:
    """What ties the news to the words before or after it, where it stands, and whether surely."""
    most = min(item.end + TURN_REACH, sentence.end)
    turns = spots.within("saying" if item.kind == "source" else "turn", item.end, most)
    for turn in turns[:1]:
        yield Span(turn.start, turn.end), Span(turn.end, sentence.end), True
    colon = (_COMMA if item.kind == "source" else _COLON).match(spots.text, item.end, most)
    if colon:
        yield Span(colon.end() - 1, colon.end()), Span(colon.end(), sentence.end), True
    if item.kind != "breach" and _CLOSES.match(spots.text, item.end):
        number = spots.sentence(item.start)
        first = number - 1 if number and item.start - sentence.start < SHORT else number
        told = Span(spots.sentences[first].start, item.start)
        yield Span(item.start, item.start), told, False


def _facts(spots: Spots) -> Row:
    """Figures, days and futures."""
    later = (Evidence(*verb, "object", 1) for verb in GRAMMAR["@future"](spots.view))
    return Row.of((*content(spots), *days(spots), *later))


def _news(spots: Spots, facts: Callable[[], Row], told: Span, *, sure: bool) -> Iterator[Evidence]:
    """Changes of a business; names, figures, days and futures where one was surely not to tell."""
    for kind in ("change", "object"):
        for match in spots.within(kind, *told):
            yield Evidence(match.start, match.end, "object", match.weight)
    if not sure:
        return
    for name in _NAME.finditer(spots.text, *told):
        yield Evidence(*name.span(), "object", 1)
    yield from facts().within(told)


def _is_hint(spots: Spots, item: Evidence, kinds: set[str]) -> bool:
    """Whether what follows can only be about the secret: “can't name it, but it is purple”."""
    return not kinds.isdisjoint(TOLD) or spots.has("reveal", item.start, item.end)


def _anything(spots: Spots, told: Span) -> Iterator[Evidence]:
    """What follows the words that forbid it is the secret, whatever it is about."""
    words = spots.text[told.start : told.end]
    if count_words(words) >= LEAST_WORDS:
        yield Evidence(told.start + len(words) - len(words.lstrip()), told.end, "object", 1)
