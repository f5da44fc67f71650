"""A memory that is opened when a run turns out to have more than a few files."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from socialint.engine.manner import Spoke

if TYPE_CHECKING:
    from socialint.engine.results import Results

FEW = 8  # files that are looked up without: to open the store takes longer than they do


class Late:
    """The results of former runs, as `make` gives them, from the ninth file on."""

    def __init__(self, make: Callable[[], Results]) -> None:
        self._make = make
        self._few = FEW
        self._results: Results | None = None

    def of(self, path: str, data: bytes, *, explicit: bool) -> Spoke | None:
        """Which rules spoke on each draft of the file, if its very bytes were met before."""
        if self._few:
            self._few -= 1
            return None
        if self._results is None:
            self._results = self._make()
        return self._results.of(path, data, explicit=explicit)

    def keep(self, path: str, data: bytes, spoke: Spoke, *, explicit: bool) -> None:
        """Note what a check of the file answered."""
        if self._results:
            self._results.keep(path, data, spoke, explicit=explicit)

    def close(self) -> None:
        """Write what is new."""
        if self._results:
            self._results.close()
