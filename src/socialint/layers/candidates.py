"""Where the entries of all word lists stand in a text, before anyone asks for a list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from sys import maxsize
from unicodedata import normalize

from socialint.layers.fold import WORDS, Words
from socialint.layers.language import LANGUAGE
from socialint.layers.lexicon import ACCENTS, FOLDED, GAP, REST, Lexicon, Starts, Trait, spelling
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.layers.trie import Raw, best, scan, where
from socialint.layers.view import Layer, View
from socialint.lazy import Made, regex
from socialint.named import NamedTuple

NEUTRAL = "und"  # the ISO 639 code of an undetermined language: words of any
LONGEST_ADDRESS = 200
MOST_BARE = 3  # OÙ and OU, DÈS and DES: capitals without accents say nothing in short words
_ADDRESS_BEFORE = regex(r"(?:://|@|www\.)[^\s@]*$")
_ADDRESS_AFTER = regex(r"[\w.+-]*@\w")
_ADDRESS = regex(r"@|://|www\.")
_RUN = regex(r"\S+")
_SIGN = regex(r"[^\w\s'’-]")


class Candidate(NamedTuple):
    """An entry found; nobody has looked yet whether it stands.

    It begins at word `first` and ends before word `last`; `cost` counts its gaps and the words
    they skip.
    """

    first: int
    last: int
    entry: int
    cost: int
    trait: Trait
    lexicon: Lexicon
    lang: str


class _Stretch(NamedTuple):
    """A run of words in one language that ends before `last`, and the places of each word."""

    lang: str
    places: Mapping[str, Sequence[int]]
    last: int


class _Hits(NamedTuple):
    """What a lexicon has in a stretch: the names of the lists, and longer entries by list."""

    lexicon: Lexicon
    starts: Starts
    stretch: _Stretch
    lists: frozenset[str]
    longer: Mapping[str, Sequence[Raw]]


def _find(view: View) -> Sequence[_Hits]:
    tokens = view.layer(WORDS).tokens
    return [
        _hits(lexicon, tokens, stretch)
        for stretch in _stretches(view, tokens)
        for lexicon in _lexicons(view, stretch.lang)
    ]


def _hits(lexicon: Lexicon, tokens: Sequence[str], stretch: _Stretch) -> _Hits:
    starts, traits = lexicon.starts, lexicon.traits
    begun = starts.of(stretch.places.keys())
    longer: defaultdict[str, list[Raw]] = defaultdict(list)
    for raw in scan(lexicon, begun, tokens, stretch.places, stretch.last):
        longer[traits[raw[1]].list].append(raw)
    lists = frozenset(longer).union(*[start.lists for _, start in begun])
    return _Hits(lexicon, starts, stretch, lists, longer)


_HITS: Layer[Sequence[_Hits]] = Layer("hits", _find)
LISTS: Layer[frozenset[str]] = Layer(
    "lists", lambda view: frozenset().union(*[hits.lists for hits in view.layer(_HITS)])
)
ADDRESSES: Layer[Sequence[tuple[int, int]]] = Layer("addresses", lambda view: _runs(view.text))
PLACES: Layer[Mapping[str, Sequence[int]]] = Layer(
    "places", lambda view: where(view.layer(WORDS).tokens)
)


def find_candidates(view: View) -> Mapping[str, Sequence[Candidate]]:
    """The candidates in a text, by list; they are made for the lists that are looked up."""
    found = view.layer(_HITS)

    def make(name: str) -> Sequence[Candidate]:
        holding = [hits for hits in found if name in hits.lists]
        return [candidate for hits in holding for candidate in _candidates(hits, name)]

    names = view.layer(LISTS)
    return Made(names, make)


CANDIDATES: Layer[Mapping[str, Sequence[Candidate]]] = Layer("candidates", find_candidates)


def _candidates(hits: _Hits, name: str) -> list[Candidate]:
    lone, places = hits.starts.lone(name), hits.stretch.places
    raws = [
        (place, entry, 0, -place - 1)
        for word in lone.keys() & places.keys()
        for entry in lone[word]
        for place in places[word]
    ]
    if name in hits.longer:
        raws = best([*raws, *hits.longer[name]])
    lexicon, lang, traits = hits.lexicon, hits.stretch.lang, hits.lexicon.traits
    return [
        Candidate(first, -back, entry, cost, traits[entry], lexicon, lang)
        for first, entry, cost, back in raws
    ]


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


def _stretches(view: View, tokens: Sequence[str]) -> Iterator[_Stretch]:
    """All words, for entries of any language; then runs of words in one language, by language."""
    whole, count = view.layer(PLACES), len(tokens)
    yield _Stretch(NEUTRAL, whole, count)
    paragraphs = view.layer(LANGUAGE)
    if len({paragraph.lang for paragraph in paragraphs}) == 1:
        if paragraphs[0].lang:
            yield _Stretch(paragraphs[0].lang, whole, count)
        return
    words = view.layer(WORDS)
    even = words.folded.origins is None
    starts = words.starts if even else [start for _, start, _ in words]
    for paragraph in paragraphs:
        if paragraph.lang:
            first, last = (bisect_left(starts, at) for at in (paragraph.start, paragraph.end))
            yield _Stretch(paragraph.lang, where(tokens[first:last], first), last)


def _lexicons(view: View, lang: str) -> Sequence[Lexicon]:
    """Those of a language, and of its region if it has any: fr-CA reads fr too."""
    base = lang.partition("-")[0]
    own: Sequence[Lexicon] = view.lexicons.get(lang, ())
    return own if base == lang else [*own, *view.lexicons.get(base, ())]


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
    forms = candidate.lexicon.spellings[str(candidate.entry)]
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
