"""The same reply sent to several people."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import compress, count

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
        frame = _frame(view)
        if len(frame) < least:
            return None
        from hashlib import blake2b  # noqa: PLC0415  2 ms, only where there is a reply

        key = blake2b(" ".join(frame).encode(), digest_size=8).digest()
        number = int.from_bytes(key, "big", signed=True)
        return Kept(Hit(segment, Span(0, len(segment.text))), number)

    return keep


def _frame(view: View) -> list[str]:
    """The words that stay when names, numbers, addresses, greeting and signature go.

    A word with a capital inside a sentence is taken for a name.
    """
    text, left, (starts, ends) = view.text, [*view.layer(WORDS).tokens], _edges(view)
    capitals = compress(count(), map(str.isupper, map(text.__getitem__, starts)))
    gone = {at for at in capitals if _is_name(text, starts[at], ends[at])}
    for entity in view.layer(ENTITIES):
        if entity.kind in FILLED:
            gone.update(range(*(bisect_left(starts, at) for at in (entity.start, entity.end))))
    for first, last in view.layer(ZONES).spans["signature"]:
        gone.update(range(bisect_left(starts, first), bisect_right(ends, last)))
    for at in gone:
        left[at] = ""
    return [*filter(str.isalpha, left)]


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
