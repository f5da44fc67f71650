"""The same reply sent to several people."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import compress, count
from operator import itemgetter
from typing import Any

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.picked import Picked, alike, in_turn
from socialint.finding import Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.profile import Profile
from socialint.text import Span

# What a template fills in: these differ between two copies of one reply.
FILLED = frozenset({"mention", "url", "email", "phone", "number", "money", "date", "time"})


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    least: int = params["words"]

    def keep(subject: Subject) -> Kept | None:
        first = next(iter(subject.views.items()), None)
        if first is None:  # a reply may hold no text at all
            return None
        segment, view = first
        if len(view.layer(WORDS).tokens) < least or len(frame := _frame(view)) < least:
            return None
        return Kept(Hit(segment, Span(0, len(segment.text))), _number(" ".join(frame)))

    return keep


def _number(text: str) -> int:
    digest = _hash()(text.encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True)


@cache
def _hash() -> Callable[..., Any]:
    from hashlib import blake2b  # noqa: PLC0415  2 ms, only where there is a reply

    return blake2b


def _frame(view: View) -> list[str]:
    """The words that stay when names, numbers, addresses, greeting and signature go.

    A word with a capital inside a sentence is taken for a name.
    """
    text, left, (starts, ends) = view.text, [*view.layer(WORDS).tokens], _edges(view)
    for at in compress(count(), map(str.isupper, itemgetter(*starts)(text))):
        if _is_name(text, starts[at], ends[at]):
            left[at] = ""
    for entity in view.layer(ENTITIES):
        if entity.kind in FILLED:
            _drop(left, bisect_left(starts, entity.start), bisect_left(starts, entity.end))
    for start, end in view.layer(ZONES).spans["signature"]:
        _drop(left, bisect_left(starts, start), bisect_right(ends, end))
    return [*filter(str.isalpha, left)]


def _drop(words: list[str], first: int, last: int) -> None:
    if first < last:
        words[first:last] = [""] * (last - first)


def _edges(view: View) -> tuple[Sequence[int], Sequence[int]]:
    """Where the words begin and end in the text."""
    words = view.layer(WORDS)
    if words.folded.origins is None:
        return words.starts, words.ends
    places = [(start, end) for _, start, end in words]
    return [start for start, _ in places], [end for _, end in places]


def _is_name(text: str, start: int, end: int) -> bool:
    """A capital inside a sentence, or before the comma that ends an address."""
    last = start - 1
    while last >= 0 and text[last] == " ":
        last -= 1
    inside = last >= 0 and text[last] not in ".!?…:\n"
    return inside or text[end : end + 1] == ","


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    """One hit a group of copies, on the last of them."""
    return [
        FeedHit(
            records[last],
            tuple(Picked(records.__getitem__, before)),
            args={"times": str(len(before) + 1)},
            about=str(records[last].value),
        )
        for same in alike(array("q", (record.value for record in records)))
        for *before, last in [in_turn(records, same)]
        if len(before) >= params["times"] - 1
    ]


COPY_PASTE = FeedCheck(
    collect,
    judge,
    params={
        "properties": {
            "times": {
                "type": "integer",
                "minimum": 2,
                "description": "how many copies are too many",
            },
            "words": {"type": "integer", "minimum": 1, "description": "shorter replies are free"},
        },
        "required": ["times", "words"],
    },
)
