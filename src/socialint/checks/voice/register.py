"""Words of a register that the brand stays clear of, and moves that make it without such words.

Each word list belongs to a family (casual, stiff, jargon, hype, anglicisms).  A voice names lists
to avoid, and its register bars others; what a sentence holds of a family is added up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Wakes, Words
from socialint.checks.moves.board import Board
from socialint.checks.moves.found import found
from socialint.checks.moves.move import Move, moves
from socialint.checks.moves.move import names as move_names
from socialint.checks.moves.params import PARAMS as MOVES
from socialint.checks.voice.abstract import abstract
from socialint.checks.voice.names import is_name
from socialint.checks.voice.signs import Sign, heaviest
from socialint.checks.voice.spoken import Voice, spoken
from socialint.finding import Hit
from socialint.layers.candidates import CANDIDATES
from socialint.text import Span

AVOIDED = 2  # what a sentence may not hold of a list that the brand avoids by name


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text and family, on the sentence that holds most of it."""
    known = {
        family: moves({"moves": found_moves}, words)
        for family, found_moves in params.get("moves", {}).items()
    }

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "avoid", "register"):
            board, present = Board(item.view, words), frozenset(item.view.layer(CANDIDATES).keys())
            office = _office(board, item.lang, params.get("abstract"))
            for family, (lists, most) in barred(item.voice, params["lists"]).items():
                held = [name for name in lists if words.key(name) in present]
                due = [move for move in known.get(family, ()) if move.is_due(present)]
                signs = sorted(_signs(board, held, due)) if held or due else []
                light = family in params.get("light", ())
                hit = heaviest(item, signs, most, office.get(family, ()), light=light)
                if hit:
                    yield hit._replace(variant=family)

    return detect


def _office(
    board: Board, lang: str | None, weights: Mapping[str, float] | None
) -> Mapping[str, Sequence[Sign]]:
    """By family, the sentences that weigh by their shape."""
    spans = list(abstract(board, lang)) if weights else []
    return {
        family: [Sign(*span, weight, "abstract") for span in spans]
        for family, weight in (weights or {}).items()
        if spans
    }


def barred(voice: Voice, lists: Mapping[str, Any]) -> dict[str, tuple[list[str], float]]:
    """By family: the lists that this voice stays clear of, and what weighs too much."""
    families: dict[str, tuple[list[str], float]] = {}
    for name, data in lists.items():
        named = {name, *data.get("with", ())}
        limits = [AVOIDED] if not named.isdisjoint(voice.get("avoid", ())) else []
        limits += [data["registers"].get(voice.get("register"), 0)]
        if limit := min(filter(None, limits), default=0):
            names, least = families.get(data["family"], ([], limit))
            families[data["family"]] = ([*names, name], min(least, limit))
    return families


def _signs(board: Board, lists: Sequence[str], known: Sequence[Move]) -> Iterator[Sign]:
    for name in lists:
        for match in board.all(name):
            span = Span(match.start, match.end)
            if not is_name(board.text, *span) and not _asked_after(board, span):
                yield Sign(match.start, match.end, match.weight, name)
    for one in found(board, known) if known else ():
        yield Sign(*one.span, one.move.weight, one.move.name)


def _asked_after(board: Board, span: Span) -> bool:
    """Whether the words are a question by themselves: « Synergie ? » speaks of the word."""
    sentence = board.sentences[board.sentence(span.start)]
    around = board.text[sentence.start : span.start] + board.text[span.end : sentence.end]
    return "?" in around and not any(map(str.isalnum, around))


def _uses(params: Params) -> Iterator[tuple[tuple[str | int, ...], str]]:
    yield from ((("lists", name), name) for name in params["lists"])
    for family, found_moves in params.get("moves", {}).items():
        for steps, name in move_names({"moves": found_moves}):
            yield ("moves", family, *steps[1:]), name


def _wakes(params: Params, words: Words) -> Wakes:
    """A word of any list, or the words of any form of a move."""
    lists = [[[words.key(name) for name in params["lists"]]]]
    every = [
        move
        for given in params.get("moves", {}).values()
        for move in moves({"moves": given}, words)
    ]
    if params.get("abstract"):
        return [[["profile:voice.register"]], [["profile:voice.avoid"]]]
    forms = [[sorted(slot.keys) for slot in form if slot.keys] for m in every for form in m.forms]
    return [*lists, *(form for form in forms if form)]


_LIST = {
    "type": "object",
    "additionalProperties": False,
    "required": ["family", "registers"],
    "properties": {
        "family": {"type": "string"},
        "registers": {"type": "object", "additionalProperties": {"type": "number"}},
        "with": {"type": "array", "items": {"type": "string"}},
    },
}
REGISTER = Check(
    prepare,
    {
        "required": ["lists"],
        "properties": {
            "lists": {"type": "object", "additionalProperties": _LIST},
            "moves": {"type": "object", "additionalProperties": MOVES["properties"]["moves"]},
            "light": {"type": "array", "items": {"type": "string"}},
            "abstract": {"type": "object", "additionalProperties": {"type": "number"}},
        },
    },
    wants=("voice",),
    args=(),
    uses=_uses,
    wakes=_wakes,
)
