"""A draft as a report shows it: its texts, masked, and where they stand in the source."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from socialint.draft import Kind
from socialint.text import SourceMap


class Passage(NamedTuple):
    """One text of a draft; personal data in `text` is masked, no place has moved."""

    field: str
    text: str
    map: SourceMap


class Page(NamedTuple):
    """One draft; `draft` is what findings call it, `message` what a reply answers, masked."""

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
