"""Which draft bore an id first: numbers for numbers, in a third of the room of a mapping."""

from __future__ import annotations

from array import array

FREE = 0


class Owners:
    """The first to come for each key; both are hashes.

    A table with open addressing and linear probing, never more than half full (Knuth, "The Art of
    Computer Programming", volume 3, 6.4, algorithm L).
    """

    def __init__(self) -> None:
        self._count = 0
        self._keys, self._firsts = (array("q", bytes(8 * 16)) for _ in range(2))

    def owner(self, key: int, here: int) -> int:
        """Who came first with that key: `here` where nobody did before."""
        key = key or 1
        at = self._at(key)
        if self._keys[at] == FREE:
            if self._count * 2 >= len(self._keys):
                self._grow()
                at = self._at(key)
            self._keys[at], self._firsts[at] = key, here
            self._count += 1
        return self._firsts[at]

    def _at(self, key: int) -> int:
        """Where the key is, or is to be."""
        keys = self._keys
        mask = len(keys) - 1
        at = key & mask
        while keys[at] not in (FREE, key):
            at = at + 1 & mask
        return at

    def _grow(self) -> None:
        pairs = zip(self._keys, self._firsts, strict=True)
        size = 2 * len(self._keys)
        self._keys, self._firsts = (array("q", bytes(8 * size)) for _ in range(2))
        for key, first in pairs:
            if key != FREE:
                at = self._at(key)
                self._keys[at], self._firsts[at] = key, first
