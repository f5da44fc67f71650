"""Words of a register that the brand stays clear of, and moves that make it without such words.

Each word list belongs to a family (casual, stiff, jargon, hype, anglicisms).  A voice names lists
to avoid, and its register bars others; what a sentence holds of a family is added up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from socialint.checks.check import Check, Detect, Params, Subject, Wakes, Words
from socialint.checks.moves.board import Board
from socialint.checks.moves.found import found
from socialint.checks.moves.move import Move
from socialint.checks.moves.names import names as move_names
from socialint.checks.moves.params import PARAMS as MOVES
from socialint.checks.moves.reading import moves
from socialint.checks.voice.abstract import ABSTRACT
from socialint.checks.voice.kept import kept, meets
from socialint.checks.voice.names import is_name
from socialint.checks.voice.signs import Sign, heaviest, one_of_each
from socialint.checks.voice.spoken import Spoken, spoken
from socialint.finding import Hit
from socialint.layers.candidates import LISTS
from socialint.layers.phrases import FOUND
from socialint.layers.view import View
from socialint.named import NamedTuple
from socialint.text import Span

AVOIDED = 2  # what a sentence may not hold of a list that the brand avoids by name


class Bar(NamedTuple):
    """What a voice stays clear of in one family: lists, moves, and what weighs too much.

    `keys` are the full names of the lists, `office` what a sentence weighs by its shape.
    """

    family: str
    lists: Sequence[str]
    keys: frozenset[str]
    moves: Sequence[Move]
    most: float
    office: float


class Bars(NamedTuple):
    """The bars of a voice, and what a text must have for any of them to keep something out.

    That is one of the lists `keys`, all lists of one of the `rows`, which forms of moves ask for,
    or, if a bar `asks_office`, a sentence of an office.
    """

    bars: Sequence[Bar]
    keys: frozenset[str]
    rows: Sequence[frozenset[str]]
    asks_office: bool


def prepare(params: Params, words: Words) -> Detect:
    """One hit a text and family, on the sentence that holds most of it; one for the same words."""
    known = {
        family: moves({"moves": found_moves}, words)
        for family, found_moves in params.get("moves", {}).items()
    }
    weights = params.get("abstract", {})

    @lru_cache(maxsize=64)
    def bars(avoid: tuple[str, ...], register: str | None) -> Bars:
        return _together(
            Bar(
                family,
                lists,
                frozenset(map(words.key, lists)),
                known.get(family, ()),
                most,
                weights.get(family, 0),
            )
            for family, (lists, most) in barred(avoid, register, params["lists"]).items()
        )

    def detect(subject: Subject) -> Iterator[Hit]:
        for item in spoken(subject, "avoid", "register"):
            voice, present = item.voice, item.view.layer(LISTS)
            asked = bars(tuple(voice.get("avoid", ())), voice.get("register"))
            office = item.view.layer(ABSTRACT) if asked.asks_office else ()
            if not office and _passes(asked, present):
                continue
            hits: list[Hit] = []
            for bar in asked.bars:
                due = [move for move in bar.moves if move.is_due(present)] if bar.moves else ()
                held = bar.keys & present
                whole = due or (office and bar.office)
                if whole or (held and _most(item.view, held) >= bar.most):
                    light = bar.family in params.get("light", ())
                    fixed = kept(item.view, subject.profile)
                    found = _signs(Board(item.view, words), bar.lists, due)
                    signs = sorted(sign for sign in found if not meets(sign[:2], fixed))
                    hits += _hit(item, bar, signs, office, light=light)
            yield from one_of_each(hits) if len(hits) > 1 else hits

    return detect


def _together(every: Iterable[Bar]) -> Bars:
    bars = list(every)
    forms = [form for bar in bars for move in bar.moves for form in move.needs]
    rows = [frozenset(row) for form in forms for row in product(*form)]
    keys = frozenset().union(*[bar.keys for bar in bars])
    return Bars(bars, keys, rows, any(bar.office for bar in bars))


def _passes(asked: Bars, present: frozenset[str]) -> bool:
    """Whether a text with these word lists has nothing that a bar keeps out."""
    return asked.keys.isdisjoint(present) and not any(map(present.issuperset, asked.rows))


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


def barred(
    avoid: Collection[str], register: str | None, lists: Mapping[str, Any]
) -> dict[str, tuple[list[str], float]]:
    """By family: the lists that a voice stays clear of, and what weighs too much."""
    families: dict[str, tuple[list[str], float]] = {}
    for name, data in lists.items():
        named = {name, *data.get("with", ())}
        limits = [AVOIDED] if not named.isdisjoint(avoid) else []
        limits += [data["registers"].get(register, 0)]
        if limit := min(filter(None, limits), default=0):
            names, least = families.get(data["family"], ([], limit))
            families[data["family"]] = ([*names, name], min(least, limit))
    return families


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
