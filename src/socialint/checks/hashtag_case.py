"""Hashtags of several words in one case, which nobody can read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import posted, written
from socialint.draft import Segment
from socialint.finding import Change, Clue, Hit
from socialint.layers.compounds import may_be_several, split
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.fold import WORDS, fold
from socialint.layers.view import View
from socialint.text import Span

# Capitals alone may be an acronym: only a long run of them is surely words.
LEAST_CAPITALS = 12
NAMED = ("brand", "vocabulary", "accounts", "disclosure", "confidential")


def prepare(params: Params, words: Words) -> Detect:
    return detect


def detect(subject: Subject) -> Iterator[Hit]:
    """One hit a segment, on its first such tag."""
    for segment, view in posted(subject):
        if "#" not in segment.text:
            continue
        tags = [e for e in view.layer(ENTITIES) if e.kind == "hashtag" and _is_level(e.text[1:])]
        if tags:
            yield from _hits(subject, segment, view, tags)


def _is_level(name: str) -> bool:
    return name.islower() or (name.isupper() and len(name) >= LEAST_CAPITALS)


def _hits(subject: Subject, segment: Segment, view: View, tags: list[Entity]) -> Iterator[Hit]:
    declared = subject.draft.lang
    langs = (declared,) if declared in view.languages else view.languages
    found = list(_parted(view, tags, langs))
    if found:
        names = _names(subject)
        found = [(span, camel) for span, camel in found if fold(camel).text not in names]
    if found:
        (span, camel), *others = found
        changes = tuple(Change(segment, place, text, safe=True) for place, text in found)
        clues = tuple(Clue(segment, place, alone={"camel": text}) for place, text in others)
        tag = Span(span.start - 1, span.end)
        yield Hit(segment, tag, args={"camel": camel}, clues=clues, changes=changes)


def _parted(view: View, tags: list[Entity], langs: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """The tags that are several words, and how to write them; figures may end them."""
    names = [(tag, tag.text[1:].rstrip("0123456789")) for tag in tags]
    likely = [(tag, name) for tag, name in names if name.isalpha() and may_be_several(name, langs)]
    own = _own_words(view) if likely else []
    for tag, name in likely:
        words = split(name, langs, own)
        if words:
            camel = "".join(word[:1].upper() + word[1:].lower() for word in words)
            yield Span(tag.start + 1, tag.end), camel + tag.text[1 + len(name) :]


def _own_words(view: View) -> list[str]:
    """The folded words of the text, in order, but for those of its tags."""
    tokens = view.layer(WORDS).tokens
    return [word for sign, word in pairwise(("", *tokens)) if sign != "#" and word.isalnum()]


def _names(subject: Subject) -> frozenset[str]:
    """What the brand calls itself and its campaigns: such tags are written as it writes them."""
    named = [*_texts([subject.profile.get(part) for part in NAMED])]
    named += _texts([written(subject, "campaign"), written(subject, "mentions")])
    return frozenset("".join(filter(str.isalnum, fold(name).text)) for name in named)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts(item)


HASHTAG_CASE = Check(prepare, args=("camel",))
