"""Posts that warm up until “more”, with the day, the link or the price behind it."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.platforms import limit, written
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.entities import ENTITIES
from socialint.layers.view import View
from socialint.lazy import regex
from socialint.text import Span

KEYS = frozenset({"date", "time", "url", "money", "percent", "phone"})
# An opening that comes later than this is no opening.
OPENING = 40
# The cut differs by device and line: what stands within this many characters of it may show.
SLACK = 40
NAME = regex(r"[^\W_,;] [A-ZÀ-ÖØ-Þ][^\W\d_A-Z]|[A-Z]{2}")
SIGN = regex(r"\w")
TEASERS = frozenset({"thread", "teaser", "story", "fil"})


def prepare(params: Params, words: Words) -> Detect:
    return lambda subject: _detect(subject, words)


def _detect(subject: Subject, words: Words) -> Iterator[Hit]:
    kind = written(subject, "content_type")
    if written(subject, "thread") or (isinstance(kind, str) and kind.lower() in TEASERS):
        return
    for channel in subject.channels:
        fold = limit(subject, channel, "fold")
        for segment, view in subject.views.items():
            if fold and segment.field == "text" and len(segment.text) > fold["max"] + SLACK:
                hit = _hidden(segment, view, channel, int(fold["max"]), words)
                if hit:
                    yield hit


def _hidden(segment: Segment, view: View, channel: str, fold: int, words: Words) -> Hit | None:
    """On the first thing that matters, if the text only warms up before the fold."""
    first = SIGN.search(view.text)
    start = first.start() if first else 0
    openings = [m for m in words.matches(view, "openings") if m.start - start <= OPENING]
    keys = [entity for entity in view.layer(ENTITIES) if entity.kind in KEYS]
    if not openings or not keys or keys[0].start < fold + SLACK:
        return None
    if _stands(view, fold) or any(m.start < fold for m in words.matches(view, "call-to-act")):
        return None
    opening, key = openings[0], keys[0]
    args = {"channel": channel, "fold": str(fold)}
    clue = Clue(segment, Span(opening.start, opening.end), "opening")
    return Hit(segment, Span(key.start, key.end), "", args, (clue,), channel=channel)


def _stands(view: View, fold: int) -> bool:
    """Whether what shows names something: a figure, an account, a name within a sentence."""
    if NAME.search(view.text, 0, fold):
        return True
    return any(e.start < fold and e.kind != "emoji" for e in view.layer(ENTITIES))


HIDDEN_KEY_MESSAGE = Check(prepare, args=("channel", "fold"))
