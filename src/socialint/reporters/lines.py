"""Text in lines of so many columns."""

from __future__ import annotations

from socialint.lazy import regex
from socialint.reporters.cells import cells, width

_SPACES = regex(r"(?<!«)[ \t\r\n]+(?![»:;!?])")


def wrap(text: str, room: int, *, cut: bool = True) -> list[str]:
    """`text`, as `plain` shows it, in lines of at most `room` columns.

    They break at plain spaces where there are any, but not before a sign that French sets
    apart, nor after an opening guillemet.  Without `cut` a word that is wider stays whole, as a
    path that is to be clicked.
    """
    lines: list[str] = []
    line, used = "", 0
    for word in _SPACES.split(text.strip(" \t\r\n")):
        for part in _broken(word, room) if cut else (word,):
            wide = width(part)
            if line and used + 1 + wide > room:
                lines.append(line)
                line, used = "", 0
            line, used = (f"{line} {part}", used + 1 + wide) if line else (part, wide)
    return [*lines, line]


def _broken(word: str, room: int) -> list[str]:
    """A word that is wider than a line, cut to the line's width."""
    if width(word) <= room:
        return [word]
    parts, part, used = [], "", 0
    for cell in cells(word):
        if part and used + cell.width > room:
            parts.append(part)
            part, used = "", 0
        part, used = part + cell.shown, used + cell.width
    return [*parts, part]
