"""Capitals, exclamation marks and emoji that raise the voice."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import pairwise

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.spots import Spots
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.layers.entities import ENTITIES, Entity
from socialint.layers.guess import tables
from socialint.layers.view import View
from socialint.layers.zones import ZONES
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

WORD = regex(r"[^\W\d_]+")
# what may stand before comes second: the search skips from capital to capital
LOUD = regex(r"[^\W\d_a-zß-öø-ÿ](?<![^\W\d_].)[^\W\d_a-zß-öø-ÿ]*(?![^\W\d_])")
# Marks may stand apart (French) and may mix: « ?!?! », “!!!”.
# A mark before a bracket is an image in Markdown, three at the start of a line a note in MkDocs.
MARKS = regex(r"[!?‼⁉](?<!^.)(?<!\n.)(?!\[)(?:[\s\ufe0f]{0,2}[!?‼⁉])*\ufe0f?")
DRAWN_OUT = regex(r"(\w)\1{3}", re.IGNORECASE)
# A letter of cp1252 as A or a; what else there is goes.
_CP1252 = bytes(range(256)).decode("cp1252", "replace")
_CASES = "".join(["A" if sign.isupper() else "a" for sign in _CP1252]).encode()
_SIGNS = bytes(code for code, sign in enumerate(_CP1252) if not sign.isalpha())
_TWO = regex(r"[^\W\d_a-zß-öø-ÿ](?=[\W\d_]*[^\W\d_a-zß-öø-ÿ])")
NAMES = frozenset({"hashtag", "mention", "url", "cashtag", "email"})
# no faces: letters of flags, marks out of five, fields of a grid
COUNTERS = frozenset([*map(chr, range(0x1F1E6, 0x1F200)), *"⭐★☆🌟🟩🟨🟥🟦🟧🟪🟫⬛⬜🟢🟡🔴⚪⚫"])
READING = "reading"  # the list of words after which letters are copied: "the sign reads"
READ_REACH = 16  # characters: an article, a colon
READ_WORDS = 2
LONGEST = 24  # characters of such a word


class Cue(NamedTuple):
    """A sign that the text shouts; a weak one needs another of a different kind beside it."""

    start: int
    end: int
    kind: str
    strong: bool


def prepare(params: Params, words: Words) -> Detect:
    return lambda subject: _detect(subject, params["exclamations"], words)


def _detect(subject: Subject, exclamations: int, words: Words) -> Iterator[Hit]:
    acronyms = frozenset(subject.profile.get("brand.acronyms", ()))
    for segment, view in subject.views.items():
        found = (*_capitals(view, acronyms), *_marks(view.text, exclamations), *_emoji(view))
        cues = sorted(_unread(view, words, _own(view, found))) if found else []
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


def _unread(view: View, words: Words, cues: Iterable[Cue]) -> Iterator[Cue]:
    """Without capitals that are read off a sign, a label, a screen."""
    for cue in cues:
        if cue.kind != "capitals" or not _is_read(Spots(view, words), cue.start):
            yield cue


def _is_read(spots: Spots, place: int) -> bool:
    found = spots.within(READING, max(place - LONGEST - READ_REACH, 0), place)
    between = spots.text[found[-1].end : place] if found else "\n"
    return len(between) <= READ_REACH and "\n" not in between and len(between.split()) <= READ_WORDS


def _has_two(text: str) -> bool:
    """Whether two capitals follow one another, in one word or with no letter between."""
    try:
        return b"AA" in text.encode("cp1252").translate(_CASES, _SIGNS)
    except UnicodeEncodeError:
        return _TWO.search(text) is not None


def _capitals(view: View, acronyms: Collection[str]) -> Iterator[Cue]:
    text = view.text
    if not _has_two(text):
        return
    words = [word for word in LOUD.finditer(text) if word[0].isupper()]
    if sum(len(word[0]) for word in words) < 4:
        return
    names = [entity for entity in view.layer(ENTITIES) if entity.kind in NAMES]
    loud = [
        word
        for word in words
        if word[0] not in acronyms
        and not any(name.start <= word.start() < name.end for name in names)
    ]
    for run in _runs(text, loud):
        yield from _judge_run(text, run)


def _runs(text: str, words: list[re.Match[str]]) -> Iterator[list[re.Match[str]]]:
    """Words in capitals that follow one another, with no other word or line between."""
    run = words[:1]
    for before, word in pairwise(words):
        between = text[before.end() : word.start()]
        if "\n" in between or ":" in between or WORD.search(between):
            yield run
            run = []
        run.append(word)
    yield run


def _judge_run(text: str, run: list[re.Match[str]]) -> Iterator[Cue]:
    if not run:
        return
    letters = sum(len(word[0]) for word in run)
    drawn_out = any(DRAWN_OUT.search(word[0]) for word in run)
    if not drawn_out and not (letters >= 9 and _is_speech(run)):
        return
    strong = drawn_out or (len(run) >= 3 and not _is_label(text, run))
    yield Cue(run[0].start(), run[-1].end(), "capitals", strong)


def _is_speech(run: list[re.Match[str]]) -> bool:
    """Whether the run is words rather than names and acronyms, as far as its shape tells."""
    little = tables().words
    small = sum(word[0].lower() in little and not _is_hyphenated(word) for word in run)
    long = sum(len(word[0]) >= 5 for word in run)
    return (small >= 1 and small + long >= 2) or (long >= 2 and long * 2 >= len(run))


def _is_hyphenated(word: re.Match[str]) -> bool:
    """Whether it is a part of a compound, as « DE » in “ELIXIR-DE”."""
    return (
        "-" in word.string[max(0, word.start() - 1) : word.start()] + word.string[word.end() :][:1]
    )


def _is_label(text: str, run: list[re.Match[str]]) -> bool:
    """Whether a few words stand before a colon or dash or in brackets, as a heading does."""
    return len(run) <= 4 and text[run[-1].end() :].lstrip()[:1] in {":", "–", "—", "|", "-", "]"}


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
