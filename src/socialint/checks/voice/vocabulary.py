"""The brand's own words: those it bans, those it prefers, names with their spelling."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.voice.kept import kept, standing, tokens_of
from socialint.finding import Change, Clue, Hit
from socialint.layers.candidates import PLACES
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.language import main_language
from socialint.layers.view import View
from socialint.layers.zones import ZONES, ZoneKind
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

QUOTED: tuple[ZoneKind, ...] = ("quotation", "block-quote", "code", "comment")
ADDRESSES = frozenset({"url", "email", "mention", "hashtag"})
# what an entry may end in beyond its letters: its plural and its feminine
ENDINGS = ("", "s", "x", "es", "e")
MOST_JOINED = 6  # words that one name may be torn into
_SPACES = regex(r"[\s\u00a0\u202f]+")


class Fault(NamedTuple):
    """A word that is not the brand's, where it stands; `wanted` is what to write, or ""."""

    span: Span
    variant: str
    wanted: str = ""


def prepare(params: Params, words: Words) -> Detect:
    """A hit for each word of the profile's lists, its first place; the others support it."""

    def detect(subject: Subject) -> Iterator[Hit]:
        lists = subject.profile.get("vocabulary", {})
        for segment, view in subject.views.items():
            faults = [*_faults(view, lists)]
            free = _free(view, subject) if faults else None
            firsts: dict[tuple[str, str], list[Fault]] = {}
            for fault in faults:
                if free and free(fault):
                    said = view.text[fault.span.start : fault.span.end].casefold()
                    firsts.setdefault((fault.variant, said), []).append(fault)
            for first, *others in firsts.values():
                changes = tuple(
                    Change(segment, one.span, _cased(view, one)) for one in (first, *others)
                )
                args = {"wanted": first.wanted}
                clues = tuple(Clue(segment, other.span, alone=args) for other in others)
                edits = changes if first.wanted else ()
                yield Hit(segment, first.span, first.variant, args, clues, edits)

    return detect


def _free(view: View, subject: Subject) -> Any:
    """Whether a fault stands outside quotations, addresses and fixed phrases."""
    zones, fixed = view.layer(ZONES), kept(view, subject.profile)
    addresses = [Span(e.start, e.end) for e in view.layer(ENTITIES) if e.kind in ADDRESSES]

    def free(fault: Fault) -> bool:
        span = fault.span
        if fault.variant != "name" and zones.touches(*span, *QUOTED):
            return False
        return not any(span.start < end and start < span.end for start, end in (*fixed, *addresses))

    return free


def _faults(view: View, lists: Mapping[str, Any]) -> Iterator[Fault]:
    lang = main_language(view)
    for item in lists.get("banned", ()):
        entry = {"term": item} if isinstance(item, str) else item
        if lang in entry.get("languages", (lang,)):
            yield from (Fault(span, "banned") for span in standing(view, entry["term"], ENDINGS))
    for worse, better in lists.get("prefer", {}).items():
        bad = list(standing(view, worse, ENDINGS))
        good = list(standing(view, better, ENDINGS)) if bad else []
        for span in bad:
            if not any(start <= span.start and span.end <= end for start, end in good):
                yield Fault(span, "prefer", better)
    for item in lists.get("names", ()):
        name = item if isinstance(item, str) else item["name"]
        wrong = () if isinstance(item, str) else item.get("wrong", ())
        yield from (Fault(span, "name", name) for span in _misspelt(view, name, wrong))


def _misspelt(view: View, name: str, wrong: Sequence[str]) -> Iterator[Span]:
    """Where the letters of a name stand in another case, or parted or accented otherwise.

    A name that is a common word in lower case is taken for the word.
    """
    words, letters = view.layer(WORDS), "".join(tokens_of(name))
    places, beginnings = view.layer(PLACES), _beginnings(letters)
    for first in sorted([at for word in places.keys() & beginnings for at in places[word]]):
        joined = ""
        for last in range(first, min(first + MOST_JOINED, len(words.tokens))):
            joined += words.tokens[last]
            if joined == letters:
                span = words.span(first, last + 1)
                if _differs(view.text[span.start : span.end], name):
                    yield span
            if not letters.startswith(joined):
                break
    for spelling in wrong:
        yield from standing(view, spelling)


@lru_cache(maxsize=1024)
def _beginnings(letters: str) -> frozenset[str]:
    return frozenset(letters[:end] for end in range(1, len(letters) + 1))


def _differs(said: str, name: str) -> bool:
    said = _SPACES.sub(" ", said)
    if said == name or said.isupper():
        return False
    one_word = " " not in name and name[1:].islower() and name.isalpha()
    return not (one_word and said.islower())


def _cased(view: View, fault: Fault) -> str:
    """The better word with the first letter as large as that of the worse."""
    large = view.text[fault.span.start].isupper() and fault.variant != "name"
    return fault.wanted[:1].upper() + fault.wanted[1:] if large else fault.wanted


VOCABULARY = Check(prepare, wants=("vocabulary",), args=("wanted",))
