"""Names, whose words no brand chose: Hotel Chill, Cool Habitat."""

from __future__ import annotations

from socialint.lazy import regex

# where a sentence, a clause or a line begins a capital says nothing
_FRESH = regex(r"(?:^|[.!?…:;\n•*\"“«(–—]|[\U0001f000-\U0001faff\ufe0f])\s*\Z")
_BEFORE = 12
_LOWER = regex(r"[^\W\d_A-ZÀ-ÖØ-Þ]")


def is_name(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] begins in a capital where no sentence does, in a text not all so.

    It can't tell a name from a word written large for effect.
    """
    if not text[start].isupper() or _FRESH.search(text, max(0, start - _BEFORE), start):
        return False
    return text[start:end].title() == text[start:end] and _LOWER.search(text) is not None
