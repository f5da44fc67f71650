"""Where the entries of all word lists stand in a text, before anyone asks for a list."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from socialint.layers.fold import WORDS, Words
from socialint.layers.language import LANGUAGE
from socialint.layers.lexicon import ACCENTS, FOLDED, GAP, REST, Lexicon, Start, Trait, spelling
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


class Stretch(NamedTuple):
    """A run of words in one language: tokens[first:last]."""

    lang: str
    first: int
    last: int


class Candidate(NamedTuple):
    """An entry found, in words; nobody has looked yet whether it stands."""

    raw: Raw
    trait: Trait
    lexicon: Lexicon
    lang: str


class _Hits(NamedTuple):
    """What a lexicon has in a stretch of the text."""

    lexicon: Lexicon
    stretch: Stretch
    begun: Sequence[tuple[str, Start]]
    raws: Mapping[str, Sequence[Raw]]
    names: frozenset[str]

    def lone(self, name: str) -> list[tuple[str, Sequence[int]]]:
        """The words of the text that are entries of a list by themselves."""
        return [(word, start.lone[name]) for word, start in self.begun if name in start.lone]


def find_candidates(view: View) -> Mapping[str, Sequence[Candidate]]:
    """The candidates in a text, by list; they are made for the lists that are looked up."""
    tokens = view.layer(WORDS).tokens
    hits = [
        _hits(lexicon, tokens, stretch)
        for stretch in _stretches(view, len(tokens))
        for lexicon in _lexicons(view, stretch.lang)
    ]

    def make(name: str) -> Sequence[Candidate]:
        holding = [hit for hit in hits if name in hit.names]
        return [candidate for hit in holding for candidate in _candidates(hit, name, view)]

    return Made(frozenset().union(*(hit.names for hit in hits)), make)


CANDIDATES: Layer[Mapping[str, Sequence[Candidate]]] = Layer("candidates", find_candidates)
LISTS: Layer[frozenset[str]] = Layer("lists", lambda view: frozenset(view.layer(CANDIDATES).keys()))
ADDRESSES: Layer[Sequence[tuple[int, int]]] = Layer("addresses", lambda view: _runs(view.text))
PLACES: Layer[Mapping[str, Sequence[int]]] = Layer(
    "places", lambda view: where(view.layer(WORDS).tokens)
)


def _hits(lexicon: Lexicon, tokens: Sequence[str], stretch: Stretch) -> _Hits:
    found, traits = scan(lexicon, tokens, stretch.first, stretch.last), lexicon.traits
    raws: defaultdict[str, list[Raw]] = defaultdict(list)
    for raw in found.raws:
        raws[traits[raw.entry].list].append(raw)
    names = frozenset(raws).union(*(start.lists for _, start in found.lone))
    return _Hits(lexicon, stretch, found.lone, raws, names)


def _candidates(hits: _Hits, name: str, view: View) -> Iterator[Candidate]:
    lang, first, last = hits.stretch
    raws = list(hits.raws.get(name, ()))
    for word, entries in hits.lone(name):
        places = [place for place in view.layer(PLACES)[word] if first <= place < last]
        raws += [Raw(place, place + 1, entry, 0) for entry in entries for place in places]
    traits = hits.lexicon.traits
    for raw in best(raws):
        yield Candidate(raw, traits[raw.entry], hits.lexicon, lang)


def standing(candidates: Iterable[Candidate], view: View) -> Iterator[tuple[Candidate, int, int]]:
    """Those of `candidates` that are entries in earnest, with where they start and end in the text.

    What the trie can't see decides: line ends within a gap, case and accents, and links and
    addresses around them.
    """
    words, text = view.layer(WORDS), view.text
    addresses = view.layer(ADDRESSES)
    for candidate in candidates:
        raw = candidate.raw
        start, end = words.span(raw.first, raw.last)
        if raw.cost and _is_broken(start, end, view):
            continue
        if candidate.trait.exact != FOLDED and not _is_spelt(candidate, words, text):
            continue
        touches = addresses and _touches(addresses, start, end)
        if not (touches and _in_address(start, end, text)):
            yield candidate, start, end


def _stretches(view: View, count: int) -> Iterator[Stretch]:
    """Runs of words in one language, by language; then all of them, for words of any."""
    yield Stretch(NEUTRAL, 0, count)
    paragraphs = view.layer(LANGUAGE)
    if len({paragraph.lang for paragraph in paragraphs}) == 1:
        if paragraphs[0].lang:
            yield Stretch(paragraphs[0].lang, 0, count)
        return
    starts = [start for _, start, _ in view.layer(WORDS)]
    for paragraph in paragraphs:
        if paragraph.lang:
            first, last = (bisect_left(starts, at) for at in (paragraph.start, paragraph.end))
            yield Stretch(paragraph.lang, first, last)


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
    raw, exact = candidate.raw, candidate.trait.exact
    written = [text[slice(*words.span(at, at + 1))] for at in range(raw.first, raw.last)]
    if exact == ACCENTS and len(written[0]) > MOST_BARE and written[0].isupper():
        return True
    spelt = " ".join(spelling(word, exact) for word in written)
    forms = candidate.lexicon.spellings[str(raw.entry)]
    return spelt in forms or any(_open(form).fullmatch(spelt) for form in forms if _is_open(form))


def _is_open(form: str) -> bool:
    return GAP in form or REST in form


def _open(form: str) -> re.Pattern[str]:
    pattern = re.escape(form).replace(f"{GAP}\\ ", r"(?:\S+ )*").replace(REST, r"\S*")
    return re.compile(pattern)


def _runs(text: str) -> Sequence[tuple[int, int]]:
    """Signs without a space between them that hold an address; none outside can be part of one."""
    if not any(sign in text for sign in ("@", "://", "www.")):
        return ()
    return [(run.start(), run.end()) for run in _RUN.finditer(text) if _ADDRESS.search(run[0])]


def _touches(runs: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    return any(first <= end and start <= last for first, last in runs)


def _in_address(start: int, end: int, text: str) -> bool:
    """Whether plain words were found in a link, an e-mail address or an account's name."""
    if _SIGN.search(text, start, end):
        return False
    before, after = text[max(0, start - LONGEST_ADDRESS) : start], text[end : end + LONGEST_ADDRESS]
    return bool(_ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after))
