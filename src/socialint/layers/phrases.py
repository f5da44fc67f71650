"""All word lists of all rules, found in one pass per language."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from socialint.layers.fold import WORDS, Words, fold_words
from socialint.layers.language import LANGUAGE
from socialint.layers.lexicon import ACCENTS, FOLDED, GAP, REST, Lexicon, Raw, Trait, scan, spelling
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import Layer, View

NEUTRAL = "und"  # the ISO 639 code of an undetermined language: words of any
OBJECT_REACH = 25  # characters
LONGEST_ADDRESS = 200
_ADDRESS_BEFORE = re.compile(r"(?:://|@|www\.)[^\s@]*$")
_ADDRESS_AFTER = re.compile(r"[\w.+-]*@\w")
_SIGN = re.compile(r"[^\w\s'’-]")
MOST_BARE = 3  # OÙ and OU, DÈS and DES: capitals without accents say nothing in short words


class Match(NamedTuple):
    """An entry of a word list where it stands in the text; `note` is its author's."""

    start: int
    end: int
    list: str
    entry: int
    weight: int
    lang: str
    note: str = ""


class Found(NamedTuple):
    """A match before any guard, with what its lexicon says of it."""

    match: Match
    trait: Trait
    lexicon: Lexicon


def found(view: View) -> Mapping[str, tuple[Found, ...]]:
    """Matches by list, in text order, before any guard.

    Of those that overlap in one list, the longest, then the weightiest.
    """
    text = view.text
    has_addresses = "@" in text or "://" in text or "www." in text
    by_list: dict[str, list[Found]] = {}
    for item in _every(view, view.layer(WORDS)):
        if not (has_addresses and _in_address(item.match, text)):
            by_list.setdefault(item.trait.list, []).append(item)
    return {name: tuple(_longest(group)) for name, group in by_list.items()}


def _every(view: View, words: Words) -> Iterator[Found]:
    for lang, first, last in _stretches(view, words):
        for lexicon in _lexicons(view, lang):
            for raw in scan(lexicon, words.tokens, first, last):
                trait = lexicon.traits[lexicon.entries[raw.entry]]
                if raw.cost and _is_broken(raw, words, view):
                    continue
                if trait.exact == FOLDED or _is_spelt(raw, trait, lexicon, words, view.text):
                    yield Found(_match(raw, trait, words, lang), trait, lexicon)


def _lexicons(view: View, lang: str) -> Sequence[Lexicon]:
    """Those of a language, and of its region if it has any: fr-CA reads fr too."""
    base = lang.partition("-")[0]
    own: Sequence[Lexicon] = view.lexicons.get(lang, ())
    return own if base == lang else [*own, *view.lexicons.get(base, ())]


def _in_address(match: Match, text: str) -> bool:
    """Whether plain words were found in a link, an e-mail address or an account's name."""
    if _SIGN.search(text, match.start, match.end):
        return False
    before = text[max(0, match.start - LONGEST_ADDRESS) : match.start]
    after = text[match.end : match.end + LONGEST_ADDRESS]
    return bool(_ADDRESS_BEFORE.search(before) or _ADDRESS_AFTER.match(after))


FOUND: Layer[Mapping[str, tuple[Found, ...]]] = Layer("found", found)


def find(view: View) -> Mapping[str, tuple[Match, ...]]:
    """Matches by list, in text order, guards applied."""
    return {
        name: tuple(item.match for item in group if not _silent(item, view))
        for name, group in view.layer(FOUND).items()
    }


PHRASES: Layer[Mapping[str, tuple[Match, ...]]] = Layer("phrases", find)


def longest(matches: Iterable[Match]) -> tuple[Match, ...]:
    """In text order, those of `matches` that no longer (then weightier) one overlaps."""
    accepted: list[Match] = []
    for match in sorted(matches, key=_rank):
        at = bisect_left(accepted, match.start, key=lambda other: other.end - 1)
        if at == len(accepted) or accepted[at].start >= match.end:
            insort(accepted, match)
    return tuple(accepted)


def _rank(match: Match) -> tuple[int, int, int, int]:
    return (match.start - match.end, -match.weight, match.start, match.entry)


def _longest(group: list[Found]) -> Iterable[Found]:
    if len(group) == 1:
        return group
    by_match = {item.match: item for item in group}
    return [by_match[match] for match in longest(by_match)]


def _stretches(view: View, words: Words) -> Iterator[tuple[str, int, int]]:
    """Runs of words in one language, by language; then all of them, for words of any."""
    yield NEUTRAL, 0, len(words.tokens)
    paragraphs = view.layer(LANGUAGE)
    if len({paragraph.lang for paragraph in paragraphs}) == 1:
        if paragraphs[0].lang:
            yield paragraphs[0].lang, 0, len(words.tokens)
        return
    starts = [start for _, start, _ in words]
    for paragraph in paragraphs:
        if paragraph.lang:
            first, last = (bisect_left(starts, at) for at in (paragraph.start, paragraph.end))
            yield paragraph.lang, first, last


def _match(raw: Raw, trait: Trait, words: Words, lang: str) -> Match:
    start, end = words.span(raw.first, raw.last)
    return Match(start, end, trait.list, raw.entry, trait.weight, lang, trait.note)


def _is_broken(raw: Raw, words: Words, view: View) -> bool:
    """Whether an entry with a gap goes over a line end that ends a sentence."""
    start, end = words.span(raw.first, raw.last)
    if "\n" not in view.text[start:end]:
        return False
    sentences = view.layer(SENTENCES)
    at = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    return sentences[at].end < end


def _is_spelt(raw: Raw, trait: Trait, lexicon: Lexicon, words: Words, text: str) -> bool:
    """Whether case and accents, which the trie can't see, are those of the entry."""
    written = [text[slice(*words.span(at, at + 1))] for at in range(raw.first, raw.last)]
    if trait.exact == ACCENTS and len(written[0]) > MOST_BARE and written[0].isupper():
        return True
    spelt = " ".join(spelling(word, trait.exact) for word in written)
    forms = lexicon.spellings[str(raw.entry)]
    return spelt in forms or any(_open(form).fullmatch(spelt) for form in forms if _is_open(form))


def _is_open(form: str) -> bool:
    return GAP in form or REST in form


def _open(form: str) -> re.Pattern[str]:
    pattern = re.escape(form).replace(f"{GAP}\\ ", r"(?:\S+ )*").replace(REST, r"\S*")
    return re.compile(pattern)


def _silent(item: Found, view: View) -> bool:
    guards = item.lexicon.guards
    if any(guards[name](view, item.match) for name in item.trait.guards):
        return True
    return bool(item.trait.object) and _has_object(item, view)


def _has_object(item: Found, view: View) -> bool:
    end = item.match.end
    after = fold_words(view.text[end : end + OBJECT_REACH]).tokens
    return any(
        _begins(after[at:], words) for words in item.trait.object for at in range(len(after))
    )


def _begins(tokens: Sequence[str], words: Sequence[str]) -> bool:
    return len(tokens) >= len(words) and all(
        token.startswith(word[:-1]) if word.endswith(REST) else token == word
        for token, word in zip(tokens, words, strict=False)
    )
