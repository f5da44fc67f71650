"""What its fields say of a draft: whether it answers somebody, whom and what, in which language."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from socialint.draft import Field, Kind, Message
from socialint.formats.names import fold
from socialint.formats.spoken import spoken
from socialint.formats.values import is_reply, moment
from socialint.turns import OWN, Thread, last_turn


def kind_of(fields: Mapping[str, Field]) -> Kind:
    """A reply where they say so, or name a message that it answers; else a post."""
    said = [fields[name].value for name in ("kind", "content_type") if name in fields]
    if any(isinstance(word, str) and is_reply(word) for word in said):
        return "reply"
    return "reply" if message_of(fields) else "post"


def message_of(fields: Mapping[str, Field]) -> Message | None:
    """The message that the draft answers, with what was said around it; None if there is none."""
    found = fields["in_reply_to"].value if "in_reply_to" in fields else None
    if isinstance(found, Message):
        found = spoken(found.text, _own_names(fields)) or found
    if isinstance(found, Thread):
        found = _answered(found, fields)
    if not isinstance(found, Message):
        return None
    received = fields["received_at"].value if "received_at" in fields else None
    return found if found.received_at else found._replace(received_at=moment(received))


def _answered(thread: Thread, fields: Mapping[str, Field]) -> Message:
    """What the thread leaves to answer; turns by the draft's account or brand are its own."""
    names = _own_names(fields)
    return last_turn(
        [
            turn._replace(kind=OWN) if turn.author and fold(turn.author) in names else turn
            for turn in thread.turns
        ]
    )


def _own_names(fields: Mapping[str, Field]) -> AbstractSet[str]:
    return {fold(name) for key in ("account", "brand") if (name := word_of(fields, key))}


def word_of(fields: Mapping[str, Field], name: str) -> str | None:
    """The text of a field; None where it is not there, empty, or no text."""
    found = fields[name].value if name in fields else None
    return found or None if isinstance(found, str) else None


def lang_of(fields: Mapping[str, Field]) -> str | None:
    """The language that they name, without its region."""
    tag = word_of(fields, "lang")
    return tag.partition("-")[0].lower() if tag else None
