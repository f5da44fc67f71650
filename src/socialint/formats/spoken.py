"""Threads written into one text, as a cell holds them: each turn begins with who speaks."""

from __future__ import annotations

from collections.abc import Container, Iterator

from socialint.draft import Message
from socialint.formats.names import fold, words
from socialint.lazy import regex
from socialint.turns import OWN, Thread

# "Ann: …", « @ann : … »: three words at most, so that a sentence with a colon is none
_SPEAKER = regex(
    r"\s*@?(?P<who>[^\W_][^\s:]*(?:[ \u00a0][^\s:]+){0,2})[ \u00a0\u202f]?:[ \u00a0\u202f\t]+(?=\S)"
)


def spoken(text: str, own: Container[str]) -> Thread | None:
    """The turns of `text`, one a line that begins with who speaks; None where it is no thread.

    A line without a speaker goes on with the turn before it.  It is a thread only if the first line
    names its speaker and two sides speak, one of them the account: by one of its names in `own`
    (folded), or as "us".  Can't see: who speaks where nobody is named, or by a name of four words.
    """
    if ":" not in text or "\n" not in text:
        return None
    turns = tuple(_turns(text, own))
    sides = {turn.kind for turn in turns}
    named = turns and all(turn.author for turn in turns)
    return Thread(turns) if named and len(sides) > 1 else None


def _turns(text: str, own: Container[str]) -> Iterator[Message]:
    turn: Message | None = None
    for line in text.splitlines():
        found = _SPEAKER.match(line)
        if found is None:
            turn = turn._replace(text=f"{turn.text}\n{line}") if turn else Message(line)
            continue
        if turn:
            yield _ended(turn)
        who = found["who"]
        is_own = fold(who) in own or fold(who) in words("speaking")
        turn = Message(line[found.end() :], who, kind=OWN if is_own else None)
    if turn:
        yield _ended(turn)


def _ended(turn: Message) -> Message:
    return turn._replace(text=turn.text.strip())
