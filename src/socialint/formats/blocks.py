"""Long JSONL files, read in blocks of lines: of a file of any length little stays in memory."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from socialint.draft import Draft
from socialint.errors import Problem
from socialint.formats.decode import MAX_BYTES, read_source
from socialint.formats.fields import Sheet
from socialint.formats.json_nodes import read_jsonl
from socialint.formats.names import names_for
from socialint.formats.nodes import Node
from socialint.formats.reading import Reading
from socialint.formats.shapes import drafts
from socialint.formats.structured import EXPORT
from socialint.text import Source, Window

LONG = 8 << 20  # bytes from which a file is read so
BLOCK = 1 << 18  # bytes
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def is_long(path: Path) -> bool:
    """Whether the file is one to be read in blocks; raises OSError."""
    if path.stat().st_size < LONG or not path.is_file():
        return False
    with path.open("rb") as stream:
        return stream.read(2) not in _WIDE


def parse_blocks(path: Path, reading: Reading) -> Iterator[Draft | Problem]:
    """The drafts of the file, as `parse_jsonl` has them; raises OSError.

    A line that is no UTF-8, or holds a NUL, is a problem of its own.
    """
    names = names_for(reading)
    with path.open("rb") as stream:
        first = Sheet(Source(path.as_posix(), ""), names, reading.lang, EXPORT)
        nodes = chain.from_iterable(
            _nodes(block, first) for block in _sources(path.as_posix(), stream)
        )
        yield from drafts(nodes, first, explicit=reading.explicit)


def _nodes(block: Source | Problem, sheet: Sheet) -> Iterator[Node | Problem | Sheet]:
    if isinstance(block, Problem):
        yield block
        return
    yield sheet._replace(source=block)
    yield from read_jsonl(block)


def _sources(path: str, stream: BinaryIO) -> Iterator[Source | Problem]:
    """The file in parts, each of whole lines."""
    start = above = 0
    for data in _data(stream):
        for part in _readable(path, data):
            if isinstance(part, Problem):
                yield part._replace(line=above + (part.line or 1))
                continue
            text = Window(part.text, start)
            yield Source(path, text, part.encoding, part.bom, above)
            start = len(text)
            above += len(part.line_starts) - 1


def _data(stream: BinaryIO) -> Iterator[bytes]:
    """Stretches of whole lines."""
    lines: list[bytes] = []
    size = 0
    while line := stream.readline(MAX_BYTES + 1):
        lines.append(line)
        size += len(line)
        if size >= BLOCK:
            yield b"".join(lines)
            lines, size = [], 0
    if lines:
        yield b"".join(lines)


def _readable(path: str, data: bytes) -> Iterable[Source | Problem]:
    """The text of a stretch; line by line where some of it can't be read."""
    source = read_source(path, data)
    if isinstance(source, Source):
        return [source]
    lines = data.splitlines(keepends=True)
    if len(lines) == 1:
        # the line is skipped, and those after it keep their numbers
        return [source, Source(path, "\n")] if data.endswith((b"\n", b"\r")) else [source]
    return chain.from_iterable(_readable(path, line) for line in lines)
