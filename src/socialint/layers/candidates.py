"""Where the entries of all word lists stand in a text, before anyone asks for a list."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from socialint.layers.fold import WORDS
from socialint.layers.language import LANGUAGE
from socialint.layers.lexicon import Lexicon, Starts
from socialint.layers.notation import Trait
from socialint.layers.trie import End, Passage, best, passage, scan, where
from socialint.layers.view import Layer, View
from socialint.lazy import Made
from socialint.named import NamedTuple

NEUTRAL = "und"  # the ISO 639 code of an undetermined language: words of any


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
    """A run of words in one language."""

    lang: str
    words: Passage


class Hits(NamedTuple):
    """What a lexicon has in a stretch: the names of the lists, and longer entries by list."""

    lexicon: Lexicon
    starts: Starts
    stretch: _Stretch
    lists: frozenset[str]
    longer: Mapping[str, Sequence[End]]

    def lone(self, name: str) -> list[tuple[Sequence[int], Sequence[int]]]:
        """Where the words stand that are entries of a list by themselves, and those entries."""
        lone, places = self.starts.lone(name), self.stretch.words.places
        return [(places[word], lone[word]) for word in lone.keys() & places.keys()]

    def firsts(self, name: str) -> list[int]:
        """Where entries of a list may begin."""
        lone, places = self.starts.lone(name), self.stretch.words.places
        found = [place for word in lone.keys() & places.keys() for place in places[word]]
        if name in self.longer:
            found += [end[0] for end in self.longer[name]]
        return found


def _find(view: View) -> Sequence[Hits]:
    return [
        _hits(lexicon, stretch)
        for stretch in _stretches(view)
        for lexicon in _lexicons(view, stretch.lang)
    ]


def _hits(lexicon: Lexicon, stretch: _Stretch) -> Hits:
    starts, words = lexicon.starts, stretch.words
    begun = starts.of(words.places.keys())
    longer: defaultdict[str, list[End]] = defaultdict(list)
    for end in scan(lexicon.nodes, begun, words):
        for name in end[1].lists:
            longer[name].append(end)
    lists = frozenset(longer).union(*[start.lists for _, start in begun])
    return Hits(lexicon, starts, stretch, lists, longer)


HITS: Layer[Sequence[Hits]] = Layer("hits", _find)
LISTS: Layer[frozenset[str]] = Layer(
    "lists", lambda view: frozenset().union(*[hits.lists for hits in view.layer(HITS)])
)
PLACES: Layer[Mapping[str, Sequence[int]]] = Layer(
    "places", lambda view: where(view.layer(WORDS).tokens)
)


def find_candidates(view: View) -> Mapping[str, Sequence[Candidate]]:
    """The candidates in a text, by list; they are made for the lists that are looked up."""
    found = view.layer(HITS)

    def make(name: str) -> Sequence[Candidate]:
        holding = [hits for hits in found if name in hits.lists]
        return [candidate for hits in holding for candidate in _candidates(hits, name)]

    names = view.layer(LISTS)
    return Made(names, make)


CANDIDATES: Layer[Mapping[str, Sequence[Candidate]]] = Layer("candidates", find_candidates)


def _candidates(hits: Hits, name: str) -> list[Candidate]:
    raws = [
        (place, entry, 0, -place - 1)
        for places, lone in hits.lone(name)
        for entry in lone
        for place in places
    ]
    lexicon, lang, traits = hits.lexicon, hits.stretch.lang, hits.lexicon.traits
    if name in hits.longer:
        longer = [
            (first, entry, cost, back)
            for first, node, cost, back in hits.longer[name]
            for entry in node.entries
            if traits[entry].list == name
        ]
        raws = best([*raws, *longer])
    return [
        Candidate(first, -back, entry, cost, traits[entry], lexicon, lang)
        for first, entry, cost, back in raws
    ]


def _stretches(view: View) -> Iterator[_Stretch]:
    """All words, for entries of any language; then runs of words in one language, by language."""
    words, paragraphs = view.layer(WORDS), view.layer(LANGUAGE)
    tokens = words.tokens
    whole = passage(tokens, view.layer(PLACES), len(tokens))
    yield _Stretch(NEUTRAL, whole)
    if len({paragraph.lang for paragraph in paragraphs}) == 1:
        if paragraphs[0].lang:
            yield _Stretch(paragraphs[0].lang, whole)
        return
    even = words.folded.origins is None
    starts = words.starts if even else [start for _, start, _ in words]
    for paragraph in paragraphs:
        if paragraph.lang:
            first, last = (bisect_left(starts, at) for at in (paragraph.start, paragraph.end))
            places = where(tokens[first:last], first)
            yield _Stretch(paragraph.lang, passage(tokens, places, last))


def _lexicons(view: View, lang: str) -> Sequence[Lexicon]:
    """Those of a language, and of its region if it has any: fr-CA reads fr too."""
    base = lang.partition("-")[0]
    own: Sequence[Lexicon] = view.lexicons.get(lang, ())
    return own if base == lang else [*own, *view.lexicons.get(base, ())]
