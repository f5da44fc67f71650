"""More emoji, more exclamation marks or longer sentences than the brand allows itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.clauses import count_words
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Clue, Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.sentences import SENTENCES
from socialint.layers.totals import kinds, numbers_within
from socialint.layers.view import View
from socialint.layers.zones import ZONES, ZoneKind, Zones
from socialint.lazy import regex
from socialint.text import Span

PARTS = ("emoji", "exclamation", "sentence")
APART: tuple[ZoneKind, ...] = ("quotation", "block-quote", "code", "comment", "legal")
ALONE = "./:,"  # signs that are no words, each a token by itself
# a mark with the word that it cries; one before a bracket is an image in Markdown
FACTORIAL = regex(r"\d!\s?(?:[=+×*/<>≈,;)]|[a-zà-ÿ])")
MARKS = regex(r"(?:[^\s!]{1,30}[\s\u00a0\u202f]{0,2})?((?:[!‼⁉](?!\[)[?\ufe0f]?)+)")


def prepare(params: Params, words: Words) -> Detect:
    """A hit a text for each limit that is passed."""

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, *PARTS):
            for part, count, look in _SIGNS:
                most = item.voice.get(part, {}).get("max")
                if most is not None and count(item.view) > most:
                    yield from _beyond(item, part, look(item.view), most)
            most = item.voice.get("sentence", {}).get("max_words")
            if most is not None:
                yield from _long(item, most)

    return detect


def _beyond(item: Spoken, part: str, found: Sequence[tuple[Span, int]], most: int) -> Iterator[Hit]:
    """On the first sign beyond the limit, or on the first where none is allowed."""
    count = sum(number for _, number in found)
    if count <= most:
        return
    past, seen = len(found) - 1, 0
    for at, (_, number) in enumerate(found):
        seen += number
        if seen > most:
            past = at
            break
    clues = tuple(Clue(item.segment, span) for at, (span, _) in enumerate(found) if at != past)
    args = {"count": str(count), "limit": str(most)}
    variant = part if most else f"no-{part}"
    yield Hit(item.segment, found[past][0], variant, args, clues[:5], channel=item.channel)


def _emoji(view: View) -> list[tuple[Span, int]]:
    """Rows of emoji, each with how many it holds."""
    found = [entity for entity in view.layer(ENTITIES) if entity.kind == "emoji"]
    rows: list[tuple[Span, int]] = []
    zones = view.layer(ZONES) if found else Zones({})
    for entity in found:
        if zones.touches(entity.start, entity.end, *APART):
            continue
        if rows and not view.text[rows[-1][0].end : entity.start].strip(" \ufe0f"):
            rows[-1] = (Span(rows[-1][0].start, entity.end), rows[-1][1] + 1)
        else:
            rows.append((Span(entity.start, entity.end), 1))
    return rows


def _most_marks(view: View) -> int:
    count = view.text.count
    return count("!") + count("⁉") + 2 * count("‼")


def _marks(view: View) -> list[tuple[Span, int]]:
    zones, found = view.layer(ZONES), []
    for cry in MARKS.finditer(view.text):
        following = view.text[cry.end() : cry.end() + 2]
        own = not zones.touches(*cry.span(1), *APART)
        if own and not FACTORIAL.search(cry[0] + following):
            number = sum(cry[1].count(mark) for mark in "!⁉") + 2 * cry[1].count("‼")
            found.append((Span(*cry.span()), number))
    return found


# a part of the voice, how many signs there may be of it at most, and those that count
_SIGNS = (
    ("emoji", lambda view: kinds(view).get("emoji", 0), _emoji),
    ("exclamation", _most_marks, _marks),
)


def _long(item: Spoken, most: int) -> Iterator[Hit]:
    """On the longest sentence; list items and lines of a table are sentences of their own."""
    longest = (most, Span(0, 0))
    for sentence in _may_be_long(item.view, most):
        count = count_words(_spoken_aloud(item.view.text[sentence.start : sentence.end]))
        if count > longest[0] and not item.view.layer(ZONES).covers(*sentence, *APART):
            longest = (count, sentence)
    if longest[0] > most:
        args = {"count": str(longest[0]), "limit": str(most)}
        yield Hit(item.segment, longest[1], "sentence", args, channel=item.channel)


def _may_be_long(view: View, most: int) -> Iterator[Span]:
    """The sentences that have letters, spaces, words and signs enough to hold more words."""
    text, words = view.text, view.layer(WORDS)
    even = words.folded.origins is None  # else a mark that folding drops may part words
    for start, end in [one for one in view.layer(SENTENCES) if one[1] - one[0] > 2 * most]:
        if text.count(" ", start, end) < most // 2:
            continue
        if even:
            many = len(numbers_within(words, start, end))
            if many <= most or many - sum([text.count(s, start, end) for s in ALONE]) <= most:
                continue
        yield Span(start, end)


def _spoken_aloud(sentence: str) -> str:
    """Without links, addresses and tags, which are no words to read."""
    return " ".join(
        word for word in sentence.split() if not word.startswith(("http", "www.", "#", "@"))
    )


LIMITS = Check(
    prepare,
    wants=("voice",),
    args=("count", "limit"),
)
