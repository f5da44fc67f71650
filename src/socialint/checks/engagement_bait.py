"""Asking for reactions, shares, tags or dictated comments for their own sake."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from socialint.checks.bait.asks import PICTURE, REACTION, Board
from socialint.checks.bait.move import BAIT, Move
from socialint.checks.bait.moves import moves
from socialint.checks.bait.reactions import votes
from socialint.checks.check import Check, Detect, Params, Subject, Words
from socialint.checks.clauses import clipped, rounded
from socialint.checks.held import held
from socialint.checks.moves import MOVES
from socialint.draft import Segment
from socialint.finding import Clue, Hit
from socialint.guards import GUARDS
from socialint.layers.beforehand import RAW
from socialint.layers.candidates import CANDIDATES, LISTS
from socialint.layers.entities import ENTITIES
from socialint.layers.fold import WORDS
from socialint.layers.phrases import PHRASES, Match
from socialint.layers.view import View
from socialint.text import Span

# A sentence without a word of these lists is no bait, but for emoji.
# An entry counts from the weight beside its list.
TRIGGERS = {
    **dict.fromkeys(("react", "reaction", "share", "tag", "say", "coin", "follow", "save"), 1),
    **dict.fromkeys(("tribe", "dots", "tag-light", "say-light", "goal-told"), 1),
    "algorithm": BAIT,
}

MOST_CLUES = 5

Company = tuple[str, Sequence[str], Callable[[View, str], bool]]


def prepare(params: Params, words: Words) -> Detect:
    """One hit a sentence, on its first move; the others support it.

    Where there is none, the moves of `params` are looked for: they tell bait in other moods.
    """
    keys = {words.key(name): least for name, least in TRIGGERS.items()}
    company = [
        (words.key(name), [*map(words.key, others)], instead) for name, others, instead in COMPANY
    ]
    otherwise = MOVES.prepare(params, words)

    def detect(subject: Subject) -> Iterator[Hit]:
        found = [hit for segment, view in subject.views.items() for hit in asks(segment, view)]
        yield from found or otherwise(subject)

    def asks(segment: Segment, view: View) -> Iterator[Hit]:
        triggers = _triggers(view, _present(view, keys, company))
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


# What a light ask of a list has in its sentence, where it is bait: a word of these, or such a sign.
COMPANY: tuple[tuple[str, tuple[str, ...], Callable[[View, str], bool]], ...] = (
    ("tag-light", ("place",), _is_hung),
    ("say-light", ("place", "reward", "condition", "dictated"), _has_emoji),
)


def _present(view: View, keys: Mapping[str, int], company: Iterable[Company]) -> Mapping[str, int]:
    """The lists with words that may ask in the text, and from which weight on they count."""
    lists = view.layer(LISTS)
    present = {key: least for key, least in keys.items() if key in lists}
    for key, others, instead in company:
        together = key in present and held(view, [key]) & held(view, others)
        if key in present and not together and not instead(view, key):
            del present[key]
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
