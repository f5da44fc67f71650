"""Edits proved before anybody sees them: the file is read again, and only they may be new."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence

from socialint.draft import Draft, Segment
from socialint.errors import Problem
from socialint.finding import Edit
from socialint.formats.decode import encoded, read_source
from socialint.frozen import replace
from socialint.named import NamedTuple
from socialint.text import Piece, Source

Edits = tuple[Edit, ...]
Read = Callable[[Source], Iterable[Draft | Problem]]


class _Change(NamedTuple):
    """An edit as it is written, and the text that its reader is to see in its place."""

    start: int
    end: int
    written: str
    meant: str


# how a format may want a text to be written, the plain way first
_SPELLINGS: tuple[Callable[[str], str], ...] = (
    lambda text: text,
    lambda text: json.dumps(text, ensure_ascii=False)[1:-1],
    lambda text: text.replace('"', '""'),
    lambda text: text.replace("'", "''"),
)


def exact(source: Source, groups: Sequence[Edits], read: Read) -> tuple[list[_Change], int]:
    """The changes to make, and of how many groups; a group that can't be proved is left out."""
    before = list(read(source))
    kept: list[_Change] = []
    count = 0
    waiting = [list(groups)]
    while waiting:
        batch = waiting.pop()
        found = _proved(source, before, kept, batch, read)
        if found is not None:
            kept, count = found, count + len(batch)
        elif len(batch) > 1:
            # halves: one edit that can't be made costs the others little
            middle = len(batch) // 2
            waiting += [batch[middle:], batch[:middle]]
    return kept, count


def _proved(
    source: Source,
    before: Sequence[Draft | Problem],
    kept: list[_Change],
    batch: Sequence[Edits],
    read: Read,
) -> list[_Change] | None:
    spellings = _SPELLINGS if len(batch) == 1 else _SPELLINGS[:1]
    for spell in spellings:
        new = [_change(edit, spell) for edits in batch for edit in edits]
        changes = sorted([*kept, *new])
        if _holds(source, before, changes, read):
            return changes
    return None


def _change(edit: Edit, spell: Callable[[str], str]) -> _Change:
    text = edit.replacement
    return _Change(edit.start.offset, edit.end.offset, spell(text), text)


def applied(source: Source, changes: Iterable[_Change]) -> Source:
    """The source with the changes, which stand in order and don't overlap."""
    parts: list[str] = []
    at = 0
    for change in changes:
        parts += (source.text[at : change.start], change.written)
        at = change.end
    parts.append(source.text[at:])
    return replace(source, text="".join(parts))


def _holds(
    source: Source, before: Sequence[Draft | Problem], changes: list[_Change], read: Read
) -> bool:
    """Whether the file, read again, differs in nothing but what was meant."""
    made = applied(source, changes)
    try:
        data = encoded(made)
    except UnicodeEncodeError:
        return False
    again = read_source(source.path, data)
    if isinstance(again, Problem) or again.text != made.text:
        return False
    after = list(read(made))
    if len(before) != len(after):
        return False
    found: set[_Change] = set()
    same = all(_same(old, new, changes, found) for old, new in zip(before, after, strict=True))
    return same and found == set(changes)


def _same(
    old: Draft | Problem, new: Draft | Problem, changes: list[_Change], found: set[_Change]
) -> bool:
    if isinstance(old, Problem) or isinstance(new, Problem):
        return (
            isinstance(old, Problem)
            and isinstance(new, Problem)
            and (old.code, old.args) == (new.code, new.args)
        )
    if _outline(old) != _outline(new) or len(old.segments) != len(new.segments):
        return False
    return _same_fields(old, new, changes) and all(
        one.field == other.field and _expected(one, changes, found) == other.text
        for one, other in zip(old.segments, new.segments, strict=True)
    )


def _outline(draft: Draft) -> object:
    return (
        draft.kind,
        draft.channels,
        draft.lang,
        draft.brand,
        draft.account,
        draft.id,
        draft.publish_at,
        draft.number,
        draft.in_reply_to,
    )


def _same_fields(old: Draft, new: Draft, changes: Sequence[_Change]) -> bool:
    """Whether all fields are the same but those in which something was to change."""
    if list(old.fields) != list(new.fields):
        return False
    return all(
        value.value == new.fields[name].value
        or any(value.span.start <= c.start and c.end <= value.span.end for c in changes)
        for name, value in old.fields.items()
    )


def _expected(segment: Segment, changes: Iterable[_Change], found: set[_Change]) -> str:
    """The segment's text with the changes that stand in it."""
    text = segment.text
    for change in reversed(list(changes)):
        piece = _piece(segment.map.pieces, change)
        if piece is None:
            continue
        found.add(change)
        start = piece.text_start + change.start - piece.source_start
        end = start + change.end - change.start
        text = text[:start] + change.meant + text[end:]
    return text


def _piece(pieces: Sequence[Piece], change: _Change) -> Piece | None:
    """The run of the text that holds the change, character by character."""
    holding = [
        piece
        for piece in pieces
        if piece.verbatim
        and piece.source_start <= change.start
        and change.end <= piece.source_start + piece.source_len
    ]
    # what is put in between two runs belongs to the one that begins there
    return holding[-1] if holding else None
