"""How long a text is for a platform, and where a limit cuts it."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from socialint.layers.entities.emoji import find_emoji
from socialint.layers.entities.handles import find_accounts
from socialint.layers.entities.urls import find_urls
from socialint.layers.graphemes import clusters, count_graphemes, floor
from socialint.layers.sms import count_sms, cut_sms
from socialint.lazy import regex

# X (twitter-text 3.1 configuration 3, docs.x.com "Counting characters") and Mastodon count any
# link for as long as its shortened form.
_LINK = 23
_EMOJI = 2
# X counts every character for two but those of these ranges
_HEAVY = regex("[^\0-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")


class Part(NamedTuple):
    """A stretch that a platform counts as a whole: text[start:end] weighs `weight`."""

    start: int
    end: int
    weight: int


class Counter(NamedTuple):
    """How a platform counts.

    `count` gives the length of a text; `cut` the offset (in code points) where what exceeds a
    limit begins, or None within the limit: never inside a link or a grapheme cluster.
    """

    count: Callable[[str], int]
    cut: Callable[[str, int], int | None]


def _cut(parts: Callable[[str], Iterable[Part]]) -> Callable[[str, int], int | None]:
    def cut(text: str, limit: int) -> int | None:
        total = 0
        for part in parts(text):
            total += part.weight
            if total > limit:
                return floor(text, part.start)
        return None

    return cut


def _by_cluster(weigh: Callable[[str], int]) -> Counter:
    def parts(text: str) -> Iterator[Part]:
        return (Part(start, end, weigh(text[start:end])) for start, end in clusters(text))

    return Counter(weigh, _cut(parts))


def _between(text: str, wholes: Iterable[Part], weigh: Callable[[str], int]) -> Iterator[Part]:
    """`wholes` and, between them, one part for each grapheme cluster, weighed by `weigh`."""
    last = 0
    for whole in (*wholes, Part(len(text), len(text), 0)):
        rest = text[last : whole.start]
        yield from (Part(last + a, last + b, weigh(rest[a:b])) for a, b in clusters(rest))
        if whole.weight:
            yield whole
        last = whole.end


def _sum(text: str, wholes: Iterable[Part], weigh: Callable[[str], int]) -> int:
    total = last = 0
    for whole in wholes:
        total += weigh(text[last : whole.start]) + whole.weight
        last = whole.end
    return total + weigh(text[last:])


def _merged(*groups: Iterable[Part]) -> list[Part]:
    kept: list[Part] = []
    for part in sorted(part for group in groups for part in group):
        if not kept or part.start >= kept[-1].end:
            kept.append(part)
    return kept


def _weight(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    return len(text) if text.isascii() else len(text) + len(_HEAVY.findall(text))


def _links(text: str) -> Iterator[Part]:
    return (Part(start, end, _LINK) for start, end in find_urls(text))


def _x_wholes(text: str) -> list[Part]:
    return _merged(_links(text), (Part(a, b, _EMOJI) for a, b in find_emoji(text)))


def count_x(text: str) -> int:
    """The weighted length on X: 280 is the limit of a free account."""
    text = unicodedata.normalize("NFC", text)
    return _sum(text, _x_wholes(text), _weight)


def count_x_before_emoji(text: str) -> int:
    """The same under configuration 2, in which emoji weigh what their code points weigh."""
    text = unicodedata.normalize("NFC", text)
    return _sum(text, _links(text), _weight)


def _mastodon_wholes(text: str) -> list[Part]:
    links = (p for p in _links(text) if text[p.start : p.start + 4].lower() == "http")
    names = (
        Part(name.start, name.end, 1 + len(name.name.partition("@")[0]))
        for name in find_accounts(text)
        if "@" in name.name
    )
    return _merged(links, names)


def count_mastodon(text: str) -> int:
    """Graphemes; a link with its protocol is 23, @user@server is @user (StatusLengthValidator)."""
    return _sum(text, _mastodon_wholes(text), count_graphemes)


def _threads_wholes(text: str) -> list[Part]:
    return [Part(a, b, count_bytes(text[a:b])) for a, b in find_emoji(text)]


def count_threads(text: str) -> int:
    """Characters; an emoji is as many as its bytes in UTF-8 (Meta, Threads API, "Posts")."""
    return _sum(text, _threads_wholes(text), len)


def count_bytes(text: str) -> int:
    """Bytes in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def count_utf16(text: str) -> int:
    """Code units in UTF-16, as JavaScript and Java count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


# a channel's name stands for the way it counts; other names are units
COUNTERS: Mapping[str, Counter] = {
    "x": Counter(count_x, _cut(lambda text: _between(text, _x_wholes(text), _weight))),
    "mastodon": Counter(
        count_mastodon,
        _cut(lambda text: _between(text, _mastodon_wholes(text), count_graphemes)),
    ),
    "threads": Counter(
        count_threads, _cut(lambda text: _between(text, _threads_wholes(text), len))
    ),
    "characters": _by_cluster(len),
    "graphemes": _by_cluster(count_graphemes),
    "bytes": _by_cluster(count_bytes),
    "utf16": _by_cluster(count_utf16),
    "sms": Counter(count_sms, cut_sms),
}
