"""Where a text says that something is not public, and tells it all the same."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.confidential.evidence import Evidence, content, days
from socialint.checks.spots import Spots
from socialint.lazy import regex
from socialint.text import Span

# After “not public yet, but”: a name or a day is what the sentence lets out.  The least weights.
TURNED = {"unofficial": 2, "forbidden": 2, "hush": 2, "source": 2, "breach": 2}
TURN_REACH = 70  # code points from the one to the “but” or the colon
SHORT = 20  # code points before a hush that is a sentence of its own
_COLON = regex(r"[^.!?…\n:]{0,45}:(?!//)")
_CLOSES = regex(r"[^.!?…\n:]{0,30}(?:[.!?…]|\Z|\n)")
_NAME = regex(r"(?<=[^\W_] )(?!I\b)[A-ZÀ-ÖØ-Þ][a-zà-öø-ÿ]{2,}")


def turns(spots: Spots, said: list[Evidence]) -> Iterator[Evidence]:
    """Where the author says it is not public and tells it all the same: the turn, and its news.

    The news comes after a “but” or a colon, or before a closing “keep it to yourself”.
    """
    for item in said:
        if item.weight < TURNED.get(item.kind, item.weight + 1):
            continue
        sentence = spots.sentences[spots.sentence(item.start)]
        for sign, told, sure in _links(spots, item, sentence):
            news = list(_news(spots, told, sure=sure and item.kind != "hush"))
            if news:
                yield Evidence(*sign, "turn", 1)
                yield from news


def _links(spots: Spots, item: Evidence, sentence: Span) -> Iterator[tuple[Span, Span, bool]]:
    """What ties the news to the words before or after it, where it stands, and whether surely."""
    most = min(item.end + TURN_REACH, sentence.end)
    turn = next(iter(spots.within("turn", item.end, most)), None)
    if turn:
        yield Span(turn.start, turn.end), Span(turn.end, sentence.end), True
    colon = _COLON.match(spots.text, item.end, most)
    if colon:
        yield Span(colon.end() - 1, colon.end()), Span(colon.end(), sentence.end), True
    if _CLOSES.match(spots.text, item.end):
        number = spots.sentence(item.start)
        first = number - 1 if number and item.start - sentence.start < SHORT else number
        told = Span(spots.sentences[first].start, item.start)
        yield Span(item.start, item.start), told, False


def _news(spots: Spots, told: Span, *, sure: bool) -> Iterator[Evidence]:
    """Changes of a business; and, where one was surely not to tell, names, figures and days."""
    for kind in ("change", "object"):
        for match in spots.within(kind, *told):
            yield Evidence(match.start, match.end, "object", match.weight)
    if not sure:
        return
    for name in _NAME.finditer(spots.text, *told):
        yield Evidence(*name.span(), "object", 1)
    for item in (*content(spots), *days(spots)):
        if told.start <= item.start and item.end <= told.end:
            yield item
