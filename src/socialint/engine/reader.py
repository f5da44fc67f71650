"""How a run comes by what files hold."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from socialint.draft import Draft
from socialint.engine.manner import Items
from socialint.errors import Problem
from socialint.formats import FORMATS
from socialint.formats.decode import read_source
from socialint.formats.reading import Reading
from socialint.frozen import Frozen

LINES = (".jsonl", ".ndjson")  # files of one draft a line, which may be long


class Reader(Frozen):
    """Reads files by their `formats`; `overlay` holds bytes, by real path, in place of theirs."""

    formats: Mapping[str, Any]
    overlay: Mapping[str, bytes]

    def read(self, path: Path) -> bytes:
        """The bytes of a file, or what `overlay` puts in its place; raises OSError."""
        found = self.overlay.get(os.path.realpath(path)) if self.overlay else None
        return path.read_bytes() if found is None else found

    def blocks(self, path: Path) -> Items | None:
        """How to read a long file draft by draft; None for other files; raises OSError."""
        suffix = path.suffix.lower()
        if suffix not in LINES or self.overlay or self.formats.get(suffix) is not FORMATS[suffix]:
            return None
        from socialint.formats.blocks import (  # noqa: PLC0415  few files are of lines
            is_long,
            parse_blocks,
        )

        return partial(parse_blocks, path) if is_long(path) else None

    def drafts(self, path: Path, reading: Reading) -> Iterator[Draft]:
        """The drafts of a file that was read before; none where it has gone."""
        with suppress(OSError):
            yield from (item for item in self._items(path, reading) if isinstance(item, Draft))

    def _items(self, path: Path, reading: Reading) -> Iterable[Draft | Problem]:
        if parse := self.blocks(path):
            return parse(reading)
        source = read_source(path.as_posix(), self.read(path))
        if isinstance(source, Problem):
            return ()
        found: Iterator[Draft | Problem] = self.formats[path.suffix.lower()](source, reading)
        return found
