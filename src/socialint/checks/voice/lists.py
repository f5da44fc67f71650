"""The vocabulary of a profile, made ready once: one look at the words of a text finds all of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from socialint.checks.voice.kept import Named, named
from socialint.layers.candidates import PLACES
from socialint.layers.fold import WORDS, Words, fold_words
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

Variant = Literal["banned", "prefer", "name"]
# what an entry may end in beyond its letters: its plural and its feminine
ENDINGS = ("", "s", "x", "es", "e")
AS_IS = ("",)
MOST_JOINED = 6  # words that one name may be torn into
_SPACES = regex(r"[\s\u00a0\u202f]+")


class Meant(NamedTuple):
    """An entry of the profile's lists; `wanted` is what to write, `languages` None for all."""

    phrase: str
    endings: tuple[str, ...]
    variant: Variant
    wanted: str = ""
    languages: Sequence[str] | None = None


class Name(NamedTuple):
    """A name as it is written, its letters in a row, and its number among the entries."""

    name: str
    letters: str
    number: int


class Vocabulary(NamedTuple):
    """All entries by number, ready to be looked for.

    `openings` holds names by the letters they begin with, each with what may follow as a word:
    nothing where those are all its letters.
    """

    meant: Sequence[Meant]
    named: Named
    names: Sequence[Name]
    openings: Mapping[str, Sequence[tuple[Name, frozenset[str]]]]


def vocabulary(profile: Profile) -> Vocabulary:
    """What a profile says of words, in the order of its lists."""
    meant = list(_meant(profile.get("vocabulary", {})))
    names = [
        Name(one.wanted, "".join(fold_words(one.wanted).tokens), number)
        for number, one in enumerate(meant)
        if one.variant == "name" and not one.phrase
    ]
    openings: dict[str, list[tuple[Name, frozenset[str]]]] = {}
    for name in names:
        size = len(name.letters)
        for end in range(1, size + 1):
            following = frozenset(name.letters[end:last] for last in range(end + 1, size + 1))
            openings.setdefault(name.letters[:end], []).append((name, following))
    return Vocabulary(meant, named((one.phrase, one.endings) for one in meant), names, openings)


def _meant(lists: Mapping[str, Any]) -> Iterator[Meant]:
    """The entries; that of a name has no phrase, those of its wrong spellings follow."""
    for item in lists.get("banned", ()):
        entry = {"term": item} if isinstance(item, str) else item
        yield Meant(entry["term"], ENDINGS, "banned", "", entry.get("languages"))
    for worse, better in lists.get("prefer", {}).items():
        yield Meant(worse, ENDINGS, "prefer", better)
    for item in lists.get("names", ()):
        entry = {"name": item} if isinstance(item, str) else item
        for spelling in ("", *filter(None, entry.get("wrong", ()))):
            yield Meant(spelling, AS_IS, "name", entry["name"])


def misspelt(view: View, known: Vocabulary) -> Iterator[tuple[Name, Span]]:
    """Where the letters of a name stand in another case, or parted or accented otherwise.

    A name that is a common word in lower case is taken for the word.
    """
    places = view.layer(PLACES)
    opened = places.keys() & known.openings.keys()
    if not opened:
        return
    words = view.layer(WORDS)
    for word in opened:
        for name, following in known.openings[word]:
            if following and places.keys().isdisjoint(following):
                continue
            for at in places[word]:
                span = _torn(words, at, name.letters)
                if span and _differs(view.text[span.start : span.end], name.name):
                    yield name, span


def _torn(words: Words, first: int, letters: str) -> Span | None:
    """The words from `first` on that have these letters together."""
    joined = ""
    for last in range(first, min(first + MOST_JOINED, len(words.tokens))):
        joined += words.tokens[last]
        if joined == letters:
            return words.span(first, last + 1)
        if not letters.startswith(joined):
            break
    return None


def _differs(said: str, name: str) -> bool:
    said = _SPACES.sub(" ", said)
    if said == name or said.isupper():
        return False
    one_word = " " not in name and name[1:].islower() and name.isalpha()
    return not (one_word and said.islower())
