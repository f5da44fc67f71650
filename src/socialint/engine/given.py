"""What a program gives as a draft: whether its values can be read as one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from socialint.draft import Draft, Kind, Message
from socialint.errors import Problem
from socialint.lazy import regex

_TAG = regex(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_TEXTS = ("channel", "lang", "brand", "account", "id", "title")


def wrong(draft: Draft, path: str) -> Iterator[Problem]:
    """Each value of the draft that is of no type or form that it may have; `path` is its name."""
    if not isinstance(draft.text, str):
        yield _not_a_text("text", draft.text, path)
    if draft.kind not in get_args(Kind):
        args = {"found": str(draft.kind), "known": ", ".join(get_args(Kind))}
        yield Problem("not-a-kind", path, args=args)
    for name in _TEXTS:
        value = getattr(draft, name)
        if value is not None and not isinstance(value, str):
            yield _not_a_text(name, value, path)
    if isinstance(draft.lang, str) and draft.lang and not _TAG.fullmatch(draft.lang):
        yield Problem("not-a-language", path, args={"field": "lang", "found": draft.lang})
    for heard in _said(draft.in_reply_to):
        if not isinstance(heard, str):
            args = {"field": "in_reply_to", "found": type(heard).__name__}
            yield Problem("not-a-message", path, args=args)


def _said(message: object) -> Iterator[object]:
    """The texts of a message, or of each turn of a thread."""
    if isinstance(message, Message):
        yield message.text
    elif isinstance(message, (list, tuple)):
        for turn in message:
            yield turn.text if isinstance(turn, Message) else turn
    elif message is not None:
        yield message


def _not_a_text(name: str, value: object, path: str) -> Problem:
    return Problem("not-a-text", path, args={"field": name, "found": type(value).__name__})
