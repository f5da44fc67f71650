"""How long a text is for a platform, and where a limit cuts it."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from socialint.layers.entities.emoji import find_emoji
from socialint.layers.entities.handles import find_accounts
from socialint.layers.entities.urls import find_urls
from socialint.layers.graphemes import count_graphemes, floor
from socialint.layers.sms import count_sms, cut_sms
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import apart

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


def _fitting(text: str, weigh: Callable[[str], int], room: int) -> int:
    """How much of `text` weighs `room` at most; a beginning never weighs more than the whole.

    Nearly all code points weigh one: the place is looked for beside `room`, then further off.
    """
    low, high, step = 0, min(room, len(text)), 1
    weight = weigh(text[:high])
    while weight <= room and high < len(text):
        low, high = high, min(len(text), high + max(step, room - weight + 1))
        step *= 2
        weight = weigh(text[:high])
    near = high - (weight - room)
    if near > low and weigh(text[:near]) <= room:
        low = near
    places = range(low, high + 1)
    return low + bisect_right(places, room, key=lambda place: weigh(text[:place])) - 1


def _cut(
    wholes: Callable[[str], Iterable[Part]], weigh: Callable[[str], int]
) -> Callable[[str, int], int | None]:
    """Adds up whole stretches as far as they fit; looks closer at the one that doesn't."""

    def cut(text: str, limit: int) -> int | None:
        room, last = limit, 0
        for whole in (*wholes(text), Part(len(text), len(text), 0)):
            between = text[last : whole.start]
            weight = weigh(between)
            if weight > room:
                return floor(text, last + floor(between, _fitting(between, weigh, room)))
            room -= weight + whole.weight
            if room < 0:
                return floor(text, whole.start)
            last = whole.end
        return None

    return cut


def _counter(
    count: Callable[[str], int],
    weigh: Callable[[str], int],
    wholes: Callable[[str], Iterable[Part]] = lambda _: (),
) -> Counter:
    return Counter(count, _cut(wholes, weigh))


def _sum(text: str, wholes: Iterable[Part], weigh: Callable[[str], int]) -> int:
    total = last = 0
    for whole in wholes:
        total += weigh(text[last : whole.start]) + whole.weight
        last = whole.end
    return total + weigh(text[last:])


def _merged(*groups: Iterable[Part]) -> list[Part]:
    return list(apart(sorted(part for group in groups for part in group)))


def _weight(text: str) -> int:
    text = unicodedata.normalize("NFC", text)
    return len(text) if text.isascii() else len(text) + len(_HEAVY.findall(text))


@lru_cache(maxsize=1)  # X and Mastodon are asked one after the other
def _links(text: str) -> Sequence[Part]:
    return [Part(start, end, _LINK) for start, end in find_urls(text)]


@lru_cache(maxsize=1)  # a length and a cut are asked for one after the other
def x_wholes(text: str) -> Sequence[Part]:
    """Links and emoji, as X counts them."""
    return _merged(_links(text), (Part(a, b, _EMOJI) for a, b in find_emoji(text)))


def count_x(text: str) -> int:
    """The weighted length on X: 280 is the limit of a free account."""
    text = unicodedata.normalize("NFC", text)
    return _sum(text, x_wholes(text), _weight)


@lru_cache(maxsize=1)  # a length and a cut are asked for one after the other
def mastodon_wholes(text: str) -> Sequence[Part]:
    """Links with their protocol and names with their server, as Mastodon counts them."""
    links = (p for p in _links(text) if text[p.start : p.start + 4].lower() == "http")
    names = (
        Part(name.start, name.end, 1 + len(name.name.partition("@")[0]))
        for name in find_accounts(text)
        if "@" in name.name
    )
    return _merged(links, names)


def count_mastodon(text: str) -> int:
    """Graphemes; a link with its protocol is 23, @user@server is @user (StatusLengthValidator)."""
    return _sum(text, mastodon_wholes(text), count_graphemes)


@lru_cache(maxsize=1)  # a length and a cut are asked for one after the other
def threads_wholes(text: str) -> Sequence[Part]:
    """Emoji, as Threads counts them."""
    return [Part(a, b, count_bytes(text[a:b])) for a, b in find_emoji(text)]


def count_threads(text: str) -> int:
    """Characters; an emoji is as many as its bytes in UTF-8 (Meta, Threads API, "Posts")."""
    return _sum(text, threads_wholes(text), len)


def count_bytes(text: str) -> int:
    """Bytes in UTF-8."""
    return len(text) if text.isascii() else len(text.encode("utf-8", "surrogatepass"))


def count_utf16(text: str) -> int:
    """Code units in UTF-16, as JavaScript and Java count."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


# a channel's name stands for the way it counts; other names are units
COUNTERS: Mapping[str, Counter] = {
    "x": _counter(count_x, _weight, x_wholes),
    "mastodon": _counter(count_mastodon, count_graphemes, mastodon_wholes),
    "threads": _counter(count_threads, len, threads_wholes),
    "characters": _counter(len, len),
    "graphemes": _counter(count_graphemes, count_graphemes),
    "bytes": _counter(count_bytes, count_bytes),
    "utf16": _counter(count_utf16, count_utf16),
    "sms": Counter(count_sms, cut_sms),
}
