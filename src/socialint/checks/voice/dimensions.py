"""How far a text is from the brand on the four dimensions of tone of Nielsen Norman Group (2016).

Formal or casual, serious or funny, respectful or irreverent, enthusiastic or matter-of-fact: each
from -2 to +2.  Words and signs push a dimension by what the rule's params say; a text that holds
none of them is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from math import tanh
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.clauses import count_words
from socialint.checks.moves.board import Board
from socialint.checks.voice.abstract import ABSTRACT
from socialint.checks.voice.kept import kept
from socialint.checks.voice.names import is_name
from socialint.checks.voice.reach import DIMENSIONS, LEAST_PUSHES, LONG, TOLERANCE, reach
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Clue, Hit
from socialint.layers.address import ADDRESS
from socialint.layers.entities import ENTITIES
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span, meets

SIGNS = ("exclamation", "emoji", "laugh", "contraction", "tu", "vous", "abstract")
MOST_CLUES = 3
_CRY = regex(r"[!‼]+")
_SHORT = regex(r"\b\w+(?:n['’]t|['’](?:re|ve|ll|m|d))\b")
_LAUGHING = frozenset("😀😁😂🤣😃😄😅😆😉😋😜😝😛🤪😹🙃😏")


class Push(NamedTuple):
    """A word or sign that moves a dimension, and by how much."""

    span: Span
    by: float
    name: str


def prepare(params: Params, words: Words) -> Detect:
    """A hit for each dimension that is off, on what pushed it most; the next three support it."""
    may_be_off, table = reach(words, params), {**params["lists"], **params["signs"]}

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "dimensions"):
            if not may_be_off(item):
                continue
            count = count_words(item.view.text)
            if count < params["least_words"]:
                continue
            declared, length = item.voice["dimensions"], max(1.0, count / LONG)
            fixed = kept(item.view, subject.profile)
            found = [one for one in _found(item, words, params) if not meets(one[0], fixed)]
            for dimension in DIMENSIONS:
                if dimension in declared:
                    pushes = list(_pushes(found, table, dimension))
                    observed = 2 * tanh(sum(push.by for push in pushes) / length / params["scale"])
                    yield from _off(item, dimension, pushes, observed)

    return detect


def _pushes(
    found: Sequence[tuple[Span, str]], table: Mapping[str, Mapping[str, float]], dimension: str
) -> Iterator[Push]:
    for span, name in found:
        if by := table[name].get(dimension, 0):
            yield Push(span, by, name)


def _off(item: Spoken, dimension: str, pushes: Sequence[Push], observed: float) -> Iterator[Hit]:
    declared = item.voice["dimensions"]
    gap = observed - declared[dimension]
    towards = [push for push in pushes if push.by * gap > 0]
    if abs(gap) <= declared.get("tolerance", TOLERANCE) or len(towards) < LEAST_PUSHES:
        return
    first, *others = sorted(towards, key=lambda push: (-abs(push.by), push.span))
    clues = tuple(Clue(item.segment, push.span, push.name) for push in others[:MOST_CLUES])
    args = {"observed": f"{observed:+.1f}", "declared": f"{declared[dimension]:+g}"}
    yield Hit(item.segment, first.span, dimension, args, clues, channel=item.channel)


def _found(item: Spoken, words: Words, params: Params) -> Iterator[tuple[Span, str]]:
    board = Board(item.view, words)
    for name in params["lists"]:
        for match in board.all(name):
            if not is_name(board.text, match.start, match.end):
                yield Span(match.start, match.end), name
    for span, name in (*_signs(item, board), *_emoji(item)):
        if not board.is_apart(*span):
            yield span, name
    for sentence in item.view.layer(ABSTRACT):
        yield sentence, "abstract"


def _signs(item: Spoken, board: Board) -> Iterator[tuple[Span, str]]:
    for name, look in (("exclamation", _CRY), ("contraction", _SHORT)):
        for sign in look.finditer(board.text):
            yield Span(*sign.span()), name
    for one in item.view.layer(ADDRESS) if item.lang == "fr" else ():
        if one.sure:
            yield Span(one.start, one.end), one.address


def _emoji(item: Spoken) -> Iterator[tuple[Span, str]]:
    for entity in item.view.layer(ENTITIES):
        if entity.kind == "emoji":
            laughs = entity.text[0] in _LAUGHING
            yield Span(entity.start, entity.end), "laugh" if laughs else "emoji"


def _uses(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from ((("lists", name), name) for name in params["lists"])


_PUSHES: Mapping[str, Any] = {
    "type": "object",
    "additionalProperties": False,
    "properties": {name: {"type": "number"} for name in DIMENSIONS},
}
DIMENSIONS_OFF = Check(
    prepare,
    {
        "required": ["least_words", "scale", "lists", "signs"],
        "properties": {
            "least_words": {"type": "integer", "minimum": 1},
            "scale": {"type": "number", "exclusiveMinimum": 0},
            "lists": {"type": "object", "additionalProperties": _PUSHES},
            "signs": {
                "type": "object",
                "additionalProperties": False,
                "required": list(SIGNS),
                "properties": dict.fromkeys(SIGNS, _PUSHES),
            },
        },
    },
    wants=("voice.dimensions",),
    args=("observed", "declared"),
    layers=(ABSTRACT,),
    uses=_uses,
)
