"""Names of accounts and topics: @mention, #hashtag, $cashtag, and e-mail addresses.

Mentions, hashtags and cashtags follow twitter-text 3.1 (Apache-2.0), stated anew.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from socialint.lazy import regex
from socialint.named import NamedTuple

_ACCENTED = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0300-\u036f\u1e00-\u1eff"
# the sign comes first, and what may stand before it after: so the search skips from sign to sign
_MENTION = regex(
    r"[@＠](?:(?<![A-Za-z0-9_!#$%&*@＠].)|(?<=(?<![A-Za-z0-9_+~.-])[Rr][Tt].))"
    r"([A-Za-z0-9_]{1,20})(/[A-Za-z][A-Za-z0-9_-]{0,24})?"
)
_NOT_AFTER_MENTION = regex(rf"[@＠{_ACCENTED}]|://")
_HASH = regex("[#＃](?![\ufe0f\u20e3])")
_NOT_AFTER_HASHTAG = regex("[#＃]|://")
_TAG_SIGNS = frozenset("_\u200c\u200d\ua67e\u05be\u05f3\u05f4～〜゛゜゠・〃་༌·")
_ASCII_TAG = regex(r"[A-Za-z0-9_]*")
_CASHTAG = regex(
    r"(?:(?<![^\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\u202a-\u202e"
    r"\u2066-\u2069]))\$([A-Za-z]{1,6}(?:[._][A-Za-z]{1,2})?)(?![^\s!'#%&()*+,\\./:;<=>?@\[\]^_{|}~$-])"
)
_FEDIVERSE = regex(
    r"@(?<![\w@.].)([\w\u0300-\u036f.-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,})(?![\w\u0300-\u036f])"
)
_LONG_NAME = regex(r"[A-Za-z0-9_]{0,40}(?:\.[a-z0-9_]++(?:-[a-z0-9_]++)*+(?![\w\u0300-\u036f]))*")
_AT = regex("@")
# signs and combining accents that no address begins with
_NO_BEGINNING = ".%+-" + "".join(map(chr, range(0x300, 0x370)))
_LOCAL = regex(r"[\w\u0300-\u036f.+%-]{1,64}$")
_DOMAIN = regex(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}(?![\w\u0300-\u036f-])")


class Handle(NamedTuple):
    """A name found: its span with the sign, the name without, and the list that X lets follow."""

    start: int
    end: int
    name: str
    slug: str = ""


def find_mentions(text: str) -> Iterator[Handle]:
    """Accounts as X links them, in order; `slug` is the "/list" that follows, or ""."""
    if "@" not in text and "＠" not in text:
        return
    for match in _MENTION.finditer(text):
        if not _NOT_AFTER_MENTION.match(text, match.end()):
            yield Handle(*match.span(), match[1], match[2] or "")


def find_accounts(text: str) -> Iterator[Handle]:
    """Accounts on any network: longer names, names with dots, @user@server too."""
    if "@" not in text and "＠" not in text:
        return
    far = {match.start(): match.end() for match in _FEDIVERSE.finditer(text)}
    near = (handle for handle in find_mentions(text) if handle.start not in far)
    ends = far | {handle.start: _name_end(text, handle) for handle in near}
    done = 0
    for start in sorted(ends):
        if start >= done:
            done = ends[start]
            yield Handle(start, done, text[start + 1 : done])


def _name_end(text: str, handle: Handle) -> int:
    if handle.slug:
        return handle.end
    match = _LONG_NAME.match(text, handle.start + 1)
    return max(handle.end, match.end()) if match else handle.end


def find_hashtags(text: str) -> Iterator[Handle]:
    """Topics as X links them, in order."""
    if "#" not in text and "＃" not in text:
        return
    for match in _HASH.finditer(text):
        start, end = match.end(), _tag_end(text, match.end())
        name = text[start:end]
        if end == start or _NOT_AFTER_HASHTAG.match(text, end):
            continue
        before = text[match.start() - 1 : match.start()]
        if before == "&" or (before not in "\ufe0e\ufe0f" and _is_tag_sign(before)):
            continue
        if name.isdecimal() or not any(map(_is_letter, name)):
            continue
        yield Handle(match.start(), end, name)


def _tag_end(text: str, place: int) -> int:
    match = _ASCII_TAG.match(text, place)
    end = match.end() if match else place
    while end < len(text) and _is_tag_sign(text[end]):
        end += 1
    return end


def _is_tag_sign(char: str) -> bool:
    if not char or char.isascii():
        return char.isalnum() or char == "_"
    return unicodedata.category(char)[0] in "LM" or char.isdecimal() or char in _TAG_SIGNS


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LM"


def find_cashtags(text: str) -> Iterator[Handle]:
    """Ticker symbols as X links them, in order."""
    if "$" in text:
        for match in _CASHTAG.finditer(text):
            yield Handle(*match.span(), match[1])


def find_emails(text: str) -> Iterator[tuple[int, int]]:
    """Spans of e-mail addresses, in order."""
    done = 0
    for at in _AT.finditer(text):
        domain = _DOMAIN.match(text, at.end())
        local = domain and _LOCAL.search(text, max(done, at.start() - 64), at.start())
        if not domain or not local:
            continue
        start = local.end() - len(local[0].lstrip(_NO_BEGINNING))
        if start < at.start() and text[start - 1 : start] != "@":
            yield start, domain.end()
            done = domain.end()
