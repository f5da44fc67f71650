"""Asking for reactions, shares, tags or dictated comments for their own sake."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from socialint.checks.bait.asks import PICTURE, REACTION, Board
from socialint.checks.bait.move import BAIT, Move
from socialint.checks.bait.moves import GESTURES, moves
from socialint.checks.bait.reactions import votes
from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.clauses import clipped, rounded
from socialint.checks.held import held
from socialint.checks.moves import MOVES
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.guards import GUARDS
from socialint.layers.candidates import CANDIDATES, LISTS, RAW
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.phrases import PHRASES, Match
from socialint.layers.view import View
from socialint.text import Span

# A sentence without a word of these lists is no bait, but for emoji.
# An entry counts from the weight beside its list.
TRIGGERS = {
    **dict.fromkeys(("react", "reaction", "share", "tag", "say", "coin", "follow", "save"), 1),
    **dict.fromkeys(("tribe", "dots", "tag-light", "goal-told"), 1),
    "algorithm": BAIT,
}

MOST_CLUES = 5

Company = tuple[str, frozenset[str], frozenset[str], Callable[[View, str], bool]]


def prepare(params: Params, words: Words) -> Detect:
    """One hit a sentence, on its first move; the others support it.

    Where there is none, the moves of `params` are looked for: they tell bait in other moods.
    """
    keys = {words.key(name): least for name, least in TRIGGERS.items()}

    def keyed(names: Iterable[str]) -> frozenset[str]:
        return frozenset(map(words.key, names))

    company = [
        (words.key(name), keyed(others), keyed(beside), instead)
        for name, others, beside, instead in COMPANY
    ]
    otherwise = MOVES.prepare(params, words)

    def detect(subject: Subject) -> Iterator[Hit]:
        found = [hit for segment, view in subject.views.items() for hit in asks(segment, view)]
        yield from found or otherwise(subject)

    def asks(segment: Segment, view: View) -> Iterator[Hit]:
        triggers = _triggers(view, _heavy(view, keys, company))
        ballots = PICTURE.search(view.text) is not None and bool(REACTION.search(view.text))
        if triggers or ballots:
            ballots = ballots or bool(words.matches(view, "agree"))
            yield from _hits(segment, Board(view, words), triggers, ballots=ballots)

    return detect


def _is_hung(view: View, key: str) -> bool:
    """Whether a pronoun may hang on a word of the list: « Invite-le »."""
    words = view.layer(WORDS)
    ends = (words.span(*place)[1] for place in view.layer(RAW)[key])
    return "?" in view.text and any(view.text[end : end + 1] in {"-", "‑"} for end in ends)


def _has_emoji(view: View, _key: str) -> bool:
    return any(entity.kind == "emoji" for entity in view.layer(ENTITIES))


# What a light ask of a list has in the text, where it is bait: a word of these, or such a sign;
# in its sentence it has one of these, or of the others, with which it makes a choice or a pile.
COMPANY: tuple[tuple[str, tuple[str, ...], frozenset[str], Callable[[View, str], bool]], ...] = (
    ("tag-light", ("place",), frozenset(), _is_hung),
    ("say", ("place", "reward", "condition", "dictated"), GESTURES - {"say"} | {"for"}, _has_emoji),
)


def _heavy(view: View, keys: Mapping[str, int], company: Iterable[Company]) -> Mapping[str, int]:
    """The lists with words in the text, and from which weight on they count there."""
    lists = view.layer(LISTS)
    present = {key: least for key, least in keys.items() if key in lists}
    for key, others, beside, instead in company:
        if key in present and not instead(view, key):
            together = () if lists.isdisjoint(others) else (*others, *beside)
            if not held(view, [key]) & held(view, together):
                present[key] = BAIT
    return present


def _triggers(view: View, keys: Mapping[str, int]) -> list[Match]:
    candidates, found = view.layer(CANDIDATES), view.layer(PHRASES)
    return [
        match
        for key in sorted(keys)
        if any(candidate.trait.weight >= keys[key] for candidate in candidates[key])
        for match in found[key]
        if match.weight >= keys[key]
    ]


def _hits(
    segment: Segment, board: Board, triggers: Iterable[Match], *, ballots: bool
) -> Iterator[Hit]:
    kinds: dict[int, set[str]] = {}
    for match in triggers:
        kinds.setdefault(board.sentence(match.start), set()).add(match.list.rpartition("/")[2])
    found = {m for n in kinds for m in moves(board, clipped(board.sentences[n]), kinds[n])}
    if ballots:
        found.update(votes(board))
    told: dict[int, list[Move]] = {}
    for move in sorted(found):
        kept = told.setdefault(board.sentence(move.start), [])
        if len(kept) <= MOST_CLUES and not _let_pass(board, move):
            kept.append(move)
    for first, *others in filter(None, told.values()):
        clues = tuple(Clue(segment, Span(m.start, m.end), m.kind) for m in others)
        span = Span(first.start, rounded(board.text, first.end))
        yield Hit(segment, span, first.kind, clues=clues)


def _let_pass(board: Board, move: Move) -> bool:
    """Whether the ask is quoted, spoken of, or denied; a dare denies by its nature."""
    number = board.sentence(move.start)
    if board.is_apart(move.start, move.end) or board.within("decried", *board.sentences[number]):
        return True
    match = Match(move.start, move.end, "", 0, 0, "")
    return move.kind != "dare" and GUARDS["negation"](board.view, match)


ENGAGEMENT_BAIT = Check(prepare, MOVES.params, args=(), uses=MOVES.uses, sums=MOVES.sums)
