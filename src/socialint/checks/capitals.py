"""Words in capitals that raise the voice, and those that are read off a sign."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from socialint.checks.check import Words
from socialint.checks.spots import Spots
from socialint.layers.entities import ENTITIES
from socialint.layers.guess import tables
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.named import NamedTuple

WORD = regex(r"[^\W\d_]+")
# what may stand before comes second: the search skips from capital to capital
LOUD = regex(r"[^\W\d_a-zß-öø-ÿ](?<![^\W\d_].)[^\W\d_a-zß-öø-ÿ]*(?![^\W\d_])")
DRAWN_OUT = regex(r"(\w)\1{3}", re.IGNORECASE)
# A letter of cp1252 as A or a; what else there is goes.
_CP1252 = bytes(range(256)).decode("cp1252", "replace")
_CASES = "".join(["A" if sign.isupper() else "a" for sign in _CP1252]).encode()
_SIGNS = bytes(code for code, sign in enumerate(_CP1252) if not sign.isalpha())
_TWO = regex(r"[^\W\d_a-zß-öø-ÿ](?=[\W\d_]*[^\W\d_a-zß-öø-ÿ])")
NAMES = frozenset({"hashtag", "mention", "url", "cashtag", "email"})
READING = "reading"  # the list of words after which letters are copied: "the sign reads"
READ_REACH = 16  # characters: an article, a colon
READ_WORDS = 2
LONGEST = 24  # characters of such a word


class Cue(NamedTuple):
    """A sign that the text shouts; a weak one needs another of a different kind beside it."""

    start: int
    end: int
    kind: str
    strong: bool


def _has_two(text: str) -> bool:
    """Whether two capitals follow one another, in one word or with no letter between."""
    try:
        return b"AA" in text.encode("cp1252").translate(_CASES, _SIGNS)
    except UnicodeEncodeError:
        return _TWO.search(text) is not None


def capitals(view: View, acronyms: Collection[str]) -> Iterator[Cue]:
    text = view.text
    if not _has_two(text):
        return
    words = [word for word in LOUD.finditer(text) if word[0].isupper()]
    if sum(len(word[0]) for word in words) < 4:
        return
    names = [entity for entity in view.layer(ENTITIES) if entity.kind in NAMES]
    loud = [
        word
        for word in words
        if word[0] not in acronyms
        and not any(name.start <= word.start() < name.end for name in names)
    ]
    for run in _runs(text, loud):
        yield from _judge_run(text, run)


def _runs(text: str, words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Words in capitals that follow one another, with no other word or line between."""
    run = words[:1]
    for before, word in pairwise(words):
        between = text[before.end() : word.start()]
        if "\n" in between or ":" in between or WORD.search(between):
            yield run
            run = []
        run.append(word)
    yield run


def _judge_run(text: str, run: list[re.Match[str]]) -> Iterator[Cue]:
    if not run:
        return
    letters = sum(len(word[0]) for word in run)
    drawn_out = any(DRAWN_OUT.search(word[0]) for word in run)
    if not drawn_out and not (letters >= 9 and _is_speech(run)):
        return
    strong = drawn_out or (len(run) >= 3 and not _is_label(text, run))
    yield Cue(run[0].start(), run[-1].end(), "capitals", strong)


def _is_speech(run: list[re.Match[str]]) -> bool:
    """Whether the run is words rather than names and acronyms, as far as its shape tells."""
    little = tables().words
    small = sum(word[0].lower() in little and not _is_hyphenated(word) for word in run)
    long = sum(len(word[0]) >= 5 for word in run)
    return (small >= 1 and small + long >= 2) or (long >= 2 and long * 2 >= len(run))


def _is_hyphenated(word: re.Match[str]) -> bool:
    """Whether it is a part of a compound, as « DE » in “ELIXIR-DE”."""
    return (
        "-" in word.string[max(0, word.start() - 1) : word.start()] + word.string[word.end() :][:1]
    )


def _is_label(text: str, run: list[re.Match[str]]) -> bool:
    """Whether a few words stand before a colon or dash or in brackets, as a heading does."""
    return len(run) <= 4 and text[run[-1].end() :].lstrip()[:1] in {":", "–", "—", "|", "-", "]"}


def unread(view: View, words: Words, cues: Iterable[Cue]) -> Iterator[Cue]:
    """Without capitals that are read off a sign, a label, a screen."""
    for cue in cues:
        if cue.kind != "capitals" or not _is_read(Spots(view, words), cue.start):
            yield cue


def _is_read(spots: Spots, place: int) -> bool:
    found = spots.within(READING, max(place - LONGEST - READ_REACH, 0), place)
    between = spots.text[found[-1].end : place] if found else "\n"
    return len(between) <= READ_REACH and "\n" not in between and len(between.split()) <= READ_WORDS
