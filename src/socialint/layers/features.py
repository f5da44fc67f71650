"""One thing a word form can be, and how the lexicons write it."""

from __future__ import annotations

import unicodedata
from functools import cache

from socialint.lazy import regex
from socialint.named import NamedTuple

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
MARKS = regex(r"[\u0300-\u036f]+")  # the combining marks of alphabets


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


def reading_of(lemma: str, pos: str, code: str) -> Reading:
    """The reading that a table of the lexicons writes as `code`: `P3s`, `M2`, `K`."""
    return Reading(lemma, pos, *_features(code))


@cache
def _features(code: str) -> tuple[str | None, str | None, str | None, int | None, str | None]:
    person = next((int(char) for char in code if char.isdigit()), None)
    form, mood, tense = MOODS.get(code[:1], (None, None, None))
    return form, mood, tense, person, NUMBERS.get(code[-1:])


def bare(word: str) -> str:
    """`word` without its accents."""
    if word.isascii():
        return word
    return MARKS.sub("", unicodedata.normalize("NFD", word))
