"""Reading ease close to what `layers.readability` says, word by word: for who has bounds alone.

The syllables of a word are those of textstat, counted once for all the texts of a run.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial
from types import MappingProxyType

from socialint.layers.language import LANGUAGE
from socialint.layers.readability import MIN_SENTENCES, MIN_WORDS, count_syllables, written
from socialint.layers.sentences import SENTENCES
from socialint.layers.tokens import TOKENS
from socialint.layers.view import View
from socialint.remembered import Remembered

# points that the formula loses a word of a sentence, and a syllable of a word:
# Flesch, 1948; Kandel et Moles, 1958
FORMULAS: Mapping[str, tuple[float, float, float]] = MappingProxyType(
    {"en": (206.835, 1.015, 84.6), "fr": (207.0, 1.015, 73.6)}
)
# points that it may be away: a word by itself is sometimes read otherwise than beside others
NEAR = 3.0
_BITS = 20  # of one sum: no text has a million words
_MASK = (1 << _BITS) - 1
UNREAD = ("#", "@", "www.", "http://", "https://")  # nobody says them aloud
AROUND = ".,;:!?()"
_FEW = 3  # words that a sentence needs to count


def _counted(lang: str, piece: str) -> int:
    """What stands between spaces as it is read aloud: its words, and its syllables above them."""
    if piece.startswith(UNREAD):
        return 0
    if piece.strip(AROUND).isdecimal():  # textstat gives any number one syllable
        return 1 | 1 << _BITS
    tokens = View(piece.lower(), lang).layer(TOKENS)
    words = written(tokens).split()
    return len(words) | count_syllables(words, lang) << _BITS


@cache
def _read(lang: str) -> Remembered[int]:
    return Remembered(partial(_counted, lang))


def is_within(view: View, lang: str, low: float, high: float) -> bool:
    """Whether the text is surely as easy as that, or surely too short to say."""
    if lang not in FORMULAS or {one.lang for one in view.layer(LANGUAGE)} != {lang}:
        return False
    read, text = _read(lang).__getitem__, view.text
    told = [sum(map(read, text[start:end].split())) for start, end in view.layer(SENTENCES)]
    told = [one for one in told if one & _MASK >= _FEW]
    total = sum(told)
    words, syllables = total & _MASK, total >> _BITS
    if len(told) < MIN_SENTENCES or words < MIN_WORDS:
        return False
    most, by_word, by_syllable = FORMULAS[lang]
    ease = most - by_word * words / len(told) - by_syllable * syllables / words
    return low + NEAR <= ease <= high - NEAR
