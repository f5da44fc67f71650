"""Links as X finds them in text, and as people mean them.

The rules are those of twitter-text 3.1 (Apache-2.0), stated anew so that no text takes more than
linear time; the conformance suite is the referee.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

_DATA = Path(__file__).parent.parent / "data"
_SPACES = "\t-\r \u0085\u00a0\u1680\u180e\u2000-\u200a\u2028\u2029\u202f\u205f\u3000"
_DIRECTIONS = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_INVALID = "\ufffe\ufeff\uffff"
# what a host may be made of, dots included: all but spaces and most punctuation
_HOST = re.compile(rf"[^!-,/:-@\[-^`{{-~{_SPACES}{_DIRECTIONS}{_INVALID}＠＃]+")
_DOT = re.compile(r"\.(?=\w)")
_ACCENTED = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    "\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_ACCENT = re.compile(f"[{_ACCENTED}]")
_BARE_HOST = re.compile(rf"(?:[A-Za-z0-9{_ACCENTED}-]++\.)++")
_PROTOCOL = re.compile(r"https?://$", re.IGNORECASE)
_NOT_BEFORE = re.compile(rf"[A-Za-z0-9@＠$#＃{_INVALID}]")
_ALNUM = re.compile(r"[A-Za-z0-9]+")
_PUNYCODE = re.compile(r"xn--[A-Za-z0-9-]+", re.IGNORECASE)
_IP = re.compile(r"\d{1,3}(?:\.\d{1,3}){3}(?![\w.-])")

_PATH_CHARS = rf"[A-Za-z0-9\u0400-\u04ff{_ACCENTED}!*';:=+,.$/%#\[\]\u2013_~@|&-]"
_PARENS = rf"\({_PATH_CHARS}*+(?:\({_PATH_CHARS}++\){_PATH_CHARS}*+)?+\)"
_PORT = re.compile(r":\d+")
_PATH = re.compile(rf"/(?:{_PATH_CHARS}++|{_PARENS})*+")
_PATH_END = re.compile(rf"[A-Za-z0-9\u0400-\u04ff{_ACCENTED}=_#/+)-]")
_QUERY = re.compile(r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]_.,~|-]*+")
_QUERY_END = re.compile(r"[A-Za-z0-9_&=#/-]")
_TCO = re.compile(r"https?://t\.co/([A-Za-z0-9]+)", re.IGNORECASE)
_LONGEST_URL, _LONGEST_SLUG, _LONGEST_LABEL = 4096, 40, 63


@cache
def tlds() -> frozenset[str]:
    """Top-level domains, lower case (`data/tlds.txt` names its source)."""
    lines = (_DATA / "tlds.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if line[:1] != "#" for name in line.split())


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
    host_end = _host_end(text, start, end) or (_any_host(text, start, end) if wide else 0)
    if not host_end:
        return []
    slug = _TCO.match(text, first)
    if not slug:
        return [(first, _tail(text, host_end))]
    if len(slug[1]) > _LONGEST_SLUG:
        return []
    return [(first, _query(text, slug.end()))]


def _any_host(text: str, start: int, end: int) -> int:
    host = text[start:end].rstrip(".-_")
    last = host.rpartition(".")[2]
    known = _IP.fullmatch(host) or (host.isascii() and last.isalpha() and len(last) > 1)
    return start + len(host) if known and text[end : end + 1] not in {"@", "+"} else 0


def _bare(text: str, start: int, end: int, *, wide: bool) -> Iterator[tuple[int, int]]:
    while start < end and not _may_precede(text, start):
        start = _after_foreign(text, start, end)
    if start >= end or text[start] in "-_." or (start and text[start - 1] in "-_./"):
        return
    host_end = _host_end(text, start, end)
    spans = list(_ascii_hosts(text, start, host_end)) if host_end else []
    if not spans:
        return
    if text[host_end : host_end + 1] in {"/", ":"}:
        tail = _tail(text, host_end)
        port = _end(_PORT.match(text, host_end), host_end)
        spans[-1] = (spans[-1][0], tail if text[port : port + 1] == "/" else spans[-1][1])
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


def _host_end(text: str, start: int, end: int) -> int:
    labels = text[start:end].split(".")
    place, best = start, 0
    for index, label in enumerate(labels):
        last = index == len(labels) - 1
        if index and "_" not in labels[index - 1]:
            size = _tld_length(label, text[end : end + 1] if last else ".")
            best = place + size if size else best
        if not label or label[0] in "-_" or label[-1] in "-_":
            break
        place += len(label) + 1
    return best


def _tld_length(label: str, after: str) -> int:
    if match := _PUNYCODE.match(label):
        return match.end()
    match = _ALNUM.match(label)
    if match and match[0].lower() in tlds():
        follows = label[match.end() : match.end() + 1] or after
        return 0 if follows and follows in "@+-" else match.end()
    if label.isascii():
        return 0
    return next((n for n in range(min(len(label), 24), 0, -1) if _is_tld(label, n, after)), 0)


def _is_tld(label: str, size: int, after: str) -> bool:
    follows = label[size : size + 1] or after
    if follows and (follows in "@+-" or (follows.isascii() and follows.isalnum())):
        return False
    return label[:size].lower() in tlds()


def _ascii_hosts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _BARE_HOST.finditer(text, start, end):
        place = match.end()
        while place > match.start():
            label_end = text.find(".", place, end)
            label = text[place : end if label_end < 0 else label_end]
            size = _tld_length(label, text[end : end + 1] if label_end < 0 else ".")
            if size:
                yield match.start(), place + size
                break
            place = text.rfind(".", match.start(), place - 1) + 1


def _tail(text: str, place: int) -> int:
    place = _end(_PORT.match(text, place), place)
    if path := _PATH.match(text, place):
        end = path.end()
        while end > place + 1 and not _PATH_END.match(text, end - 1):
            end -= 1
        place = end
    return _query(text, place)


def _query(text: str, place: int) -> int:
    end = _end(_QUERY.match(text, place), place)
    while end > place + 1 and not _QUERY_END.match(text, end - 1):
        end -= 1
    return end if end > place + 1 else place


def _is_valid(url: str) -> bool:
    host = _HOST.search(url, url.find("://", 0, 8) + 1)
    labels = host[0].split(".") if host else []
    return len(url) <= _LONGEST_URL and all(map(_is_label, labels))


def _is_label(label: str) -> bool:
    if label.isascii():
        return len(label) <= _LONGEST_LABEL
    if label[:4].lower() == "xn--" or len(label) > _LONGEST_LABEL:
        return False
    return len(label.lower().encode("punycode")) <= _LONGEST_LABEL - len("xn--")
