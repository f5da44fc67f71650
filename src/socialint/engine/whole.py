"""The report of a former run on the very same files.

It quotes drafts, and so is sealed with a key made of the bytes of all its files: who has the store
and not the drafts reads nothing in it.  A report is kept only if what is read back is equal to it.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from hashlib import blake2b, shake_256
from pathlib import Path
from typing import Any

from socialint.discover import Found
from socialint.engine.results import opened
from socialint.engine.run import Run
from socialint.engine.values import Wordings, read_report, written
from socialint.errors import Problem
from socialint.report import Report

MOST = 20  # reports; the oldest go
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS reports"
    " (number INTEGER PRIMARY KEY, key BLOB UNIQUE NOT NULL, sealed BLOB NOT NULL)"
)
_BROKEN = (sqlite3.Error, ValueError, TypeError, LookupError, zlib.error)


class Whole:
    """The reports kept in `folder`, of runs like `run` in this `state`.

    A store that can't be read or written is done without.
    """

    def __init__(self, folder: Path, state: str, run: Run, wordings: Wordings) -> None:
        self._path = folder / "results.sqlite"
        self._state = state
        self._run = run
        self._wordings = wordings

    def report(
        self,
        files: Sequence[Found | Problem],
        check: Callable[[Sequence[Found | Problem]], Report],
        lasts: Callable[[], bool],
    ) -> Report:
        """The report on the files: a former one, or what `check` answers, kept if it `lasts`."""
        secret = self._secret(files)
        if secret and (known := self.of(secret)):
            return known
        report = check(files)
        # a file may have changed while it was checked
        if secret and lasts() and secret == self._secret(files):
            self.keep(secret, report)
        return report

    def _secret(self, files: Sequence[Found | Problem]) -> bytes | None:
        """A hash of all that the report on the files depends on; None where one can't be read."""
        digest = blake2b(self._state.encode(errors="surrogatepass"))
        with suppress(OSError):
            for found in files:
                if isinstance(found, Problem) or self._run.reader.blocks(found.path):
                    return None
                data = self._run.reader.read(found.path)
                head = f"\0{found.path}\0{found.explicit}\0{len(data)}\0"
                digest.update(head.encode(errors="surrogatepass"))
                digest.update(data)
            return digest.digest()
        return None

    def of(self, secret: bytes) -> Report | None:
        """The report of the run that had this secret."""
        with suppress(*_BROKEN):
            if row := self._ask("SELECT sealed FROM reports WHERE key = ?", _key(secret)):
                return self._opened(row[0], secret)
        return None

    def keep(self, secret: bytes, report: Report) -> None:
        """Seal the report."""
        with suppress(*_BROKEN):
            sealed = _sealed(zlib.compress(json.dumps(written(report)).encode(), 1), secret)
            if self._opened(sealed, secret) == report:
                put = "INSERT OR REPLACE INTO reports (key, sealed) VALUES (?, ?)"
                self._ask(put, _key(secret), sealed)
                old = "SELECT max(number) - ? FROM reports"
                self._ask(f"DELETE FROM reports WHERE number <= ({old})", MOST)  # noqa: S608  no value in it

    def _opened(self, sealed: bytes, secret: bytes) -> Report:
        return read_report(json.loads(zlib.decompress(_sealed(sealed, secret))), self._wordings)

    def _ask(self, question: str, *values: object) -> Any:
        base = opened(self._path, SCHEMA)
        if base is None:
            return None
        try:
            with base:
                return base.execute(question, values).fetchone()
        finally:
            base.close()


def _key(secret: bytes) -> bytes:
    """What a report is found by; nobody comes from it to the secret."""
    return blake2b(secret, digest_size=16, person=b"key").digest()


def _sealed(data: bytes, secret: bytes) -> bytes:
    """The data under a stream of bits that only the secret makes; sealed twice, it is open."""
    stream = shake_256(b"seal" + secret).digest(len(data))
    mixed = int.from_bytes(data, "big") ^ int.from_bytes(stream, "big")
    return mixed.to_bytes(len(data), "big")
