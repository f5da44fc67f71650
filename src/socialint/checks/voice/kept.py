"""Words that a profile names, where they stand; wording that no rule of voice touches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from socialint.layers.candidates import PLACES
from socialint.layers.fold import WORDS, fold_words
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span


class Named(NamedTuple):
    """What a profile names, by number: its words, the last in any of its forms.

    `begins` holds the numbers of those that a word begins: a text is asked for all at once.
    """

    entries: Sequence[tuple[Sequence[str], frozenset[str]]]
    begins: Mapping[str, Sequence[int]]


def named(phrases: Iterable[tuple[str, tuple[str, ...]]]) -> Named:
    """What is named, ready to be looked for: phrases, and the endings the last word may have.

    Case, accents, hyphens and the kind of space or apostrophe make no difference.
    """
    entries, begins = [], dict[str, list[int]]()
    for number, (phrase, endings) in enumerate(phrases):
        words = fold_words(phrase).tokens
        last = frozenset(words[-1] + ending for ending in endings) if words else frozenset[str]()
        entries.append((words[:-1], last))
        for word in words[:1] if len(words) > 1 else last:
            begins.setdefault(word, []).append(number)
    return Named(entries, begins)


def standing(view: View, known: Named) -> Sequence[tuple[int, Span]]:
    """The numbers of what is named, each with a place where its words stand in a row; in order."""
    places = view.layer(PLACES)
    present = places.keys() & known.begins.keys()
    if not present:
        return ()
    words, found = view.layer(WORDS), []
    for word in present:
        for number in known.begins[word]:
            before, last = known.entries[number]
            size = len(before)
            for at in places[word]:
                *first, end = words.tokens[at : at + size + 1]
                if end in last and tuple(first) == before:
                    found.append((number, words.span(at, at + size + 1)))
    return sorted(found)


def _fixed(profile: Profile) -> Named:
    return named((phrase, ("",)) for phrase in profile.get("vocabulary.fixed_phrases", ()))


def kept(view: View, profile: Profile) -> Sequence[Span]:
    """Where the fixed phrases of the profile stand."""
    known = profile.once("fixed phrases", partial(_fixed, profile))
    return [span for _, span in standing(view, known)]
