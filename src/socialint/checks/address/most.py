"""How many signs of tu and of vous a text in French can hold, by a look at its words alone.

Most posts need no look at every word; what has none here has none in `layers.address`.
"""

from __future__ import annotations

from functools import cache

from socialint.layers.candidates import PLACES
from socialint.layers.euphony import is_order
from socialint.layers.fold import WORDS, Words
from socialint.layers.inflection import readings
from socialint.layers.language import LANGUAGE
from socialint.layers.view import Layer, View
from socialint.lazy import regex
from socialint.remembered import Remembered

VOUS = frozenset(["vous", "votre", "vos", "votres", "etes", "dites", "faites", "svp"])
TU = frozenset(
    ["tu", "te", "t", "toi", "ton", "ta", "tes", "tien", "tienne", "tiens", "tiennes", "stp"]
)
NO_VERB = frozenset(["chez", "assez", "nez", "rez"])
# where an order may stand: at the start of a clause
OPENS = regex(r"[.!?:;,…)»\"\n]\W{0,9}\Z")
OPENING = 10  # characters that this takes
LEAST_LETTERS = 3  # of an order that stands there
JOINING = frozenset(["et", "puis", "mais", "alors", "ou", "ne", "n"])
ORDER = ("a", "e", "s")  # what an order to one person ends in: va, parle, finis
CLITICS = ("en", "y")  # profites-en, vas-y: an order takes an s before them


def is_french(view: View) -> bool:
    """Whether some of the text is in French."""
    return "fr" in [paragraph.lang for paragraph in view.layer(LANGUAGE)]


def _may_order(word: str) -> bool:
    """Whether a folded word may be an order to one person."""
    return word.endswith(ORDER) and any(is_order(reading) for reading in readings(word, "fr"))


@cache
def _orders() -> Remembered[bool]:
    return Remembered(_may_order)


@cache
def _of_vous() -> Remembered[bool]:
    return Remembered(lambda word: word.endswith("ez") and word not in NO_VERB)


def _most_vous(view: View) -> int:
    if not is_french(view):
        return 0
    places, folded = view.layer(PLACES), view.layer(WORDS).folded.text
    found = sum([len(places[word]) for word in places.keys() & VOUS])
    if "ez" in folded:
        found += sum([len(places[word]) for word in filter(_of_vous().__getitem__, places)])
    return found


def _most_tu(view: View) -> int:
    if not is_french(view):
        return 0
    places, words, orders = view.layer(PLACES), view.layer(WORDS), _orders()
    tokens, found = words.tokens, sum([len(places[word]) for word in places.keys() & TU])
    for word in filter(orders.__getitem__, places):
        for at in places[word]:
            if at == 0 or tokens[at - 1] in JOINING:
                found += 1
            elif not tokens[at - 1].isalnum():
                found += _may_open(words, word, at)
    before = {tokens[at - 1] for clitic in CLITICS for at in places.get(clitic, ()) if at}
    return found + sum([word[-1] == "s" and orders[word[:-1]] for word in before])


def _may_open(words: Words, word: str, at: int) -> bool:
    """Whether a clause may begin at the word, which follows a sign."""
    start = words.starts[at]
    opens = OPENS.search(words.folded.text, max(0, start - OPENING), start)
    return len(word) >= LEAST_LETTERS and opens is not None


MOST_VOUS: Layer[int] = Layer("most vous", _most_vous)
MOST_TU: Layer[int] = Layer("most tu", _most_tu)
