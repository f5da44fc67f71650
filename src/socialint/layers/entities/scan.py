"""One pass over a text for all that stands in it by form; of two that overlap, the surer stays."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.layers.entities.dates import read_date
from socialint.layers.entities.emoji import find_emoji
from socialint.layers.entities.entity import Entity, EntityKind
from socialint.layers.entities.figures import read_figure, skip_word
from socialint.layers.entities.handles import (
    Handle,
    find_accounts,
    find_cashtags,
    find_emails,
    find_hashtags,
)
from socialint.layers.entities.page import Found, Gap, Page
from socialint.layers.entities.phones import read_phone
from socialint.layers.entities.times import find_noons, read_time
from socialint.layers.entities.urls import find_urls
from socialint.layers.fold import FOLDED, Folded, fold
from socialint.layers.view import Layer
from socialint.lazy import regex
from socialint.text import apart

_FIGURE = regex("[0-9]")
# The first that reads a figure has it: a date is surer than a time, a number is the last resort.
_READERS = (read_date, read_time, read_phone, read_figure)


def scan(text: str, lang: str | None = None, folded: Folded | None = None) -> tuple[Entity, ...]:
    """The entities of `text`, in order, none overlapping.

    `lang` settles what figures leave open ("1,234", "05/12"); without it the more frequent reading
    is taken, or none.  `folded` is the folding of `text`, if there is one already.
    """
    page = Page(text, folded or fold(text), lang)
    signs = list(apart(sorted(_signs(text), key=lambda entity: entity.start)))
    return tuple(sorted([*signs, *_figures(page, signs)], key=lambda entity: entity.start))


def _signs(text: str) -> Iterator[Entity]:
    for start, end in find_urls(text, wide=True):
        yield Entity("url", start, end, text[start:end])
    if "@" in text:
        for start, end in find_emails(text):
            yield Entity("email", start, end, text[start:end], text[start:end].lower())
    yield from _named("mention", text, find_accounts(text))
    yield from _named("hashtag", text, find_hashtags(text))
    yield from _named("cashtag", text, find_cashtags(text))
    for start, end in find_emoji(text):
        yield Entity("emoji", start, end, text[start:end])


def _named(kind: EntityKind, text: str, handles: Iterator[Handle]) -> Iterator[Entity]:
    for handle in handles:
        start, end = handle.start, handle.end
        yield Entity(kind, start, end, text[start:end], handle.name.lower())


def _figures(page: Page, signs: list[Entity]) -> Iterator[Entity]:
    folded = page.folded
    noons = list(find_noons(page))
    if not noons and not _FIGURE.search(folded.text):
        return
    floor = 0
    for sign in [*signs, None]:
        limit = folded.offset(sign.start) if sign else len(folded.text)
        for found in _between(page, floor, limit, noons):
            yield found.entity(page)
        floor = folded.offset(sign.end) if sign else limit


def _between(page: Page, floor: int, limit: int, noons: list[Found]) -> Iterator[Found]:
    yield from (noon for noon in noons if floor <= noon.start and noon.end <= limit)
    text = page.folded.text
    match = _FIGURE.search(text, floor, limit)
    while match:
        gap = Gap(floor, match.start(), limit)
        floor = min(skip_word(text, gap.place), limit)
        for read in _READERS:
            if found := read(page, gap):
                yield found
                floor = found.end
                break
        match = _FIGURE.search(text, floor, limit)


ENTITIES: Layer[tuple[Entity, ...]] = Layer(
    "entities", lambda view: scan(view.text, view.declared, view.layer(FOLDED))
)
