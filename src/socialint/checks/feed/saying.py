"""What is kept of a post to compare it with others."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from zlib import crc32

from socialint.checks.check import Record, Subject, Words
from socialint.checks.feed.parcel import Packed, opened, wrapped
from socialint.checks.feed.weights import Sentence, Text
from socialint.checks.missing import campaign_of
from socialint.checks.picked import Picked
from socialint.checks.platforms import posted, written
from socialint.checks.states import is_dropped
from socialint.draft import Segment
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import FOLDED, WORDS, fold
from socialint.layers.gist import GIST
from socialint.layers.language import main_language
from socialint.layers.sentences import SENTENCES
from socialint.layers.stated import STATED, Stated
from socialint.layers.view import Layer, View
from socialint.named import NamedTuple

# official texts, which are the same everywhere on purpose
_OFFICIAL = frozenset({"alert", "statement", "alerte", "communique", "legal", "mentions legales"})
_SIGNS = frozenset({"url", "email", "mention", "hashtag", "cashtag", "emoji"})


class Said(NamedTuple):
    """A text in brief.

    `whole` is a hash of all its words but names and links, the same in one process only; `text`
    what its sentences are about, in `stems` stems; `length` its code points.
    """

    lang: str | None
    whole: int
    length: int
    stems: int
    text: Text
    parcel: bytes

    @property
    def names(self) -> frozenset[int]:
        """Its words with a capital inside a sentence, hashed."""
        return frozenset(opened(self.parcel)[0])

    @property
    def facts(self) -> tuple[Stated, ...]:
        """The figures it states."""
        return tuple(Stated(*fact) for fact in opened(self.parcel)[1])


class Saying(NamedTuple):
    """A post in brief: its text, its campaign, and why it may repeat another.

    `cues` are the lists of the rule that have an entry in it ("reminder"); `again`: a field says
    that it shares another post.
    """

    said: Said
    cues: tuple[str, ...]
    campaign: str
    again: bool


def saying(subject: Subject, words: Words, cues: tuple[str, ...]) -> tuple[Segment, Saying] | None:
    """The first text of the post and what is kept of it; None for what is official or dropped."""
    first = next(posted(subject), None)
    if first is None or is_dropped(subject.draft) or _is_official(subject):
        return None
    segment, view = first
    found = tuple([name for name in cues if words.matches(view, name)])
    again = bool(written(subject, "repost_of"))
    return segment, Saying(view.layer(SAID), found, campaign_of(subject), again)


def texts_of(feed: Sequence[Record], text_of: Callable[[Record], Text]) -> Sequence[Text]:
    """What the posts of a feed are about, each read when it is asked for."""
    return Picked(lambda number: text_of(feed[number]), range(len(feed)))


def times_of(feed: Iterable[Record]) -> Sequence[float]:
    """When each goes out, in seconds; 0 for what has no day."""
    return array("d", (record.when.timestamp() if record.when else 0.0 for record in feed))


def name_others(one: Said, other: Said) -> bool:
    """Whether each post names somebody or something that the other doesn't."""
    before, after = one.names, other.names
    return bool(before - after) and bool(after - before)


def _is_official(subject: Subject) -> bool:
    kind = written(subject, "content_type")
    return isinstance(kind, str) and fold(kind.strip()).text in _OFFICIAL


def _said(view: View) -> Said:
    text = tuple(_sentences(view))
    return Said(
        lang=main_language(view),
        whole=_hash(view),
        length=len(view.text),
        stems=sum(len(stems) for _, stems in text),
        text=Packed(text),
        parcel=wrapped((sorted(set(_names(view))), [tuple(f) for f in view.layer(STATED)])),
    )


def _sentences(view: View) -> Iterator[Sentence]:
    """Each sentence with the stems that no sentence before it has."""
    folded = view.layer(FOLDED)
    text, offset = folded.text, folded.offset
    codes, starts, _ = view.layer(GIST)
    seen: set[int] = set()
    first = 0
    for start, end in view.layer(SENTENCES):
        last = bisect_left(starts, end, first)
        own = dict.fromkeys(codes[first:last])
        first = last
        if not seen.isdisjoint(own):
            own = dict.fromkeys([code for code in own if code not in seen])
        if own:
            seen.update(own)
            yield crc32(text[offset(start) : offset(end)].encode("utf-8", "replace")), tuple(own)


def _names(view: View) -> Iterator[int]:
    """A capital at the head of a sentence says nothing."""
    text = view.text
    _, starts, ends = view.layer(GIST)
    high = [place for place, start in enumerate(starts) if text[start].isupper()]
    if not high:
        return
    folded = view.layer(FOLDED)
    offset = folded.offset
    codes = {fact.start for fact in view.layer(STATED) if fact.kind == "code"}
    for place in high:
        at = start = starts[place]
        while at and text[at - 1] in " \u00a0":
            at -= 1
        if at and text[at - 1] not in '.!?…:\n«“"' and start not in codes:
            yield crc32(folded.text[offset(start) : offset(ends[place])].encode())


def _hash(view: View) -> int:
    words = view.layer(WORDS)
    offset, at = words.folded.offset, 0
    kept: list[str] = []
    for entity in view.layer(ENTITIES):
        if entity.kind in _SIGNS:
            kept += words.tokens[at : bisect_left(words.starts, offset(entity.start), at)]
            at = bisect_left(words.starts, offset(entity.end), at)
    kept += words.tokens[at:]
    return hash(tuple([word for word in kept if word.isalnum()]))


SAID: Layer[Said] = Layer("said", _said)
