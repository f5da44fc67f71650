"""Where the host of a link ends: labels, and a top-level domain that exists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from socialint.layers.tables import DATA
from socialint.lazy import regex

# letters of Latin with marks, composed or not, that links may hold
ACCENTED = (
    "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0253\u0254\u0256\u0257\u0259\u025b\u0263\u0268"
    "\u026f\u0272\u0289\u028b\u02bb\u0300-\u036f\u1e00-\u1eff"
)
_BARE_HOST = regex(rf"(?:[A-Za-z0-9{ACCENTED}-]++\.)++")
_ALNUM = regex(r"[A-Za-z0-9]+")
_PUNYCODE = regex(r"xn--[A-Za-z0-9-]+", re.IGNORECASE)
_IP = regex(r"\d{1,3}(?:\.\d{1,3}){3}(?![\w.-])")
_LONGEST_LABEL = 63
# No registry sells names under it (RFC 2606): in a draft it stands for an address that is not
# chosen yet, and counts for as much.  (.test, reserved too, is no link in X's own suite.)
_STAND_INS = frozenset({"example"})


@cache
def tlds() -> frozenset[str]:
    """Top-level domains, lower case (`data/tlds.txt` names its source), and their stand-in."""
    lines = (DATA / "tlds.txt").read_text("utf-8").splitlines()
    return _STAND_INS.union(name for line in lines if line[:1] != "#" for name in line.split())


def host_end(text: str, start: int, end: int) -> int:
    """The end of the longest host that begins text[start:end], or 0."""
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


def ascii_hosts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the hosts in Latin letters that text[start:end], a host, is made of."""
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


def any_host_end(text: str, start: int, end: int) -> int:
    """The end of text[start:end] where it looks like a host, known or not, or 0."""
    host = text[start:end].rstrip(".-_")
    last = host.rpartition(".")[2]
    known = _IP.fullmatch(host) or (host.isascii() and last.isalpha() and len(last) > 1)
    return start + len(host) if known and text[end : end + 1] not in {"@", "+"} else 0


def is_label(label: str) -> bool:
    """Whether a part of a host is short enough, in Punycode if need be (RFC 1035)."""
    if label.isascii():
        return len(label) <= _LONGEST_LABEL
    if label[:4].lower() == "xn--" or len(label) > _LONGEST_LABEL:
        return False
    return len(label.lower().encode("punycode")) <= _LONGEST_LABEL - len("xn--")
