"""Values that a run keeps and can't hold in memory: a file of its own, which nobody else sees."""

from __future__ import annotations

from collections import OrderedDict
from typing import IO, Any

BLOCK = 1 << 18  # bytes that are written at once
RECENT = 256  # values that are held for who asks again
_SIZE = 24  # bits that tell how long a value is


class Spill:
    """Values at the places that `put` answers.

    The file has no name and goes with this object.  On a full disk what comes stays in memory.
    """

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None
        self._written = 0
        self._block = bytearray()
        self._full = False
        self._recent: OrderedDict[int, Any] = OrderedDict()

    def put(self, value: object) -> int | None:
        """The place of the value from now on; None for one that must be held by who gives it."""
        from pickle import PickleError, dumps  # noqa: PLC0415  only a long run spills

        try:
            data = dumps(value, 5)
        except (PickleError, TypeError, AttributeError, RecursionError):
            return None  # a plugin may keep what it likes
        if len(data) >> _SIZE:
            return None
        place = self._written + len(self._block)
        self._block += data
        if len(self._block) >= BLOCK and not self._full:
            self._write()
        return place << _SIZE | len(data)

    def get(self, place: int) -> Any:
        """The value at a place, made anew if it was not asked for of late."""
        if place in self._recent:
            return self._recent[place]
        from pickle import loads  # noqa: PLC0415  as above

        value = loads(self._data(place >> _SIZE, place & ((1 << _SIZE) - 1)))  # noqa: S301  this run wrote it
        self._recent[place] = value
        if len(self._recent) > RECENT:
            self._recent.popitem(last=False)
        return value

    def _data(self, start: int, size: int) -> bytes:
        if self._file is None or start >= self._written:
            start -= self._written
            return bytes(self._block[start : start + size])
        self._file.seek(start)
        return self._file.read(size)

    def _write(self) -> None:
        try:
            if self._file is None:
                from tempfile import TemporaryFile  # noqa: PLC0415  as above

                self._file = TemporaryFile(buffering=0)  # noqa: SIM115  open as long as the run
            self._file.seek(self._written)
            self._full = self._file.write(self._block) < len(self._block)
        except OSError:
            self._full = True
        if not self._full:
            self._written += len(self._block)
            self._block = bytearray()

    def close(self) -> None:
        """Give the file back."""
        if self._file is not None:
            self._file.close()

    def __del__(self) -> None:
        self.close()
