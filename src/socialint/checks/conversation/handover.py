"""Moves that keep a case in public; the fix names the private channels of the profile."""

from __future__ import annotations

from collections.abc import Iterator

from socialint.checks.check import Detect, Params, Subject, Words
from socialint.checks.moves import MOVES
from socialint.finding import Hit

PRIVATE = ("DM",)  # where the profile names no channel


def prepare(params: Params, words: Words) -> Detect:
    """The hits of the rule's moves, with `channels`: `replies.private_channels` of the profile."""
    moves = MOVES.prepare(params, words)

    def detect(subject: Subject) -> Iterator[Hit]:
        declared = subject.profile.get("replies.private_channels") or PRIVATE
        channels = ", ".join(
            name.upper() if name in {"dm", "sms"} else str(name) for name in declared
        )
        for hit in moves(subject):
            yield hit._replace(args={**hit.args, "channels": channels})

    return detect


HANDOVER = MOVES._replace(prepare=prepare, args=(*(MOVES.args or ()), "channels"))
