"""Links as X finds them in text, and as people mean them.

The rules are those of twitter-text 3.1 (Apache-2.0), stated anew so that no text takes more than
linear time; the conformance suite is the referee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from socialint.layers.entities.hosts import (
    ACCENTED,
    any_host_end,
    ascii_hosts,
    host_end,
    is_label,
)
from socialint.layers.entities.tails import port_end, query_end, tail_end
from socialint.lazy import regex

_SPACES = "\t-\r \u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVALID = "\ufffe\ufeff\uffff"
# what a host may be made of, dots included: all but spaces and most punctuation
_HOST = regex(rf"[^!-,/:-@\[-^`{{-~{_SPACES}{_DIRECTIONS}{_INVALID}＠＃]+")
_DOT = regex(r"\.(?=\w)")
_ACCENT = regex(f"[{ACCENTED}]")
_PROTOCOL = regex(r"https?://$", re.IGNORECASE)
_NOT_BEFORE = regex(rf"[A-Za-z0-9@＠$#＃{_INVALID}]")
_TCO = regex(r"https?://t\.co/([A-Za-z0-9]+)", re.IGNORECASE)
_LONGEST_URL, _LONGEST_SLUG = 4096, 40


def find_urls(text: str, *, wide: bool = False) -> Iterator[tuple[int, int]]:
    """Spans of links, in order.

    As X links them; with `wide`, also https:// with a host that has no known top-level domain,
    and not the bare host that a space forgotten after a full stop makes ("merci.Il", "mai.août").
    """
    done = 0
    for dot in _DOT.finditer(text):
        if dot.start() < done:
            continue
        start = _run_start(text, dot.start(), done)
        end = _end(_HOST.match(text, dot.start()), dot.end())
        protocol = _PROTOCOL.search(text, max(done, start - 8), start)
        found = (
            _with_protocol(text, protocol.start(), start, end, wide=wide)
            if protocol and _may_precede(text, protocol.start())
            else list(_bare(text, start + (start == done > 0), end, wide=wide))
        )
        yield from (span for span in found if _is_valid(text[slice(*span)]))
        done = found[-1][1] if found else end


def _end(match: re.Match[str] | None, default: int) -> int:
    return match.end() if match else default


def _run_start(text: str, place: int, floor: int) -> int:
    likely = max(floor, *(text.rfind(sign, floor, place) + 1 for sign in " /\n"))
    if _HOST.fullmatch(text, likely, place):
        return likely
    while place > floor and _HOST.match(text, place - 1, place):
        place -= 1
    return place


def _may_precede(text: str, start: int) -> bool:
    return start == 0 or not _NOT_BEFORE.match(text, start - 1)


def _with_protocol(
    text: str, first: int, start: int, end: int, *, wide: bool
) -> list[tuple[int, int]]:
    host = host_end(text, start, end) or (any_host_end(text, start, end) if wide else 0)
    if not host:
        return []
    slug = _TCO.match(text, first)
    if not slug:
        return [(first, tail_end(text, host))]
    if len(slug[1]) > _LONGEST_SLUG:
        return []
    return [(first, query_end(text, slug.end()))]


def _bare(text: str, start: int, end: int, *, wide: bool) -> Iterator[tuple[int, int]]:
    while start < end and not _may_precede(text, start):
        start = _after_foreign(text, start, end)
    if start >= end or text[start] in "-_." or (start and text[start - 1] in "-_./"):
        return
    host = host_end(text, start, end)
    spans = list(ascii_hosts(text, start, host)) if host else []
    if not spans:
        return
    if text.startswith("/", port_end(text, host)):
        spans[-1] = (spans[-1][0], tail_end(text, host))
    yield from (span for span in spans if not (wide and _is_slip(text, *span)))


def _after_foreign(text: str, start: int, end: int) -> int:
    for place in range(start, end):
        if text[place] == ".":
            break
        if not text[place].isascii():
            return place + 1
    return end


def _is_slip(text: str, start: int, end: int) -> bool:
    if _ACCENT.match(text, end):
        return True
    last = text[start:end].rpartition(".")[2]
    return last[0].isupper() and last[1:].islower() and not text.startswith("www.", start)


def _is_valid(url: str) -> bool:
    host = _HOST.search(url, url.find("://", 0, 8) + 1)
    labels = host[0].split(".") if host else []
    return len(url) <= _LONGEST_URL and all(map(is_label, labels))
