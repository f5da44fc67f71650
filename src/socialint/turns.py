"""Threads of several turns: which of them a reply answers."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from socialint.draft import Message
from socialint.named import NamedTuple

OWN = "reply"  # the kind of a turn that the account wrote


class Thread(NamedTuple):
    """The turns of a thread as written, before anyone asks whose they are."""

    turns: tuple[Message, ...]


def last_turn(turns: Sequence[Message]) -> Message:
    """The message to answer in a thread; what was said around it stands in its `earlier`.

    That is the customer's last turn.  What one person wrote in a row is one message, which came
    when its first part did.  Turns that all say when they came are put in that order.  Where the
    account alone speaks, the message is empty.
    """
    said = _in_order(turns)
    asked = [number for number, turn in enumerate(said) if turn.kind != OWN]
    if not asked:
        return Message("", earlier=tuple(said))
    end = asked[-1] + 1
    row = [*takewhile(lambda turn: _alike(turn, said[end - 1]), reversed(said[:end]))][::-1]
    return row[-1]._replace(
        text="\n\n".join(turn.text for turn in row),
        received_at=next((turn.received_at for turn in row if turn.received_at), None),
        earlier=(*said[: end - len(row)], *said[end:]),
    )


def _alike(turn: Message, last: Message) -> bool:
    """Whether the turn is by the one who wrote the last."""
    return turn.kind != OWN and turn.author == last.author


def _in_order(turns: Sequence[Message]) -> Sequence[Message]:
    when = [turn.received_at for turn in turns if turn.received_at]
    zoned = {moment.tzinfo is not None for moment in when}
    if len(when) < len(turns) or len(zoned) != 1:
        return turns
    return [turns[number] for number in sorted(range(len(turns)), key=when.__getitem__)]
