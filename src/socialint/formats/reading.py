"""How a format is asked to read: what the settings say about the files at hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.named import NamedTuple
from socialint.text import Source


class Reading(NamedTuple):
    """What the settings say about reading a file.

    `fields` gives, for a canonical field name, the names that the files use (`[fields]`);
    `preset` names an entry of `data/presets.json`; `markdown_bank` says whether a Markdown file
    holds one draft a heading (None: see for yourself); `explicit` whether the user named the
    file, rather than a folder it lies in; `lang` is the language of drafts that name none.
    """

    fields: Mapping[str, tuple[str, ...]] = {}
    preset: str | None = None
    markdown_bank: bool | None = None
    explicit: bool = False
    lang: str | None = None


Parse = Callable[[Source, Reading], Iterator[Draft | Problem]]
