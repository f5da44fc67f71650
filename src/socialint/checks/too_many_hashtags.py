"""More hashtags than a channel takes, or than its readers are used to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import limit, posted, written
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import fold
from socialint.named import NamedTuple
from socialint.text import Span


class Tag(NamedTuple):
    """A topic where it first stands; without a segment where only the field `hashtags` has it."""

    name: str
    segment: Segment | None = None
    span: Span | None = None


def prepare(params: Params, words: Words) -> Detect:
    obliged = frozenset(params["obliged"])
    return lambda subject: _detect(subject, obliged)


def _detect(subject: Subject, obliged: frozenset[str]) -> Iterator[Hit]:
    limits = [(channel, limit(subject, channel, "hashtags")) for channel in subject.channels]
    known = [(channel, fact) for channel, fact in limits if fact is not None]
    own = _in_text(subject) if known else {}
    for channel, fact in known:
        variant, most = ("", fact["max"]) if "max" in fact else ("advised", fact["advised"])
        tags = _tags(subject, channel, own)
        if variant:
            tags = [tag for tag in tags if tag.name not in obliged]
        if len(tags) > most:
            yield _hit(subject, channel, tags, int(most), variant)


def _in_text(subject: Subject) -> dict[str, Tag]:
    found: dict[str, Tag] = {}
    for segment, view in posted(subject):
        if "#" in segment.text:
            for entity in view.layer(ENTITIES):
                if entity.kind == "hashtag":
                    name = fold(entity.norm).text
                    found.setdefault(name, Tag(name, segment, Span(entity.start, entity.end)))
    return found


def _tags(subject: Subject, channel: str, own: Mapping[str, Tag]) -> list[Tag]:
    """Each topic once, those of the text (`own`) first."""
    found = dict(own)
    for word in _listed(subject, channel):
        name = fold(word.lstrip("#")).text
        found.setdefault(name, Tag(name))
    return list(found.values())


def _listed(subject: Subject, channel: str) -> Sequence[str]:
    """The field `hashtags`; where it lists them by account, the longest list of the channel."""
    apart = written(subject, "hashtags_by_account")
    if isinstance(apart, dict):
        lists = (words for name, words in apart.items() if name.startswith(channel))
        return max((words for words in lists if isinstance(words, list)), key=len, default=())
    return written(subject, "hashtags") or ()


def _hit(subject: Subject, channel: str, tags: list[Tag], most: int, variant: str) -> Hit:
    """On the tags that are too many, where they stand in a row, else on the first of them."""
    args = {"count": str(len(tags)), "limit": str(most), "channel": channel}
    first, *others = tags[most:]
    if first.segment is None or first.span is None:
        field = subject.draft.fields.get("hashtags")
        return Hit(None, field.span if field else None, variant, args, channel=channel)
    end = first.span.end
    clues = []
    for tag in others:
        if tag.span and tag.segment is first.segment:
            between = first.segment.text[end : tag.span.start]
            if between.strip(" \n,·|\u00a0"):
                clues.append(Clue(tag.segment, tag.span))
            else:
                end = tag.span.end
    span = Span(first.span.start, end)
    return Hit(first.segment, span, variant, args, tuple(clues), channel=channel)


TOO_MANY_HASHTAGS = Check(
    prepare,
    params={
        "properties": {
            "obliged": {
                "type": "array",
                "items": {"type": "string"},
                "description": "tags that a law or an authority asks for, folded, without the sign",
            }
        },
        "required": ["obliged"],
    },
    args=("count", "limit", "channel"),
)
