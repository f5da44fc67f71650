"""What a word form can be: the compact lexicons of French and English, read from data files."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

from socialint.layers.tables import table_of

MOODS = {
    "P": ("Fin", "Ind", "Pres"),
    "I": ("Fin", "Ind", "Imp"),
    "F": ("Fin", "Ind", "Fut"),
    "C": ("Fin", "Cnd", "Pres"),
    "S": ("Fin", "Sub", "Pres"),
    "M": ("Fin", "Imp", "Pres"),
    "D": ("Fin", "Ind", "Past"),
    "N": ("Inf", None, None),
    "G": ("Part", None, "Pres"),
    "K": ("Part", None, "Past"),
}
NUMBERS = {"s": "Sing", "p": "Plur"}
LONGEST_ENDING = 9


class Reading(NamedTuple):
    """One thing a form can be, in the terms of Universal Dependencies.

    `form` is Fin, Inf or Part; `person` and `number` of a possessive are the possessor's.
    """

    lemma: str
    pos: str
    form: str | None = None
    mood: str | None = None
    tense: str | None = None
    person: int | None = None
    number: str | None = None

    @property
    def features(self) -> str:
        """As Universal Dependencies writes them: `Mood=Imp|Number=Plur|Person=2`."""
        named = {
            "Mood": self.mood,
            "Number": self.number,
            "Person": self.person,
            "Tense": self.tense,
            "VerbForm": self.form,
        }
        return "|".join(f"{name}={value}" for name, value in named.items() if value)


class Verbs(NamedTuple):
    """Stems with the tables of their endings: a form is a stem and an ending of its table."""

    stems: Mapping[str, tuple[tuple[str, int], ...]]
    endings: tuple[Mapping[str, str], ...]
    infinitives: tuple[str, ...]


class Words(NamedTuple):
    """The words of a language.

    `forms` holds those with readings of their own, `ambiguous` verb forms that are also something
    else, `no_command` verbs (infinitives) that nobody gives as an order, `command` the words found
    around orders, by role.
    """

    forms: Mapping[str, tuple[Reading, ...]]
    ambiguous: frozenset[str]
    no_command: frozenset[str]
    command: Mapping[str, frozenset[str]]


MARKS = dict.fromkeys(range(0x300, 0x370))  # the combining marks of alphabets


def bare(word: str) -> str:
    """`word` without its accents."""
    if word.isascii():
        return word
    return unicodedata.normalize("NFD", word).translate(MARKS)


def _reading(lemma: str, pos: str, code: str) -> Reading:
    person = next((int(char) for char in code if char.isdigit()), None)
    number = NUMBERS.get(code[-1:])
    form, mood, tense = MOODS.get(code[:1], (None, None, None))
    return Reading(lemma, pos, form, mood, tense, person, number)


def _closed(data: Mapping[str, Any]) -> Iterator[tuple[str, Reading]]:
    for kind, words in data["closed"].items():
        pos, code = kind.split()
        for word in words.split():
            yield word, _reading(word.strip("-"), pos, code)
    for form, lemma in data.get("contractions", {}).items():
        yield form, Reading(lemma, "PART" if lemma == "not" else "AUX")


def _english_code(form: str) -> str:
    if form.endswith("ing"):
        return "G"
    return "P3s" if form.endswith("s") else "D"


def _irregular(data: Mapping[str, Any]) -> Iterator[tuple[str, Reading]]:
    for entry in data.get("irregular", "").split():
        lemma, forms = entry.split(":")
        for code in ("P", "M2", "N"):
            yield lemma, _reading(lemma, "VERB", code)
        for form in forms.split("/"):
            yield form, _reading(lemma, "VERB", _english_code(form))


def _regular_forms(lemma: str) -> Iterator[tuple[str, str]]:
    """English spelling: stopped, tried, hoped; the final consonant doubles or not."""
    stem = lemma.removesuffix("e")
    soft = lemma[:-1] + "i" if lemma[-1] == "y" and lemma[-2] not in "aeiou" else lemma
    plural = "es" if lemma.endswith(("s", "sh", "ch", "x", "z")) or soft != lemma else "s"
    yield soft + plural, "P3s"
    stems = [(stem, soft[:-1] if lemma.endswith("e") else soft)]
    if len(lemma) > 2 and lemma[-1] in "bdglmnprt" and lemma[-2] in "aeiou":
        stems.append((lemma + lemma[-1], lemma + lemma[-1]))
    for before_ing, before_ed in stems:
        yield before_ing + "ing", "G"
        yield before_ed + "ed", "D"
        yield before_ed + "ed", "K"


def _regular(data: Mapping[str, Any]) -> Iterator[tuple[str, Reading]]:
    for lemma in data.get("regular", "").split():
        for code in ("P", "M2", "N"):
            yield lemma, _reading(lemma, "VERB", code)
        for form, code in _regular_forms(lemma):
            yield form, _reading(lemma, "VERB", code)


@cache
def verbs(lang: str) -> Verbs:
    """The conjugations of `verbs.<lang>.json`; empty where there is no such file."""
    models = table_of("verbs", lang) or []
    stems: dict[str, list[tuple[str, int]]] = {}
    for number, model in enumerate(models):
        for stem in model["stems"].split():
            stems.setdefault(stem.strip("-"), []).append((stem.strip("-"), number))
    return Verbs(
        {stem: tuple(found) for stem, found in stems.items()},
        tuple(model["endings"] for model in models),
        tuple(model["infinitive"] for model in models),
    )


def _all_bare(words: Collection[str]) -> list[str]:
    """Each without its accents; in one go: a call for each of 8,000 costs a start 10 ms."""
    return bare("\n".join(words)).split("\n")[: len(words)]


@cache
def _bare_verbs(lang: str) -> Verbs:
    """The same without accents, for drafts that are typed without."""
    accented = verbs(lang)
    stems: dict[str, tuple[tuple[str, int], ...]] = {}
    for stem, found in zip(_all_bare(accented.stems), accented.stems.values(), strict=True):
        stems[stem] = (*stems.get(stem, ()), *found)
    endings = []
    for table in accented.endings:
        merged: dict[str, str] = {}
        for ending, codes in zip(_all_bare(table), table.values(), strict=True):
            merged[ending] = f"{merged.get(ending, '')} {codes}"
        endings.append(merged)
    return Verbs(stems, tuple(endings), accented.infinitives)


@cache
def words_of(lang: str) -> Words | None:
    """The words of `morphology.<lang>.json` and `verbs.<lang>.json`, or None."""
    data = table_of("morphology", lang)
    if data is None:
        return None
    forms: dict[str, list[Reading]] = {}
    for source in (_closed(data), _irregular(data), _regular(data)):
        for form, reading in source:
            forms.setdefault(form, []).append(reading)
    return Words(
        {form: tuple(readings) for form, readings in forms.items()},
        frozenset(data["ambiguous"].split()),
        frozenset(data["no_command"].split()),
        {role: frozenset(words.split()) for role, words in data["command"].items()},
    )


def _verb_readings(known: Verbs, form: str) -> Iterator[Reading]:
    for cut in range(len(form), max(-1, len(form) - LONGEST_ENDING - 1), -1):
        for stem, number in known.stems.get(form[:cut], ()):
            codes = known.endings[number].get(form[cut:], "")
            lemma = stem + known.infinitives[number]
            yield from (_reading(lemma, "VERB", code) for code in codes.split())


@lru_cache(maxsize=8192)
def readings(form: str, lang: str) -> tuple[Reading, ...]:
    """What `form` (lower case, plain apostrophes) can be in `lang`; empty where it is unknown.

    A form without accents is looked up among those that have some when nothing else fits.
    """
    words = words_of(lang)
    if words is None:
        return ()
    found = (*words.forms.get(form, ()), *_verb_readings(verbs(lang), form))
    if found or not form.isascii():
        return found
    return tuple(_verb_readings(_bare_verbs(lang), form))
