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
from socialint.checks.voice.spoken import Spoken, Voice, spoken
from socialint.finding import Clue, Hit
from socialint.layers.candidates import CANDIDATES
from socialint.layers.sentences import SENTENCES, sentence_at
from socialint.lazy import regex
from socialint.named import NamedTuple
from socialint.text import Span

AVOIDED = 2  # what a sentence may not hold of a list that the brand avoids by name
_MERRY = regex(r"[!\U0001f300-\U0001faff]|n['’]t\b|['’](?:re|ve|ll)\b")
NEAR = 60  # characters between two signs that are quoted as one


class Sign(NamedTuple):
    """What gives a register away, where it stands; `name` is its list or move."""

    start: int
    end: int
    weight: float
    name: str


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
                hit = _heaviest(item, signs, most, office.get(family, ()), light=light)
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


def _heaviest(
    item: Spoken, signs: Sequence[Sign], most: float, whole: Sequence[Sign], *, light: bool
) -> Hit | None:
    """The sentence that weighs most; `whole` are sentences that weigh by their shape.

    Where `light`, one word by itself in a merry sentence is a joke about the register.
    """
    if not signs and not whole:
        return None
    sentences = item.view.layer(SENTENCES)
    by_sentence: dict[int, list[Sign]] = {}
    for sign in (*_apart(signs), *whole):
        by_sentence.setdefault(sentence_at(sentences, sign.start), []).append(sign)
    chosen = max(by_sentence.values(), key=_weight, default=[])
    if _weight(chosen) < most or (light and _is_joke(item.view.text, sentences, chosen)):
        return None
    span = _whole(item.view.text, _quoted(chosen))
    clues = tuple(
        Clue(item.segment, Span(sign.start, sign.end), sign.name)
        for sign in signs
        if not (span.start <= sign.start and sign.end <= span.end)
    )
    return Hit(item.segment, span, clues=clues, channel=item.channel)


def _apart(signs: Sequence[Sign]) -> Iterator[Sign]:
    """Of signs that overlap the heaviest: words in two lists are one sign."""
    taken: list[Sign] = []
    for sign in sorted(signs, key=lambda one: (-one.weight, one.start - one.end)):
        if all(sign.end <= other.start or other.end <= sign.start for other in taken):
            taken.append(sign)
    yield from sorted(taken)


def _weight(signs: Sequence[Sign]) -> float:
    return sum(sign.weight for sign in signs)


def _quoted(signs: Sequence[Sign]) -> Span:
    """The heaviest sign, with those that stand close to it."""
    chief = max(signs, key=lambda sign: (sign.weight, sign.end - sign.start))
    start, end = chief.start, chief.end
    for sign in reversed(signs):
        if sign.end <= start <= sign.end + NEAR:
            start = sign.start
    for sign in signs:
        if end <= sign.start <= end + NEAR:
            end = sign.end
    return Span(start, end)


def _is_joke(text: str, sentences: Sequence[Span], chosen: Sequence[Sign]) -> bool:
    first = chosen[0]
    if len(chosen) > 1 or first.name == "abstract" or " " in text[first.start : first.end]:
        return False
    sentence = sentences[sentence_at(sentences, first.start)]
    said = text[sentence.start : sentence.end]
    return said[:1].islower() or _MERRY.search(said) is not None


def _whole(text: str, span: Span) -> Span:
    """With the apostrophe of a last word that is cut at it."""
    return Span(span.start, span.end + (text[span.end : span.end + 1] in {"'", "’"}))


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
