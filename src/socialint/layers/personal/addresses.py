"""Postal addresses: a house number, a kind of street, its name, often a town."""

from __future__ import annotations

from functools import lru_cache

from socialint.layers.fold import fold
from socialint.layers.personal.cues import STREETS
from socialint.layers.personal.datum import BLANK, JOINTS, SPACES, Datum, folded, vocabulary
from socialint.lazy import regex

_REPEAT = rf"(?:{BLANK}?(?:bis|ter|quater|[A-Da-d](?![\w'’])))?"
_HOUSE = regex(rf"(\d{{1,4}}){_REPEAT},?{BLANK}(?:de{BLANK}la{BLANK})?([^\W\d_]+)\.?(?={BLANK})")
_WORD = regex(rf"{BLANK}([^\W\d_][\w'’.-]{{0,30}}+)")
_CAPITAL = r"[A-ZÀ-Þ](?:[^\W\d_]|['’]){1,30}+(?!\w)"
_TOWN = regex(
    rf",?{BLANK}?(?:(?:à|a|in|at){BLANK})?(?:(?:[A-Z]{{1,2}}-)?\d{{4,5}}{BLANK})?{_CAPITAL}"
    rf"(?:[{JOINTS}]{_CAPITAL}){{0,3}}"
)
_POSTCODE = regex(
    rf",?{BLANK}?(?:[A-Z]{{1,2}}\d[A-Z\d]?{BLANK}?\d[A-Z]{{2}}|[A-Z]{{2}}{BLANK}\d{{5}}(?:-\d{{4}})?"
    rf"|[A-Z]\d[A-Z]{BLANK}?\d[A-Z]\d|(?:[A-Z]{{1,2}}-)?\d{{4,6}}(?!\d))(?!\w)"
)
_FIGURE = regex(r"\d")
_FLAT = regex(rf"[A-Za-z]?,{BLANK}{_CAPITAL}(?:(?:,{BLANK}|{BLANK}){_CAPITAL}){{0,4}}")
_BEFORE = regex(r"[^\W\d_][\w'’.-]*")
_LETTER = regex(r"[A-Da-d]?(?=[ \u00a0])")
_MOST_WORDS = 6
_MOST_DIGITS = 5
_MOST_BEHIND = 3  # four figures behind a name are a year


def find_address(text: str, at: int, end: int) -> Datum | None:
    """The address with the house number text[at:end], before or after the street."""
    if end - at > _MOST_DIGITS:
        return None
    return _french(text, at) or _english(text, at, end) or _behind(text, at, end)


def _french(text: str, at: int) -> Datum | None:
    """« 12 bis, rue des Lilas, 35000 Rennes »."""
    house = _HOUSE.match(text, at)
    if house is None or folded(house[2]) not in vocabulary()["street_first"]:
        return None
    end = _name_end(text, house.end())
    return Datum("address", at, _with_town(text, end)) if end else None


def _name_end(text: str, at: int) -> int | None:
    """Where a street's name ends: little words, then words with capitals."""
    end, named, place = at, False, at
    for _ in range(_MOST_WORDS):
        word = _WORD.match(text, place)
        if word is None:
            break
        bare = word[1].rstrip(".").replace("’", "'")
        tail = bare.rpartition("'")[2]
        capital = bare[:1].isupper() or tail[:1].isupper()
        if not capital and folded(bare.partition("'")[0]) not in vocabulary()["street_little"]:
            break
        place = word.end()
        if capital:
            end, named = word.start() + len(word[0].rstrip(".")), True
            if word[0].endswith("."):
                break
    return end if named else None


def _english(text: str, at: int, end: int) -> Datum | None:
    """“17 Lilac Road”, “350 5th Ave”: words with capitals, then a kind of street."""
    letter = _LETTER.match(text, end)
    place = letter.end() if letter else end
    for _ in range(4):
        word = _WORD.match(text, place)
        if word is None or not word[1][0].isupper():
            return None
        place = word.end()
        bare = word[1].rstrip(".,")
        if folded(bare) in vocabulary()["street_last"] and place > end + len(word[0]):
            stop = word.start(1) + len(bare)
            return Datum("address", at, _with_town(text, stop))
    return None


def _behind(text: str, at: int, end: int) -> Datum | None:
    """« chemin des Vignes 8 », „Bahnhofstrasse 12“: the number comes last."""
    if (
        not at
        or text[at - 1] not in SPACES
        or end - at > _MOST_BEHIND
        or text[end : end + 1] == "."
    ):
        return None
    before = text[max(0, at - 60) : at]
    if not _may_lead("".join(before.rsplit(None, 1)[-1:])):
        return None
    words = list(_BEFORE.finditer(before))
    if not words or at - words[-1].end() - max(0, at - 60) > len(", "):
        return None
    capital = False
    for word in reversed(words[-_MOST_WORDS:]):
        bare = folded(word[0])
        if bare in vocabulary()["unit"]:
            start = at - len(before) + word.start()
            flat = _FLAT.match(text, end) if word is words[-1] else None
            return Datum("address", start, flat.end()) if flat else None
        if bare in vocabulary()["street_first"]:
            capital = capital and not _FIGURE.search(before, word.end(), len(before))
            start = at - len(before) + word.start()
            return Datum("address", start, _with_town(text, end)) if capital else None
        if bare.endswith(STREETS) and word[0][0].isupper():
            return Datum("address", at - len(before) + word.start(), _with_town(text, end))
        tail = word[0].replace("’", "'").rpartition("'")[2]
        if tail[:1].isupper():
            capital = True
        elif bare.partition("'")[0] not in vocabulary()["street_little"]:
            return None
    return None


@lru_cache(maxsize=4096)  # most numbers stand behind a few little words
def _may_lead(piece: str) -> bool:
    """Whether an address may go on before a piece without spaces, or begin in it."""
    words = _BEFORE.findall(piece)
    if not words:
        return False
    bare = fold(words[-1]).text
    return (
        words[-1].replace("’", "'").rpartition("'")[2][:1].isupper()
        or words[-1][0].isupper()
        or any(bare in vocabulary()[name] for name in ("unit", "street_first"))
        or bare.partition("'")[0] in vocabulary()["street_little"]
    )


def _with_town(text: str, end: int) -> int:
    for pattern in (_POSTCODE, _TOWN, _POSTCODE):
        match = pattern.match(text, end)
        if match:
            end = match.end()
    return end
