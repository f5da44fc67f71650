"""HTML in a Markdown body: a reader sees the line breaks that it makes, and none of its tags."""

from __future__ import annotations

import re

from socialint.formats.cuts import Cuts
from socialint.lazy import regex

_TAG = regex(r"<!--(?:.*?-->|.*)|</?[A-Za-z][^<>]*>|<[!?][^<>]*>", re.DOTALL)
_BREAK = regex(r"<br\s*/?>", re.IGNORECASE)


def take_tags(cuts: Cuts, start: int, end: int) -> None:
    """Leave out all tags between two places of the body, and comments."""
    for match in _TAG.finditer(cuts.body, start, end):
        take_tag(cuts, *match.span())


def take_tag(cuts: Cuts, start: int, end: int) -> None:
    """Leave out the tag that stands there; one for a line break makes one, if none follows."""
    if not _BREAK.fullmatch(cuts.body, start, end):
        cuts.vanish(start, end)
        return
    follows = cuts.body[end : end + 1] in ("\n", "\r")
    cuts.put(start, end, "" if follows else "\n")
