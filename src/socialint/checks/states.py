"""Where a draft stands on its way, in the words that teams use in any language."""

from __future__ import annotations

from functools import cache

from socialint.draft import Draft
from socialint.layers.fold import fold
from socialint.layers.tables import tables_of


def is_waiting(draft: Draft) -> bool:
    """Whether it has yet to go out, agreed to or not."""
    return _state(draft) in _words("agreed") | _words("waiting")


def is_dropped(draft: Draft) -> bool:
    """Whether it will not go out, or not like this."""
    return _state(draft) in _words("dropped")


def is_ready(draft: Draft) -> bool:
    """Whether somebody has agreed that it goes out, or has let it."""
    return _state(draft) in _words("agreed") | _words("published")


def _state(draft: Draft) -> str:
    """The draft's status, folded; "" where it gives none."""
    said = draft.fields["status"].value if "status" in draft.fields else None
    return fold(said.strip()).text if isinstance(said, str) else ""


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(word for table in tables_of("states").values() for word in table[kind])
