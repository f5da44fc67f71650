"""Words of a register that the brand stays clear of, and moves that make it without such words.

Each word list belongs to a family (casual, stiff, jargon, hype, anglicisms).  A voice names lists
to avoid, and its register bars others; what a sentence holds of a family is added up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from socialint.checks.check import Check, Detect, Params, Subject, Wakes, Words
from socialint.checks.moves.board import Board
from socialint.checks.moves.found import found
from socialint.checks.moves.move import Move
from socialint.checks.moves.names import names as move_names
from socialint.checks.moves.params import PARAMS as MOVES
from socialint.checks.moves.reading import moves
from socialint.checks.voice.abstract import ABSTRACT
from socialint.checks.voice.bars import Bar, bars_of
from socialint.checks.voice.kept import kept
from socialint.checks.voice.names import is_name
from socialint.checks.voice.signs import Sign, heaviest, one_of_each
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Hit
from socialint.layers.candidates import LISTS
from socialint.layers.phrases import FOUND
from socialint.layers.view import View
from socialint.text import Span, meets


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text and family, on the sentence that holds most of it; one for the same words."""
    bars, light = bars_of(params, words), frozenset(params.get("light", ()))

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "avoid", "register"):
            voice, present = item.voice, item.view.layer(LISTS)
            asked = bars(tuple(voice.get("avoid", ())), voice.get("register"))
            office = item.view.layer(ABSTRACT) if asked.asks_office else ()
            if not office and asked.let_pass(present):
                continue
            hits: list[Hit] = []
            for bar in asked.bars:
                due = [move for move in bar.moves if move.is_due(present)] if bar.moves else ()
                held = bar.keys & present
                whole = due or (office and bar.office)
                if whole or (held and _most(item.view, held) >= bar.most):
                    found = _signs(Board(item.view, words), bar.lists, due)
                    fixed = kept(item.view, subject.profile)
                    signs = sorted(sign for sign in found if not meets(sign, fixed))
                    hits += _hit(item, bar, signs, office, light=bar.family in light)
            yield from one_of_each(hits) if len(hits) > 1 else hits

    return detect


def _hit(
    item: Spoken, bar: Bar, signs: Sequence[Sign], office: Sequence[Span], *, light: bool
) -> Iterator[Hit]:
    whole = [Sign(*span, bar.office, "abstract") for span in office] if bar.office else []
    if hit := heaviest(item, signs, bar.most, whole, light=light):
        yield hit._replace(variant=bar.family)


def _most(view: View, keys: Collection[str]) -> float:
    """What the words of the lists weigh together, before any of them is proved."""
    found = view.layer(FOUND)
    return sum([max(one.match.weight, 0) for key in keys for one in found[key]])


def _signs(board: Board, lists: Sequence[str], known: Sequence[Move]) -> Iterator[Sign]:
    for name in board.those_of(lists):
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
