"""All word lists of all rules: their matches by list, made when a list is asked for."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from socialint.layers.candidates import CANDIDATES, LISTS, NEUTRAL, Candidate
from socialint.layers.fold import fold_words
from socialint.layers.lexicon import Lexicon
from socialint.layers.notation import REST, Trait
from socialint.layers.standing import standing
from socialint.layers.view import Layer, View
from socialint.lazy import Made
from socialint.named import NamedTuple

__all__ = ["FOUND", "NEUTRAL", "PHRASES", "Found", "Match", "find", "found", "longest", "stands"]

OBJECT_REACH = 25  # characters


class Match(NamedTuple):
    """An entry of a word list where it stands in the text; `note` is its author's."""

    start: int
    end: int
    list: str
    entry: int
    weight: int
    lang: str
    note: str = ""


class Found(NamedTuple):
    """A match before any guard, with what its lexicon says of it."""

    match: Match
    trait: Trait
    lexicon: Lexicon


def found(view: View) -> Mapping[str, tuple[Found, ...]]:
    """Matches by list, in text order, before any guard.

    Of those that overlap in one list, the longest, then the weightiest.
    """
    names, candidates = view.layer(LISTS), view.layer(CANDIDATES)

    def make(name: str) -> tuple[Found, ...]:
        every = _found(candidates[name], view)
        if len(every) < 2:
            return tuple(every)
        made = {item.match: item for item in every}
        return tuple([made[match] for match in longest(made)])

    return Made(names, make)


FOUND: Layer[Mapping[str, tuple[Found, ...]]] = Layer("found", found)


def find(view: View) -> Mapping[str, tuple[Match, ...]]:
    """Matches by list, in text order, guards applied."""
    names, before = view.layer(LISTS), view.layer(FOUND)

    def make(name: str) -> tuple[Match, ...]:
        return tuple([item.match for item in before[name] if stands(item, view)])

    return Made(names, make)


PHRASES: Layer[Mapping[str, tuple[Match, ...]]] = Layer("phrases", find)


def _found(candidates: Iterable[Candidate], view: View) -> list[Found]:
    return [
        Found(Match(start, end, trait.list, entry, trait.weight, lang, trait.note), trait, lexicon)
        for (_, _, entry, _, trait, lexicon, lang), start, end in standing(candidates, view)
    ]


def longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """In text order, those of `matches` that no longer (then weightier) one overlaps."""
    every = list(matches)
    ordered = sorted(every)
    if all(one.end <= other.start for one, other in pairwise(ordered)):
        return tuple(ordered)
    accepted: list[Match] = []
    for match in sorted(every, key=_rank):
        at = bisect_left(accepted, match.start, key=lambda other: other.end - 1)
        if at == len(accepted) or accepted[at].start >= match.end:
            insort(accepted, match)
    return tuple(accepted)


def _rank(match: Match) -> tuple[int, int, int, int]:
    return (match.start - match.end, -match.weight, match.start, match.entry)


def stands(item: Found, view: View) -> bool:
    """Whether no guard silences the match."""
    match, trait, lexicon = item
    for name in trait.guards:
        if lexicon.guards[name](view, match):
            return False
    return not (trait.object and _has_object(item, view))


def _has_object(item: Found, view: View) -> bool:
    end = item.match.end
    after = fold_words(view.text[end : end + OBJECT_REACH]).tokens
    return any(
        _begins(after[at:], words) for words in item.trait.object for at in range(len(after))
    )


def _begins(tokens: Sequence[str], words: Sequence[str]) -> bool:
    return len(tokens) >= len(words) and all(
        token.startswith(word[:-1]) if word.endswith(REST) else token == word
        for token, word in zip(tokens, words, strict=False)
    )
