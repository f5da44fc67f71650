"""Which of the entries found are entries in earnest: as they are spelt, and outside addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from sys import maxsize
from unicodedata import normalize

from socialint.layers.candidates import Candidate
from socialint.layers.fold import WORDS, Words
from socialint.layers.notation import ACCENTS, FOLDED, GAP, REST, spelling
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.view import Layer, View
from socialint.lazy import regex

LONGEST_ADDRESS = 200
MOST_BARE = 3  # OÙ and OU, DÈS and DES: capitals without accents say nothing in short words
_ADDRESS_BEFORE = regex(r"(?:://|@|www\.)[^\s@]*$")
_ADDRESS_AFTER = regex(r"[\w.+-]*@\w")
_ADDRESS = regex(r"@|://|www\.")
_RUN = regex(r"\S+")
_SIGN = regex(r"[^\w\s'’-]")
ADDRESSES: Layer[Sequence[tuple[int, int]]] = Layer("addresses", lambda view: _runs(view.text))


def standing(candidates: Iterable[Candidate], view: View) -> Iterator[tuple[Candidate, int, int]]:
    """Those of `candidates` that are entries in earnest, with where they start and end in the text.

    What the trie can't see decides: line ends within a gap, case and accents, and links and
    addresses around them.
    """
    words, text = view.layer(WORDS), view.text
    addresses, even = view.layer(ADDRESSES), words.folded.origins is None
    for candidate in candidates:
        first, last, _, cost, trait, _, _ = candidate
        start, end = words.starts[first], words.ends[last - 1]
        if not even:
            start, end = words.folded.span(start, end)
        if cost and _is_broken(start, end, view):
            continue
        if trait.exact != FOLDED and not _is_spelt(candidate, words, text):
            continue
        touches = addresses and _touches(addresses, start, end)
        if not (touches and _in_address(start, end, text)):
            yield candidate, start, end


def _is_broken(start: int, end: int, view: View) -> bool:
    """Whether an entry with a gap goes over a line end that ends a sentence."""
    if "\n" not in view.text[start:end]:
        return False
    sentences = view.layer(SENTENCES)
    return sentences[sentence_at(sentences, start)].end < end


def _is_spelt(candidate: Candidate, words: Words, text: str) -> bool:
    """Whether case and accents are those of the entry."""
    exact = candidate.trait.exact
    places = range(candidate.first, candidate.last)
    written = [text[slice(*words.span(at, at + 1))] for at in places]
    if exact == ACCENTS and len(written[0]) > MOST_BARE and written[0].isupper():
        return True
    spelt = " ".join(spelling(word, exact) for word in written)
    forms = candidate.lexicon.spellings(candidate.entry)
    if exact == ACCENTS and _lacks_accent(written[0], spelt, forms):
        end = words.span(places[-1], candidate.last)[1]
        if len(spelt) > MOST_BARE or text[end : end + 2].strip()[:1].isdigit():  # A 10 h: at ten
            return True
    return spelt in forms or any(_open(form).fullmatch(spelt) for form in forms if _is_open(form))


def _lacks_accent(written: str, spelt: str, forms: Sequence[str]) -> bool:
    """Whether only the capital that begins the word lacks its accent: Energie, Etes."""
    if not (written[0].isascii() and written[0].isupper()):
        return False
    return any(
        form[1:] == spelt[1:] and normalize("NFD", form[0])[0] == spelt[0]
        for form in forms
        if not form[0].isascii()
    )


def _is_open(form: str) -> bool:
    return GAP in form or REST in form


def _open(form: str) -> re.Pattern[str]:
    pattern = re.escape(form).replace(f"{GAP}\\ ", r"(?:\S+ )*").replace(REST, r"\S*")
    return re.compile(pattern)


def _runs(text: str) -> Sequence[tuple[int, int]]:
    """Signs without a space between them that hold an address; none outside can be part of one."""
    found: list[tuple[int, int]] = []
    end = 0
    for sign in _ADDRESS.finditer(text):
        at = sign.start()
        if at >= end:
            before = text[max(end, text.rfind(" ", 0, at)) : at]
            start = at if before[-1:].isspace() else at - len((before.split() or [""])[-1])
            run = _RUN.match(text, at)
            end = run.end() if run else at
            found.append((start, end))
    return found


def _touches(runs: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether the last run that begins before `end` is no further than `start`."""
    at = bisect_right(runs, (end, maxsize)) - 1
    return at >= 0 and runs[at][1] >= start


def _in_address(start: int, end: int, text: str) -> bool:
    """Whether plain words were found in a link, an e-mail address or an account's name."""
    if _SIGN.search(text, start, end):
        return False
    before, after = text[max(0, start - LONGEST_ADDRESS) : start], text[end : end + LONGEST_ADDRESS]
    return bool(_ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after))
