"""From the bytes of a file to its text."""

from __future__ import annotations

import codecs
from pathlib import PurePath

from socialint.errors import Problem
from socialint.formats.nodes import problem
from socialint.text import Source

MAX_BYTES = 64 * 2**20
# old spreadsheets and note pads save these in the Western code page
_LEGACY = frozenset((".csv", ".tsv", ".txt"))
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def read_source(path: str, data: bytes, limit: int = MAX_BYTES) -> Source | Problem:
    """The text of the file `path`, or why it is none.

    UTF-8, UTF-16 with a BOM, and, for .csv, .tsv and .txt alone, Windows-1252; `limit` is in
    bytes.  A NUL or a byte that fits none of these is a problem at its line and column.
    """
    if len(data) > limit:
        size, most = f"{len(data) / 2**20:.1f}", f"{limit / 2**20:.1f}"
        return Problem("file-too-large", path, args={"size": size, "limit": most})
    bom, encoding = next(((b, e) for b, e in _BOMS if data.startswith(b)), (b"", "utf-8"))
    body = data[len(bom) :]
    if not bom and PurePath(path).suffix.lower() in _LEGACY and _is_legacy(body):
        encoding = "cp1252"
    try:
        source = Source(path, body.decode(encoding), encoding, bool(bom))
    except UnicodeDecodeError as error:
        return _invalid(path, body, encoding, error)
    nul = source.text.find("\0")
    return source if nul < 0 else problem(source, "bytes-nul", nul)


def encoded(source: Source) -> bytes:
    """The bytes of the file again; raises UnicodeEncodeError for what its encoding lacks."""
    boms = {encoding: bom for bom, encoding in _BOMS}
    return (boms[source.encoding] if source.bom else b"") + source.text.encode(source.encoding)


def _invalid(path: str, body: bytes, encoding: str, error: UnicodeDecodeError) -> Problem:
    before = Source(path, body[: error.start].decode(encoding))
    byte = f"0x{body[error.start]:02X}"
    return problem(before, "bytes-invalid", len(before.text), byte=byte, encoding=encoding)


def _is_legacy(body: bytes) -> bool:
    """Whether the bytes beyond ASCII are rather Windows-1252 than damaged UTF-8.

    Letters of the code page seldom form UTF-8 sequences, so in a true legacy file most of them
    can't be decoded; in a damaged UTF-8 file most can.
    """
    text = body.decode("utf-8", "surrogateescape")
    if text.isascii():
        return False
    stray = sum(1 for char in text if "\udc80" <= char <= "\udcff")
    foreign = sum(1 for char in text if char > "\x7f")
    return stray * 2 > foreign
