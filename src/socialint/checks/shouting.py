"""Capitals, exclamation marks and emoji that raise the voice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from socialint.checks.capitals import Cue, capitals, unread
from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.text import Span

# Marks may stand apart (French) and may mix: « ?!?! », “!!!”.
# A mark before a bracket is an image in Markdown, three at the start of a line a note in MkDocs.
MARKS = regex(r"[!?‼⁉](?<!^.)(?<!\n.)(?!\[)(?:[\s\ufe0f]{0,2}[!?‼⁉])*\ufe0f?")
# no faces: letters of flags, marks out of five, fields of a grid
COUNTERS = frozenset([*map(chr, range(0x1F1E6, 0x1F200)), *"⭐★☆🌟🟩🟨🟥🟦🟧🟪🟫⬛⬜🟢🟡🔴⚪⚫"])


def prepare(params: Params, words: Words) -> Detect:
    return lambda subject: _detect(subject, params["exclamations"], words)


def _detect(subject: Subject, exclamations: int, words: Words) -> Iterator[Hit]:
    acronyms = frozenset(subject.profile.get("brand.acronyms", ()))
    for segment, view in subject.views.items():
        found = (*capitals(view, acronyms), *_marks(view.text, exclamations), *_emoji(view))
        cues = sorted(unread(view, words, _own(view, found))) if found else []
        if any(cue.strong for cue in cues) or len({cue.kind for cue in cues}) > 1:
            yield _hit(segment, cues)


def _hit(segment: Segment, cues: list[Cue]) -> Hit:
    """On the first strong cue, or the first; the others are evidence."""
    chief = next((cue for cue in cues if cue.strong), cues[0])
    clues = [
        Clue(segment, Span(cue.start, cue.end), cue.kind, {} if cue.strong else None)
        for cue in cues
        if cue != chief
    ]
    return Hit(segment, Span(chief.start, chief.end), variant=chief.kind, clues=tuple(clues))


def _own(view: View, cues: Iterable[Cue]) -> Iterator[Cue]:
    """Without what is quoted: other people's shouts are not ours."""
    zones = view.layer(ZONES)
    for cue in cues:
        if not zones.touches(cue.start, cue.end, "quotation", "block-quote", "code"):
            yield cue


def _marks(text: str, most: int) -> Iterator[Cue]:
    if "!" not in text and "‼" not in text:
        return
    single = []
    for run in MARKS.finditer(text):
        marks = run[0].replace("‼", "!!").replace("⁉", "!?")
        cries, asks = marks.count("!"), marks.count("?")
        if cries and cries + asks >= (4 if asks else 3):
            yield Cue(run.start(), run.end(), "marks", strong=True)
        elif cries:
            single.append(run)
    if len(single) > most:
        last = single[-1]
        yield Cue(last.start(), last.end(), "marks", strong=len(single) > 2 * most)


def _emoji(view: View) -> Iterator[Cue]:
    if view.text.isascii():
        return
    entities = view.layer(ENTITIES)
    faces = [e for e in entities if e.kind == "emoji" and e.text[0] not in COUNTERS]
    row = faces[:1]
    for before, face in pairwise(faces):
        if view.text[before.end : face.start].strip(" \ufe0f"):
            yield from _judge_row(row)
            row = []
        row.append(face)
    yield from _judge_row(row)


def _judge_row(row: list[Entity]) -> Iterator[Cue]:
    """Four of a kind shout; three, or a garland of six, only beside something else."""
    kinds = len({face.text for face in row})
    if len(row) >= 4 and kinds * 2 <= len(row):
        yield Cue(row[0].start, row[-1].end, "emoji", strong=True)
    elif (len(row) >= 3 and kinds == 1) or len(row) >= 6:
        yield Cue(row[0].start, row[-1].end, "emoji", strong=False)


SHOUTING = Check(
    prepare,
    params={
        "properties": {
            "exclamations": {
                "type": "integer",
                "minimum": 1,
                "description": "sentences that may end in one exclamation mark",
            }
        },
        "required": ["exclamations"],
    },
)
