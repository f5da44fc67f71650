"""Processes beside this one that check files ahead of it: `--jobs`.

They answer which rules spoke on which draft.  This process then asks those rules again and those
that look across posts, in order, so that its report is the same as if it had been alone.
"""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager, suppress
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.engine.files import check_data
from socialint.engine.manner import Checked, Manner, Spoke
from socialint.named import NamedTuple

if TYPE_CHECKING:
    from socialint.engine.late import Late
    from socialint.linter import Linter

MOST_IN_CHUNK = 50  # files that a process is given at once

File = tuple[str, bool]  # path, whether it was named


class Seen(NamedTuple):
    """What a process saw: a hash of the file's bytes, and what spoke; None where it must wait."""

    digest: bytes
    spoke: Spoke | None


class Ahead:
    """What is known of files from the processes beside; `results` are asked first."""

    def __init__(self, chunks: Mapping[str, Future[dict[str, Seen]]], results: Late | None) -> None:
        self._chunks = chunks
        self._results = results

    def of(self, path: str, data: bytes, *, explicit: bool) -> Spoke | None:
        """Which rules spoke on each draft of the file; None if it was another file then."""
        known = self._results.of(path, data, explicit=explicit) if self._results else None
        if known is not None or path not in self._chunks:
            return known
        with suppress(Exception):  # a process that died leaves its files to this one
            seen = self._chunks[path].result()[path]
            if seen.spoke is not None and seen.digest == _digest(data):
                self.keep(path, data, seen.spoke, explicit=explicit)
                return seen.spoke
        return None

    def keep(self, path: str, data: bytes, spoke: Spoke, *, explicit: bool) -> None:
        """Note what a check of the file answered."""
        if self._results:
            self._results.keep(path, data, spoke, explicit=explicit)


@contextmanager
def ahead(
    linter: Linter, files: Sequence[File], jobs: int, results: Late | None
) -> Iterator[Ahead]:
    """Lets `jobs` processes check the files while the caller goes through them in order."""
    size = max(1, min(MOST_IN_CHUNK, len(files) // (jobs * 4)))
    state = pickle.dumps(linter)
    pool = ProcessPoolExecutor(jobs)
    try:
        chunks: dict[str, Future[dict[str, Seen]]] = {}
        for at in range(0, len(files), size):
            part = files[at : at + size]
            chunks |= dict.fromkeys((path for path, _ in part), pool.submit(look, state, part))
        yield Ahead(chunks, results)
    finally:
        # who leaves before them leaves them waiting for ever
        pool.shutdown(cancel_futures=True)


def look(state: bytes, files: Sequence[File]) -> dict[str, Seen]:
    """What a process sees in its files."""
    linter = _linter(state)
    run = linter.run()
    seen: dict[str, tuple[bytes, Checked]] = {}
    for path, explicit in files:
        with suppress(OSError):
            if run.reader.blocks(Path(path)):
                continue
            data = Path(path).read_bytes()
            seen[path] = _digest(data), check_data(run, path, data, Manner(explicit))
    run.waiting.judge()
    return {path: Seen(digest, checked.spoke()) for path, (digest, checked) in seen.items()}


@cache
def _linter(state: bytes) -> Linter:
    linter: Linter = pickle.loads(state)  # noqa: S301  what this program wrote a moment ago
    return linter


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).digest()
