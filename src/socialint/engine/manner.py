"""How a file is read and checked, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain

from socialint.draft import Draft, Message
from socialint.errors import Problem
from socialint.formats.reading import Reading
from socialint.named import NamedTuple
from socialint.settings import PerPath, Settings

EMBARGO = "embargo_until"
_TABLES = (".csv", ".tsv", ".jsonl", ".ndjson")

# what a file holds, read as the settings say
Items = Callable[[Reading], Iterator[Draft | Problem]]

# the rules of single drafts that found anything, draft by draft
Spoke = tuple[frozenset[str], ...]


class Manner(NamedTuple):
    """How a file is checked.

    `explicit`: the user named it.  Only feed rules look at its drafts where not `asked`.  `given`:
    it is no file that could be read again.  `known` is what a former check of it answered.
    """

    explicit: bool
    asked: bool = True
    given: bool = False
    known: Spoke | None = None


class Spoken:
    """The rules of single drafts that found anything in one, and whether any rule failed there."""

    __slots__ = ("failed", "names")

    def __init__(self) -> None:
        self.names: set[str] = set()
        self.failed = False


class Checked(NamedTuple):
    """What came of a source: how many drafts, what spoke on each draft or account.

    The latter is known once those have been judged; `wrong` where not all of it could be read.
    """

    spoken: Sequence[Spoken] = ()
    drafts: int = 0
    wrong: bool = False

    def spoke(self) -> Spoke | None:
        """The rules that spoke, draft by draft; None if anything went wrong."""
        if self.wrong or any(one.failed for one in self.spoken):
            return None
        return tuple(frozenset(one.names) for one in self.spoken)


def is_table(path: str) -> bool:
    """Whether the file holds records, which people take for a calendar."""
    return path.lower().endswith(_TABLES)


def reading_of(settings: Settings, entries: Sequence[PerPath], *, explicit: bool) -> Reading:
    """How files are read where these entries of `per_path` hold."""
    presets = [entry.preset for entry in entries if entry.preset]
    return Reading(
        fields=settings.fields,
        preset=presets[-1] if presets else settings.preset,
        markdown_bank=settings.markdown_bank,
        explicit=explicit,
    )


def is_passing(draft: Draft) -> bool:
    """Whether the time of day decides what is found in the draft."""
    message = draft.in_reply_to
    waits = isinstance(message, Message) and message.received_at and not draft.publish_at
    return EMBARGO in draft.fields or bool(waits)


def is_alone(items: Iterable[Draft | Problem]) -> tuple[bool, Iterator[Draft | Problem]]:
    """Whether there is one draft among the items, which are handed on."""
    seen: list[Draft | Problem] = []
    drafts = 0
    left = iter(items)
    for item in left:
        seen.append(item)
        drafts += isinstance(item, Draft) and item.kind != "account"
        if drafts > 1:
            break
    return drafts == 1, chain(seen, left)
