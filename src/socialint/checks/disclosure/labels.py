"""Words that say it is advertising: whether a reader sees them, and understands them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from socialint.checks.disclosure.ceilings import may_label
from socialint.checks.disclosure.signs import CLASSES
from socialint.checks.spots import Spots
from socialint.guards import GUARDS
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.phrases import Match
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

State = Literal["clear", "buried", "vague"]
ANYWHERE = 3  # the weight of a label that needs no place of its own
LEAST_ROW = 4  # hashtags in a row among which one is lost
SHORT = 30  # code points: a first sentence this short is a greeting, the next counts with it
_BEFORE = regex(r"(?:^|[\n(\[|•·])[^\w\n#@]*#?$")
_AFTER = regex(r"\s*(?:$|[\n:.,|)\]•·!–—-])")
ENGLISH = "english"  # the note of tags that French readers may not know
SALE = "sale"  # the note of tags that a shop puts to its own wares and reductions
# The ends of a tag that begins with a brand's name: #AcmePartner.
VAGUE_ENDS = ("partner", "ambassador", "ambassadeur", "ambassadrice", "partenaire")


class Label(NamedTuple):
    """A label where it stands.

    `foreign`: readers of the text's language may not know it; `sale`: it may be a shop's own
    reduction.
    """

    start: int
    end: int
    state: State
    weight: int = 3
    foreign: bool = False
    sale: bool = False


def read(view: View) -> tuple[Label, ...]:
    """The labels in a text, in order."""
    if not may_label(view):
        return ()
    spots = Spots(view, CLASSES)
    tags = [entity for entity in view.layer(ENTITIES) if entity.kind == "hashtag"]
    words = (m for m in spots.all("ad-label") if _is_label(view.text, m))
    plain = (Label(m.start, m.end, "clear") for m in words)
    return tuple(sorted([*plain, *_tags(spots, tags)]))


LABELS: Layer[tuple[Label, ...]] = Layer("ad-labels", read)


def is_plain(view: View, hidden: tuple[Match, ...], least: int = 1) -> bool:
    """Whether the text begins by telling the deal or the tie outright, and hides nothing there.

    `least` is the weight of words from which that is told: "offered" is no label beside praise.
    """
    spots = Spots(view, CLASSES)
    if not spots.all("ad-plain") or not spots.sentences:
        return False
    end = spots.sentences[0].end
    if end <= SHORT and len(spots.sentences) > 1:
        end = spots.sentences[1].end
    if any(match.start < end for match in hidden):
        return False
    bracket = view.text.find("(", 1)
    told = spots.within("ad-plain", 0, min(end, bracket if bracket > 0 else end))
    return any(
        match.weight >= least
        and view.text[match.start - 1 : match.start] != "#"
        and not _is_asked(view.text, match)
        and not GUARDS["negation"](view, match)
        for match in told
    )


def _is_asked(text: str, match: Match) -> bool:
    return text[match.end : match.end + 2].strip().startswith("?")


def _is_label(text: str, match: Match) -> bool:
    if _is_asked(text, match):
        return False
    if match.weight >= ANYWHERE:
        return True
    if text[match.start - 1 : match.start] == "#" or not _BEFORE.search(text, 0, match.start):
        return False
    return " " in _words(text, match) or bool(_AFTER.match(text, match.end))


def _words(text: str, match: Match) -> str:
    return re.sub(r"\s", " ", text[match.start : match.end])


def _tags(spots: Spots, tags: list[Entity]) -> Iterator[Label]:
    rows = list(_rows(spots.text, tags))
    for match in spots.all("ad-tag"):
        if match.weight < ANYWHERE:
            sale = match.note == SALE
            yield Label(match.start, match.end, "vague", match.weight, sale=sale)
            continue
        row = next((row for row in rows if row.start <= match.start < row.end), match)
        lost = len(re.findall("[#＃]", spots.text[row.start : row.end])) >= LEAST_ROW
        lost = lost and match.start > row.start
        foreign = match.note == ENGLISH and spots.view.declared == "fr"
        yield Label(match.start, match.end, "buried" if lost else "clear", foreign=foreign)
    for tag in tags:
        if tag.norm.endswith(VAGUE_ENDS) and tag.norm not in VAGUE_ENDS:
            yield Label(tag.start, tag.end, "vague", 2)


def _rows(text: str, tags: list[Entity]) -> Iterator[Span]:
    """Hashtags that follow one another with nothing between."""
    start = end = None
    for tag in tags:
        if start is not None and end is not None and text[end : tag.start].strip():
            yield Span(start, end)
            start = None
        start = tag.start if start is None else start
        end = tag.end
    if start is not None and end is not None:
        yield Span(start, end)
