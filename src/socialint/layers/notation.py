"""How compiled word lists are written: what their compiler and their reader agree on."""

from __future__ import annotations

from collections.abc import Sequence
from unicodedata import normalize

from socialint.named import NamedTuple

FOLDED, ACCENTS, CASE = 0, 1, 2  # what must be exact
LEAST_PREFIX = 3  # open-ended words are looked up by three letters
GAP, REST = "\ue000", "\ue001"  # private use: no writer types them
ALIKE = 2  # letters by which words that begin entries are shelved
SHELF = 32  # entries whose spellings are read together
FIRST_MARK = 0xA1  # characters stand for numbers from this one on: none that JSON must escape
KINDS = "\t"  # before each kind of entry: JSON escapes it


class Trait(NamedTuple):
    """What entries of one kind share; `object` holds the words of each text it names."""

    list: str
    weight: int
    guards: Sequence[str]
    note: str
    object: Sequence[Sequence[str]]
    exact: int


def spelling(text: str, exact: int) -> str:
    """What is compared of a word that must be spelt as its entry is."""
    text = normalize("NFC", text).replace("’", "'")
    return text if exact == CASE else text.lower().replace("œ", "oe").replace("æ", "ae")
