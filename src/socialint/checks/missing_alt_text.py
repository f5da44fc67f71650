"""Pictures that say nothing to those who can't see them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from socialint.checks.check import FeedCheck, FeedHit, Kept, Params, Record, Subject, Words
from socialint.checks.picked import part
from socialint.checks.pictures import IMAGES, Picture, pictures
from socialint.checks.platforms import facts_of
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.profile import Profile
from socialint.text import Span

FILE = regex(rf"[^\n/]{{1,80}}\.(?:{'|'.join(sorted(IMAGES))})", re.IGNORECASE)
CAMERA = regex(r"[A-Za-z]{0,12}[ _-]?\d{1,4}(?:[ _-]?\d{1,8}){0,3}")
# One draft without a description is a slip; a file of them is a habit, and said once.
HABIT = 3


class State(NamedTuple):
    """What is wrong in a draft, and whether it describes any picture."""

    variant: str
    args: Mapping[str, str]
    described: bool


def collect(params: Params, words: Words) -> Callable[[Subject], Kept | None]:
    return lambda subject: _collect(subject, words)


def _collect(subject: Subject, words: Words) -> Kept | None:
    if not _shows_alt(subject):
        return None
    shown = list(pictures(subject))
    alts = [s for s in subject.views if s.field.startswith("media[")]
    if not shown and not alts:
        return None
    bare = [picture for picture in shown if picture.bare]
    hit = _missing(bare, len(bare) + len(alts)) if bare else _said(subject, alts, shown, words)
    return Kept(hit, State(hit.variant, hit.args, bool(alts)) if hit else State("", {}, bool(alts)))


def _shows_alt(subject: Subject) -> bool:
    """Whether any of the draft's channels may show one; of an unknown channel nobody knows."""
    facts = [facts_of(subject, channel) for channel in subject.channels]
    return not facts or any(not fact or "alt" in fact for fact in facts)


def _missing(bare: Sequence[Picture], count: int) -> Hit:
    args = {"lacking": str(len(bare)), "count": str(count)}
    return Hit(None, bare[0].span, "some" if count > 1 else "", args)


def _said(
    subject: Subject, alts: Sequence[Segment], shown: Sequence[Picture], words: Words
) -> Hit | None:
    """A description that describes nothing, or is too long for a channel."""
    names = {PurePosixPath(picture.path).name.lower() for picture in shown}
    for segment in alts:
        if _is_empty(segment.text.strip(), subject.views[segment], names, words):
            return Hit(segment, Span(0, len(segment.text)), "useless")
        for channel in subject.channels:
            fact = facts_of(subject, channel).get("alt", {})
            most = fact.get("max", len(segment.text))
            if len(segment.text) > most and fact["confidence"] != "low":
                args = {"channel": channel, "limit": str(most)}
                return Hit(segment, Span(most, len(segment.text)), "long", args)
    return None


def _is_empty(alt: str, view: View, names: set[str], words: Words) -> bool:
    if FILE.fullmatch(alt) or CAMERA.fullmatch(alt) or alt.lower() in names:
        return True
    whole = alt.rstrip(".…! ")
    return any(view.text[m.start : m.end] == whole for m in words.matches(view, "empty"))


def judge(params: Params, records: Sequence[Record], profile: Profile) -> Iterable[FeedHit] | str:
    return _hits(records)


def _hits(records: Sequence[Record]) -> Iterator[FeedHit]:
    """One a draft, or one on the first of a file that describes none of its many pictures."""
    for drafts in part(records, lambda record: [record.path]).values():
        faulty = sorted((d for d in drafts if d.faulty and d.asked), key=lambda d: d.number)
        if len(faulty) >= HABIT and not any(draft.value.described for draft in drafts):
            args = {"count": str(len(faulty))}
            yield FeedHit(faulty[0], tuple(faulty[1:]), "file", args, about="file")
        else:
            yield from (FeedHit(d, variant=d.value.variant, args=d.value.args) for d in faulty)


MISSING_ALT_TEXT = FeedCheck(
    collect, judge, partial=True, args=("lacking", "count", "channel", "limit")
)
