"""Whose kin a word of kin names: the writer's, who is tied by it, or somebody else's."""

from __future__ import annotations

from socialint.layers.phrases import Match
from socialint.lazy import regex

# Kin as part of a firm's name: « Morel et Fils », “Hook & daughter”, « Morel Père et Fils ».
_CAPITAL = r"[A-ZÀ-ÖØ-Þ][\w-]*"
FIRM = regex(
    rf"(?<!\w){_CAPITAL}[ \u00a0](?:({_CAPITAL})[ \u00a0])?"
    rf"(?:&[ \u00a0](\w+)|(?:et|and|ET|AND)[ \u00a0]({_CAPITAL}))"
)
_BETWEEN = r"(?:(?!(?:m(?:on|a|es)|notre|nos|my|our)\b)[^\W\d_]+[ \u00a0])?$"  # « son petit frère »
_PRONOUN = r"s(?:on|a|es)|leurs?|t(?:on|a|es)|v(?:otre|os)|his|her|their|your"
ANOTHERS = regex(rf"(?i)\b(?:{_PRONOUN})[ \u00a0]{_BETWEEN}")
# "Ben's sister", but not "it's"
GENITIVE = regex(rf"(?i)\b(?!(?:it|he|she|that|here|there|who)['’])[\w-]+['’]s[ \u00a0]{_BETWEEN}")
WIDE = 30  # code points before the word in which it stands
# « un père et son fils », “a mother and her two daughters”: two who are each other's
ONE = regex(r"(?i)\b(?:une?|an?)[ \u00a0](?:[^\W\d_]+[ \u00a0])?$")
WITH = regex(r"(?i)[ \u00a0](?:et|and|&)[ \u00a0](?:s(?:on|a|es)|his|her|their)\b")


def is_anothers(text: str, kin: Match, *, named: bool) -> bool:
    """Whether it is the kin of somebody else than the writer; `named`: so is that of a name.

    It can't see whose cousin "a cousin" is, who is often the writer's.
    """
    before = text[max(0, kin.start - WIDE) : kin.start]
    if ANOTHERS.search(before) or (named and GENITIVE.search(before)):
        return True
    return ONE.search(before) is not None and WITH.match(text, kin.end) is not None


def is_firm(text: str, kin: Match) -> bool:
    """Whether it is part of a firm's name."""
    return any(kin.start in map(firm.start, (1, 2, 3)) for firm in FIRM.finditer(text))
