"""What can be told of one draft only: an id that is its own, a fault of its calendar's head."""

from __future__ import annotations

from socialint.draft import Draft, Notice
from socialint.frozen import replace
from socialint.text import Span

MISSPELT = "misspelt-field"


def with_own_id(draft: Draft, known: dict[int, int]) -> Draft:
    """The draft without its id, and with a notice, where another bears the id already.

    `known` are hashes of ids, with those of where the drafts stand that bear them.
    """
    if not draft.id:
        return draft
    here = hash((draft.source.path, draft.number))
    if known.setdefault(hash(draft.id), here) == here:
        return draft
    place = draft.fields["id"].span if "id" in draft.fields else draft.span
    notice = Notice("duplicate-id", place, draft.id, "")
    return replace(draft, id=None, notices=(*draft.notices, notice))


def untold(draft: Draft, told: set[tuple[str, Span]]) -> Draft:
    """The draft without what was noticed at the head of its calendar for a row before.

    `told` are the paths and places of names of fields that were noticed.
    """
    notices = []
    for notice in draft.notices:
        place = (draft.source.path, notice.span)
        if notice.kind != MISSPELT or place not in told:
            notices.append(notice)
        if notice.kind == MISSPELT:
            told.add(place)
    return replace(draft, notices=tuple(notices))
