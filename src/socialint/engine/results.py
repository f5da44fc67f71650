"""Results of former runs: which rules spoke on which draft of a file, and nothing of its words.

Keys are hashes; what is kept is rule names.  On a draft that is known, the rules that spoke are
asked again, so that what is reported is made of the file as it is; the others are known to be
silent.  What looks across posts is never kept.
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path

from socialint.engine.manner import Spoke

MOST = 200_000  # files; the ones that were not met for longest go
SCHEMA = (
    "CREATE TABLE IF NOT EXISTS results"
    " (key BLOB PRIMARY KEY, spoke TEXT NOT NULL, day INTEGER NOT NULL) WITHOUT ROWID"
)
WAIT = 2.0  # seconds for another run to finish writing


class Results:
    """The store in `folder`; `state` hashes all that a result depends on beside the file.

    A store that can't be read or written is done without; other runs may use it at the same time.
    """

    def __init__(self, folder: Path, state: str) -> None:
        self._state = blake2b(state.encode()).digest()
        self._base = opened(folder / "results.sqlite", SCHEMA)
        self._new: dict[bytes, str] = {}
        self._met: set[bytes] = set()
        self._today = date.today().toordinal()  # noqa: DTZ011  how old an entry is, not what is found

    def of(self, path: str, data: bytes, *, explicit: bool) -> Spoke | None:
        """Which rules spoke on each draft of the file, if its very bytes were met before."""
        if self._base is None:
            return None
        key = self._key(path, data, explicit=explicit)
        with suppress(sqlite3.Error, ValueError, TypeError):
            row = self._base.execute("SELECT spoke, day FROM results WHERE key = ?", (key,))
            if found := row.fetchone():
                if found[1] != self._today:
                    self._met.add(key)
                return tuple(frozenset(names) for names in json.loads(found[0]))
        return None

    def keep(self, path: str, data: bytes, spoke: Spoke, *, explicit: bool) -> None:
        """Note what a check of the file answered."""
        if self._base is not None:
            key = self._key(path, data, explicit=explicit)
            self._new[key] = json.dumps([sorted(names) for names in spoke])

    def close(self) -> None:
        """Write what is new."""
        if self._base is None:
            return
        with suppress(sqlite3.Error), self._base:
            rows = [(key, spoke, self._today) for key, spoke in self._new.items()]
            self._base.executemany("INSERT OR REPLACE INTO results VALUES (?, ?, ?)", rows)
            met = [(self._today, key) for key in self._met]
            self._base.executemany("UPDATE results SET day = ? WHERE key = ?", met)
            if rows:
                self._bound()
        with suppress(sqlite3.Error):
            self._base.close()
        self._base = None

    def _bound(self) -> None:
        assert self._base  # noqa: S101  `close` looks
        (count,) = self._base.execute("SELECT count(*) FROM results").fetchone()
        if count > MOST:
            oldest = "SELECT key FROM results ORDER BY day LIMIT ?"
            self._base.execute(f"DELETE FROM results WHERE key IN ({oldest})", (count - MOST,))  # noqa: S608  no value in it

    def _key(self, path: str, data: bytes, *, explicit: bool) -> bytes:
        digest = blake2b(self._state, digest_size=16)
        digest.update(f"{path}\0{explicit}\0".encode(errors="surrogatepass"))
        digest.update(data)
        return digest.digest()


def opened(path: Path, schema: str) -> sqlite3.Connection | None:
    """A store with such a table, made where there is none; None if it can't be had."""
    with suppress(sqlite3.Error, OSError, ValueError):
        path.parent.mkdir(parents=True, exist_ok=True)
        base = sqlite3.connect(path, timeout=WAIT)
        base.execute("PRAGMA synchronous = OFF")  # a store lost is a store made anew
        base.execute(schema)
        return base
    return None
