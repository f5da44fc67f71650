"""E-mail addresses of persons; those of roles and services are published on purpose."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.layers.fold import fold
from socialint.layers.personal.datum import Datum, in_address, vocabulary
from socialint.lazy import regex

_MOST_LOCAL = 64  # RFC 5321, 4.5.3.1.1
_HOST = regex(r"(?:[^\W_][\w-]{0,62}\.){1,8}([^\W\d_]{2,24})(?![\w@])")
_AT = regex(r"[@＠]|[ \u00a0]?[(\[](?:at|arobase|@)[)\]][ \u00a0]?")
# an accent may be a character of its own
_SIGNS = frozenset("._+-'%") | frozenset(map(chr, range(0x300, 0x370)))
_PART = regex(r"[^\W\d_]+")
_FILES = frozenset(["png", "jpg", "jpeg", "gif", "svg", "webp", "pdf", "js", "css", "ts"])


def find_mails(text: str) -> Iterator[Datum]:
    """Addresses in text order, but for those of roles and services."""
    for sign in _AT.finditer(text):
        local = _local(text, sign.start())
        host = _HOST.match(text, sign.end())
        if local is None or host is None or host[1].lower() in _FILES:
            continue
        if not is_role(text[local : sign.start()]):
            yield Datum("email", local, host.end())


def _local(text: str, at: int) -> int | None:
    floor = max(0, at - _MOST_LOCAL)
    stretch = text[floor:at]
    begin = len(stretch)
    while begin and (stretch[begin - 1].isalnum() or stretch[begin - 1] in _SIGNS):
        begin -= 1
    start = floor + begin
    while start < at and not text[start].isalnum() and text[start] != "_":
        start += 1
    if start == at or (start and text[start - 1] in "@＠/") or in_address(text, start):
        return None
    return start


def is_role(local: str) -> bool:
    """Whether the part before the @ names a role, a service or a place, not a person."""
    parts = _PART.findall(fold(local).text)
    roles = vocabulary()["roles"]
    candidates = (parts[0], parts[-1], "".join(parts)) if parts else ()
    return any(each in roles or each.removesuffix("s") in roles for each in candidates)


def is_personal_mail(mail: str) -> bool:
    """Whether the address has the form of a person's: on a free service, or first and last name."""
    local, _, host = mail.lower().replace("＠", "@").partition("@")
    if host.partition(".")[0] in vocabulary()["free_mail"]:
        return True
    return len(_PART.findall(local)) > 1
