"""How a report is to look: language, colours, width, and the marks that the output can show."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from socialint.frozen import Frozen
from socialint.named import NamedTuple

WIDTH = 89  # columns, where nothing says how many there are


class Marks(NamedTuple):
    """The signs that a report draws with."""

    gutter: str
    under: str
    corner: str
    more: str
    dot: str
    skip: str


_DRAWN = Marks("│", "━", "╰", "…", "·", "⋮")
_TYPED = Marks("|", "^", "`", "...", "-", ":")

_STYLES: Mapping[str, str] = {
    "error": "1;31",
    "warning": "1;33",
    "info": "1;36",
    "path": "1;4",
    "rule": "1",
    "aside": "2",
    "fix": "32",
}


class Look(Frozen):
    """What the output can show, and how the reader wants it.

    `width` counts columns; `encoding` is the output's, as `codecs` names it; `profile` says
    whether the run had a brand profile.
    """

    lang: str = "en"
    colour: bool = False
    width: int = WIDTH
    encoding: str = "utf-8"
    profile: bool = False

    @cached_property
    def marks(self) -> Marks:
        """Drawn signs where the encoding has them all, else typed ones."""
        try:
            "".join(_DRAWN).encode(self.encoding)
        except UnicodeEncodeError:
            return _TYPED
        return _DRAWN

    def paint(self, style: str, text: str) -> str:
        """`text` in the colours of a style, if there are to be any."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colour and text else text
