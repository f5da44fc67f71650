"""Moves: what a draft does, told by classes of words in order, by grammar and by context.

A rule names its moves; what they weigh is added up, for and against, and the rule speaks from a
threshold.  No phrase decides: "regret, then a condition, then a feeling" is one move in whatever
words, and in every language that has the classes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from operator import attrgetter

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Wakes, Words
from socialint.checks.moves.against import Against, standing
from socialint.checks.moves.board import Board
from socialint.checks.moves.ceiling import SLACK, Ceiling
from socialint.checks.moves.chance import Chance
from socialint.checks.moves.evidence import shown
from socialint.checks.moves.found import Forms, Found, found, found_in, held, likely, times
from socialint.checks.moves.hope import Hope, Indices, hoped
from socialint.checks.moves.move import Form
from socialint.checks.moves.names import names
from socialint.checks.moves.params import PARAMS
from socialint.checks.moves.quoted import quoted
from socialint.checks.moves.reading import moves
from socialint.checks.sources import attested, field_sources
from socialint.draft import Segment
from socialint.finding import Hit
from socialint.layers.candidates import LISTS
from socialint.layers.view import View
from socialint.text import Span

SIGNS = frozenset({("@exclamation",), ("@question",)})


def prepare(params: Params, words: Words) -> Detect:
    """One hit where the moves of a sentence, or of the draft, weigh `threshold` or more.

    It stands at the heaviest move; the others are its clues.  With `proof`, nothing is said of what
    comes with a source.
    """
    known = Indices.of(moves(params, words))

    def detect(subject: Subject) -> Iterator[Hit]:
        if params.get("proof") and field_sources(subject.draft):
            return
        for segment, view in subject.views.items():
            lists = view.layer(LISTS)
            due = known.in_favour.due(lists, subject.message)
            hope = Hope(view, due, params["threshold"] - SLACK)
            if not hope.by_words():
                continue
            board = Board(view, words, subject.message)
            if items := _found(board, known, hope, params):
                hits = _hits(segment, board, items, params)
                yield from _unproved(hits, subject, view) if params.get("proof") else hits

    return detect


def _unproved(hits: Iterable[Hit], subject: Subject, view: View) -> Iterator[Hit]:
    """The hits outside sentences that the profile's ledger vouches for."""
    from socialint.checks.ledger.check import vouched, within  # noqa: PLC0415  few rules ask

    proved = vouched(subject, view)
    for hit in hits:
        if not any(within(hit, sentence) for sentence in proved):
            yield hit


def wakes(params: Params, words: Words) -> Wakes | None:
    """The words of any form of a move that speaks for the fault.

    None if forms that need no word can reach the threshold by themselves.
    """
    known = [move for move in moves(params, words) if move.weight > 0]
    wordless = [move for move in known if not all(map(_keys, move.forms))]
    if sum(move.weight * move.most for move in wordless) >= params["threshold"]:
        return None
    return [
        [*keys, *_signs(form)] for move in known for form in move.forms if (keys := _keys(form))
    ]


def _keys(form: Form) -> list[list[str]]:
    """The word lists that a form needs, a group a slot."""
    return [sorted(slot.keys) for slot in form if slot.keys]


def _signs(form: Form) -> list[list[str]]:
    """The signs without which slots stay empty that nothing else fills, a group a slot."""
    return [[f"sign:{slot.names[0][1:]}"] for slot in form if slot.names in SIGNS]


def sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    """What the moves of each unit add up to, whether or not it is enough."""
    known = moves(params, words)
    whole = params.get("scope", "draft") == "draft"
    for segment, view in subject.views.items():
        board = Board(view, words, subject.message)
        for together in _units(board, found(board, known), params):
            parts = [(item.move.name, item.move.weight) for item in together]
            place = (None, None) if whole else (segment, together[0].span)
            yield Sum(_sum(together), params["threshold"], parts, *place)


def _sum(together: Iterable[Found]) -> float:
    return sum(item.move.weight for item in together)


def _hits(segment: Segment, board: Board, items: Iterable[Found], params: Params) -> Iterator[Hit]:
    threshold = params["threshold"]
    for together in _units(board, items, params):
        total = _sum(together)
        if total >= threshold and any(item.move.weight > 0 for item in together):
            first, *others = sorted(together, key=_rank)
            if params.get("proof") and attested(board, first.span.start):
                continue
            args = {"sum": f"{total:g}", "threshold": f"{threshold:g}"}
            span = quoted(board, first.span, params)
            told = Span(first.span.start, min(first.span.end, span.end))
            clues = tuple(shown(segment, board.text, others, told, span))
            yield Hit(segment, span, first.move.name, args, clues)


def _found(board: Board, known: Indices, hope: Hope, params: Params) -> list[Found]:
    """The moves of a text, the cheap ones first; none if they can't weigh enough."""
    against = Against(board)
    may = hoped(board, known, hope, against, params)
    if not may or not (ceiling := Ceiling(params, board.view, may)).is_enough:
        return []
    others = [chance for chance in may if chance.move.weight <= 0]
    if not against.lower(others, ceiling):
        return []
    in_favour = sorted((chance for chance in may if chance.move.weight > 0), key=_asks_grammar)
    stands: list[tuple[Chance, Forms]] = []
    for chance in in_favour:
        forms = likely(board, chance)
        left = chance._replace(often=times(chance.move, forms))
        if not ceiling.lower(left):
            return []
        if forms:
            stands.append((left, forms))
    items: list[Found] = []
    for chance, forms in stands:
        if not ceiling.is_enough:
            return []
        here = [*found_in(board, chance.move, held(board, chance.move, forms))]
        ceiling.lower(standing(board, chance, here))
        items += here
    return [*items, *against.all(others)] if ceiling.is_enough else []


_asks_grammar = attrgetter("move.asks_grammar")


def _units(board: Board, items: Iterable[Found], params: Params) -> Iterator[list[Found]]:
    """What is added up together: the moves of each sentence, or all that are near each other."""
    if params.get("scope", "draft") == "draft":
        yield _heaviest([*items], params.get("reach"))
        return
    units: dict[int, list[Found]] = {}
    for item in items:
        units.setdefault(board.sentence(item.span.start), []).append(item)
    yield from units.values()


def _heaviest(items: list[Found], reach: int | None) -> list[Found]:
    """The moves that begin within `reach` characters of one of them and weigh most together.

    Those against the fault count from wherever they stand.
    """
    if reach is None:
        return items
    against = [item for item in items if item.move.weight < 0]
    windows = [
        [other for other in items if 0 <= other.span.start - item.span.start <= reach]
        for item in items
        if item.move.weight > 0
    ]
    best = max(windows, key=_sum, default=[])
    return [*(item for item in best if item.move.weight >= 0), *against]


def _rank(item: Found) -> tuple[bool, float, int]:
    """The heaviest first; what has no words of its own last."""
    return (item.span.start == item.span.end, -item.move.weight, item.span.start)


MOVES = Check(prepare, PARAMS, args=("sum", "threshold"), uses=names, wakes=wakes, sums=sums)
