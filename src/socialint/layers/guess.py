"""Which language a text is in, by its common words and spellings; or no answer."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

from socialint.layers.tables import tables_of
from socialint.lazy import regex
from socialint.named import NamedTuple

LETTERS = r"[^\W\d_]+(?:'(?=[^\W\d_]))?"
# names of things, addresses and code say nothing of the language around them
NOISE = (
    r"(?:https?://|www\.)\S+|[\w.+-]{1,64}@[\w.-]+|[@#＃＠]\w+|`[^`\n]*`"
    r"|\b[\w-]{2,40}\.(?:com|org|net|fr|ca|be|ch|io|eu|co|uk|app|gov|edu)\b(?:/\S*)?"
)
WORD = regex(LETTERS)
# a word with nothing written onto it is no noise: most texts are spared the longer look
WORD_OR_NOISE = regex(rf"(?![^\W\d_]+[ ,\n])(?:{NOISE})|({LETTERS})")
NOISY = regex(r"[@#＃＠`/.](?:(?<!\.)|\w)")
WORD_POINTS = 3
# one common word more than any other language: less is chance
MARGIN = 3


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
    files = tables_of("language")
    data = files.values()
    words = [{form for word in d["words"].split() for form in _forms(word)} for d in data]
    spellings = [set(d["spellings"].split()) for d in data]
    index = _index(spellings)
    longest_first = sorted(index, key=lambda s: (-len(s), s))
    pattern = "|".join(re.escape(s) for s in longest_first)
    return Tables(
        tuple(files),
        _index(words),
        regex(f"(?=({pattern}))"),
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
    shares = Counter(filter(None, map(known.words.get, words)))
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
    strange = sum(times for owners, times in shares.items() if best not in owners)
    lang = known.languages[best] if lead >= MARGIN else None
    return Guess(lang, lead, WORD_POINTS * strange)
