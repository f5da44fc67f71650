"""What follows the host of a link: port, path, query."""

from __future__ import annotations

import re
from functools import cache

from socialint.layers.entities.hosts import ACCENTED
from socialint.lazy import regex
from socialint.named import NamedTuple

_PORT = regex(r":\d+")
_QUERY = regex(r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]_.,~|-]*+")
_QUERY_END = regex(r"[A-Za-z0-9_&=#/-]")


class _Path(NamedTuple):
    whole: re.Pattern[str]
    end: re.Pattern[str]


@cache
def _path() -> _Path:
    chars = rf"[A-Za-z0-9\u0400-\u04ff{ACCENTED}!*';:=+,.$/%#\[\]\u2013_~@|&-]"
    parens = rf"\({chars}*+(?:\({chars}++\){chars}*+)?+\)"
    return _Path(
        regex(rf"/(?:{chars}++|{parens})*+"),
        regex(rf"[A-Za-z0-9\u0400-\u04ff{ACCENTED}=_#/+)-]"),
    )


def tail_end(text: str, place: int) -> int:
    """The end of the port, path and query that begin at `place`."""
    place = port_end(text, place)
    path = _path().whole.match(text, place) if text[place : place + 1] == "/" else None
    if path:
        end = path.end()
        while end > place + 1 and not _path().end.match(text, end - 1):
            end -= 1
        place = end
    return query_end(text, place)


def port_end(text: str, place: int) -> int:
    """The end of the port that begins at `place`, if one does."""
    port = _PORT.match(text, place)
    return port.end() if port else place


def query_end(text: str, place: int) -> int:
    """The end of the query that begins at `place`, if one does."""
    query = _QUERY.match(text, place)
    end = query.end() if query else place
    while end > place + 1 and not _QUERY_END.match(text, end - 1):
        end -= 1
    return end if end > place + 1 else place
