"""In which sentences signs and entities that fill a slot may stand: cheap, and never too few."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from types import MappingProxyType

from socialint.checks.held import ENTITY_BITS
from socialint.layers.entities import FIGURES
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.view import View
from socialint.lazy import regex

ENTITY = ("date", "email", "emoji", "hashtag", "mention", "money", "number", "percent", "phone")
# grammar that is entities of these kinds
KINDS: Mapping[str, AbstractSet[str]] = MappingProxyType(
    {
        **{f"@{kind}": frozenset([kind]) for kind in ENTITY},
        "@figure": FIGURES,
        "@link": frozenset(["url"]),
    }
)
_SIGNS: Mapping[str, str] = MappingProxyType({"@exclamation": "!", "@question": "?"})
_PLACE = "@place"
_CAPITAL = regex(r"[A-ZÀ-ÖØ-Þ]|[’']s\b")  # no place is named without
BOUNDED = frozenset([*KINDS, *_SIGNS, _PLACE])
UNIT = "@unit"
_UNIT = regex(r"\d|[a-h](?:\d|$)")


def bounded(view: View, name: str, bits: int) -> int:
    """Those of the sentences `bits` in which `name`, one of `BOUNDED`, may begin after others."""
    if name in KINDS:
        held = 0
        for kind in KINDS[name]:
            held |= view.layer(ENTITY_BITS).get(kind, 0)
        return bits & held
    if name in _SIGNS:
        return bits if _SIGNS[name] in view.text else 0
    return sum(_named(view, bits))


def _named(view: View, bits: int) -> Iterator[int]:
    """The sentences with a capital but at their head."""
    sentences = view.layer(SENTENCES)
    for at, (start, end) in enumerate(sentences):
        if bits >> at & 1 and _CAPITAL.search(view.text, start + 1, end):
            yield 1 << at


def may_adjoin(view: View, place: int) -> bool:
    """Whether the number or letter of a unit (`UNIT`) may be the next word from `place` on."""
    words = view.layer(WORDS)
    if words.folded.origins is not None:
        return True  # a mark that folding drops may stand in the middle of the next word
    for word in words.tokens[place:]:
        if _UNIT.match(word):
            return True
        if word.isalnum():
            return False
    return False
