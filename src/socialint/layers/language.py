"""The language of each paragraph: as declared, else detected, with abstention."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import NamedTuple

from socialint.layers.view import Layer, View

DATA = Path(__file__).with_name("data")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LETTERS = r"[^\W\d_]+(?:'(?=[^\W\d_]))?"
# names of things, addresses and code say nothing of the language around them
NOISE = (
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|[@#＃＠]\w+|`[^`\n]*`"
    r"|\b[\w-]{2,40}\.(?:com|org|net|fr|ca|be|ch|io|eu|co|uk|app|gov|edu)\b(?:/\S*)?"
)
WORD = re.compile(LETTERS)
WORD_OR_NOISE = re.compile(f"{NOISE}|({LETTERS})")
NOISY = re.compile(r"[@#＃＠`/]|\.\w")
WORD_POINTS = 3
# one function word more than any other language: less is chance
MARGIN = 3
FOREIGN_MARGIN = 6
# five words: a line may name a thing in another language and stay in its own
CLEAR = 15


class Paragraph(NamedTuple):
    """A stretch of text in one language; `lang` is None where it is none of those expected."""

    start: int
    end: int
    lang: str | None


class Tables(NamedTuple):
    """What tells languages apart: who has a word, who has a spelling (`^`, `$`: word ends)."""

    languages: tuple[str, ...]
    words: dict[str, tuple[int, ...]]
    spelling: re.Pattern[str]
    spellings: dict[str, tuple[int, ...]]


def _forms(word: str) -> set[str]:
    """The word as written with and without accents: drafts drop them."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
    return {word, bare}


def _index(lists: list[set[str]]) -> dict[str, tuple[int, ...]]:
    owners: dict[str, list[int]] = {}
    for number, entries in enumerate(lists):
        for entry in entries:
            owners.setdefault(entry, []).append(number)
    return {entry: tuple(numbers) for entry, numbers in owners.items()}


@cache
def tables() -> Tables:
    """The tables of every `language.<code>.json`; a language is a file."""
    files = sorted(DATA.glob("language.*.json"))
    data = [json.loads(file.read_text("utf-8")) for file in files]
    words = [{form for word in d["words"].split() for form in _forms(word)} for d in data]
    spellings = [set(d["spellings"].split()) for d in data]
    index = _index(spellings)
    longest_first = sorted(index, key=lambda s: (-len(s), s))
    pattern = "|".join(re.escape(s) for s in longest_first)
    return Tables(
        tuple(file.name.split(".")[1] for file in files),
        _index(words),
        re.compile(f"(?=({pattern}))"),
        index,
    )


class Guess(NamedTuple):
    """What `guess` makes of a text.

    `lang` is None where it abstains; `lead` counts the points of the best expected language ahead
    of any other (below 0: it looks like a language that was not expected), `strange` those of
    words that the best one does not have.
    """

    lang: str | None
    lead: int
    strange: int


NOTHING = Guess(None, lead=0, strange=0)


def _words(text: str) -> list[str]:
    text = text.lower().replace("’", "'")
    if NOISY.search(text):
        return [word for word in WORD_OR_NOISE.findall(text) if word]
    return WORD.findall(text)


def _add_words(words: list[str], known: Tables, points: list[int]) -> Counter[tuple[int, ...]]:
    shares = Counter(known.words.get(word, ()) for word in words)
    for owners, times in shares.items():
        for number in owners:
            points[number] += WORD_POINTS * times
    return shares


def _add_spellings(words: list[str], known: Tables, points: list[int]) -> None:
    joined = "".join(f"^{word}$" for word in words if word not in known.words)
    for spelling in known.spelling.findall(joined):
        for number in known.spellings[spelling]:
            points[number] += 1


def _lead(points: list[int], best: int) -> int:
    return points[best] - max((p for number, p in enumerate(points) if number != best), default=0)


def guess(text: str, languages: tuple[str, ...]) -> Guess:
    """Which of `languages` `text` is in.

    Common words first; the spelling of the other words where these do not settle it.
    """
    known = tables()
    expected = [known.languages.index(lang) for lang in languages if lang in known.languages]
    if not expected:
        return NOTHING
    words = _words(text)
    points = [0] * len(known.languages)
    shares = _add_words(words, known, points)
    best = max(expected, key=points.__getitem__)
    if _lead(points, best) < MARGIN * 2:
        _add_spellings(words, known, points)
        best = max(expected, key=points.__getitem__)
    lead = _lead(points, best)
    strange = sum(times for owners, times in shares.items() if owners and best not in owners)
    lang = known.languages[best] if lead >= MARGIN else None
    return Guess(lang, lead, WORD_POINTS * strange)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in BLANK_LINE.finditer(text):
        yield start, gap.end()
        start = gap.end()
    if start < len(text) or not text:
        yield start, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for line in text[start:end].splitlines(keepends=True):
        yield start, start + len(line)
        start += len(line)


def _settle(found: Guess, around: Guess, rest: str | None) -> str | None:
    """The language of a stretch, given what surrounds it: few words change no language."""
    settled = around.lang is not None and around.lead >= around.strange
    if found.lang and found.lead >= (CLEAR if settled else MARGIN):
        return found.lang
    if -found.lead >= CLEAR:
        return None
    return around.lang or rest


def _by_line(
    text: str, block: tuple[int, int], around: Guess, languages: tuple[str, ...], rest: str | None
) -> Iterator[Paragraph]:
    lines = list(_lines(text, *block))
    langs = [_settle(guess(text[a:b], languages), around, rest) for a, b in lines]
    for lang, run in groupby(zip(lines, langs, strict=True), key=itemgetter(1)):
        spans = [span for span, _ in run]
        yield Paragraph(spans[0][0], spans[-1][1], lang)


def _mixed(
    text: str, whole: Guess, languages: tuple[str, ...], rest: str | None
) -> Iterator[Paragraph]:
    for start, end in _blocks(text):
        found = guess(text[start:end], languages)
        if found.strange >= 2 * MARGIN and "\n" in text[start:end].rstrip():
            around = found if found.lang else whole
            yield from _by_line(text, (start, end), around, languages, rest)
        else:
            yield Paragraph(start, end, _settle(found, whole, rest))


def paragraphs(
    text: str, languages: tuple[str, ...], fallback: str | None = None
) -> tuple[Paragraph, ...]:
    """The paragraphs of `text`, covering it without a gap, each in its detected language.

    A paragraph ends at a blank line, or where the language clearly changes from line to line.
    One that is not clearly in another language takes that of the whole text, else `fallback`;
    one clearly in a language that is not expected takes None.
    """
    whole = guess(text, languages)
    rest = whole.lang or (None if -whole.lead >= FOREIGN_MARGIN else fallback)
    if whole.strange < CLEAR and whole.lead >= 3 * whole.strange:
        return tuple(Paragraph(start, end, rest) for start, end in _blocks(text))
    return tuple(_mixed(text, whole, languages, rest))


def _of_view(view: View) -> tuple[Paragraph, ...]:
    if view.declared is None:
        return paragraphs(view.text, view.languages, view.fallback)
    return tuple(Paragraph(start, end, view.declared) for start, end in _blocks(view.text))


LANGUAGE: Layer[tuple[Paragraph, ...]] = Layer("language", _of_view)
