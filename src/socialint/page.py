"""A draft as a report shows it: its texts, masked, and where they stand in the source."""

from __future__ import annotations

from datetime import datetime

from socialint.draft import Kind
from socialint.named import NamedTuple
from socialint.text import SourceMap


class Passage(NamedTuple):
    """One text of a draft; personal data in `text` is masked, no place has moved."""

    field: str
    text: str
    map: SourceMap


class Fold(NamedTuple):
    """Where a channel folds a text: after `at` characters."""

    channel: str
    at: int


class Voice(NamedTuple):
    """What is counted of the texts of a draft."""

    words: int
    sentences: int
    exclamations: int


class Turn(NamedTuple):
    """What was said in a thread before or after the message that a reply answers, masked."""

    text: str
    is_own: bool


class Page(NamedTuple):
    """One draft; `draft` is what findings call it, `message` what a reply answers, masked.

    `turns` is what else was said in its thread, oldest first.  `fold` is the first fold of its
    channels that its text reaches; `sells` says whether it is an offer, None where nobody looked.
    """

    path: str
    draft: str
    kind: Kind
    channels: tuple[str, ...]
    lang: str | None
    brand: str | None
    account: str | None
    owner: str | None
    when: datetime | None
    message: str
    passages: tuple[Passage, ...]
    fold: Fold | None = None
    sells: bool | None = None
    voice: Voice | None = None
    turns: tuple[Turn, ...] = ()
