"""Moves that keep a case in public; the fix names the private channels of the profile."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from socialint.checks.check import Check, Detect, Params, Subject, Sum, Wakes, Words
from socialint.checks.conversation.before import led_away
from socialint.checks.conversation.classes import count_entries, has_class
from socialint.checks.conversation.evasion import told
from socialint.checks.conversation.heard import HEARD
from socialint.checks.conversation.parts import has_part
from socialint.checks.conversation.scales import WEIGHED, Scale, classes, scale
from socialint.checks.conversation.weighing import sums as weights
from socialint.checks.conversation.weighing import weigh
from socialint.checks.moves import MOVES
from socialint.finding import Hit
from socialint.layers.candidates import LISTS
from socialint.layers.view import View

PRIVATE = ("DM",)  # where the profile names no channel
KEPT = "kept"
# what a message holds that needs somebody's file, or a reply that makes them known
CASES = ("file-words", "file-near")
CASE_LISTS = tuple(f"classes/{name}" for name in CASES)
LEADING = ("link", "private-channel")
AWAY = ("reply-away", "reply-kept-off")
PARAMS = {**MOVES.params, "properties": {**MOVES.params["properties"], KEPT: WEIGHED}}


def prepare(params: Params, words: Words) -> Detect:
    """The hits of the rule's moves, with `channels`: `replies.private_channels` of the profile.

    With `kept`, and where the moves say nothing: the whole of a reply that weighs enough and leads
    nowhere private, as the variant `kept`, unless an earlier turn of the account did.
    """
    moves = MOVES.prepare(params, words)
    kept = scale(params[KEPT], words) if KEPT in params else None

    def detect(subject: Subject) -> Iterator[Hit]:
        hits = [*moves(subject)] or ([*_left(subject, kept)] if kept else [])
        for hit in hits:
            yield hit._replace(args={**hit.args, "channels": _channels(subject)})

    return detect


def _channels(subject: Subject) -> str:
    declared = subject.profile.get("replies.private_channels") or PRIVATE
    return ", ".join(name.upper() if name in {"dm", "sms"} else str(name) for name in declared)


def _left(subject: Subject, kept: Scale) -> Iterator[Hit]:
    message = subject.message
    if message is None or not _is_case(message) or led_away(subject):
        return
    for segment, view in subject.views.items():
        if _is_open(view) and message.layer(HEARD).kind != "praise":
            total = weigh(kept, view, message)
            if total >= kept.threshold:
                args = {"sum": f"{total:.1f}", "threshold": f"{kept.threshold:g}"}
                yield Hit(segment, told(view), KEPT, args)


def _is_case(message: View) -> bool:
    """Whether somebody's case is talked of."""
    present = message.layer(LISTS)
    return any(key in present and count_entries(message, key) for key in CASE_LISTS)


def _is_open(view: View) -> bool:
    """Whether nothing in the reply leads away from the thread."""
    return not (any(has_class(view, name) for name in AWAY) or has_part(view, LEADING))


def _wakes(params: Params, words: Words) -> Wakes | None:
    found = MOVES.wakes(params, words) if MOVES.wakes else None
    if not found or KEPT not in params:
        return found
    return [*found, [[f"message:{key}" for key in CASE_LISTS]]]


def _names(params: Params) -> Iterable[tuple[tuple[str | int, ...], str]]:
    yield from MOVES.uses(params) if MOVES.uses else ()
    if KEPT in params:
        yield from classes(params, KEPT)


def _sums(params: Params, words: Words, subject: Subject) -> Iterator[Sum]:
    yield from MOVES.sums(params, words, subject) if MOVES.sums else ()
    if KEPT in params:
        yield from weights(params[KEPT], words, subject)


HANDOVER = Check(
    prepare,
    PARAMS,
    args=(*(MOVES.args or ()), "channels"),
    uses=_names,
    wakes=_wakes,
    sums=_sums,
)
