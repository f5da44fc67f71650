"""The same reply sent to several people."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence

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
    filled = [entity for entity in view.layer(ENTITIES) if entity.kind in FILLED]
    covered = {at for entity in filled for at in range(entity.start, entity.end)}
    signatures, text, words = view.layer(ZONES).spans.get("signature", ()), view.text, _words(view)
    return [
        word
        for word, start, end in words
        if word.isalpha()
        and start not in covered
        and not (text[start].isupper() and _is_name(text, start, end))
        and not (signatures and _is_within(start, end, signatures))
    ]


def _words(view: View) -> Iterable[tuple[str, int, int]]:
    words = view.layer(WORDS)
    even = words.folded.origins is None
    return zip(words.tokens, words.starts, words.ends, strict=True) if even else words


def _is_within(start: int, end: int, spans: Iterable[Span]) -> bool:
    return any(first <= start and end <= last for first, last in spans)


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
