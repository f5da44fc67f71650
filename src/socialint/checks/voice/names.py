"""Names, whose words no brand chose: Hotel Chill, Cool Habitat, the Fund of… (FRIC)."""

from __future__ import annotations

from socialint.lazy import regex

# where a sentence, a clause or a line begins a capital says nothing
_FRESH = regex(r"(?:^|[.!?…:;\n•*\"“«(–—]|[\U0001f000-\U0001faff\ufe0f])\s*\Z")
_TITLE = regex(r"\b(?:Mr|Mrs|Ms|Dr|St|M|Me|Pr)\. ?\Z")
_BEFORE = 12
_LOWER = regex(r"[^\W\d_A-ZÀ-ÖØ-Þ]")
# Synergy House is…: at a sentence's start two capitals, of which a verb tells
_SUBJECT = regex(
    r"[ \u00a0](?=[A-ZÀ-ÖØ-Þ])[^\W\d_]+[ \u00a0]"
    r"(?:is|was|are|were|has|had|will|opens|est|était|sont|sera|seront|ouvre|a)\b"
)


def is_name(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] is written as names are, in a text not all in capitals.

    A capital where no sentence begins or behind a title (Mr.), two capitals before a verb where
    one does, or letters that the text brings in as short for a name: “(FRIC)”.  It can't tell a
    name from a word written large for effect.
    """
    said = text[start:end]
    if not said[0].isupper() or _LOWER.search(text) is None:
        return False
    if said.isupper():
        return f"({said})" in text
    if said.title() != said:
        return False
    from_here = max(0, start - _BEFORE)
    if not _FRESH.search(text, from_here, start) or _TITLE.search(text, from_here, start):
        return True
    return _SUBJECT.match(text, end) is not None
