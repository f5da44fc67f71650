"""How far a long run has come, on a terminal."""

from __future__ import annotations

import sys
from time import monotonic
from types import TracebackType
from typing import Self, TextIO

from socialint.cli.terminal import look_of
from socialint.reporters.excerpt import fitted
from socialint.reporters.plural import counted

_SILENT, _EVERY = 0.5, 0.1  # seconds before the first line, and between two
_CLEAR = "\r\x1b[2K"


class Progress:
    """Hears of each file of a run, and shows it on a terminal, by default the standard error."""

    def __init__(self, lang: str, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._look = look_of(self._stream, lang)
        self._next = monotonic() + _SILENT
        self._drawn = False

    def __call__(self, count: int, path: str) -> None:
        if monotonic() < self._next:
            return
        text = counted("cli", "progress", count, self._look.lang, path=path)
        self._stream.write(_CLEAR + fitted(text, self._look.width - 1, self._look))
        self._stream.flush()
        self._drawn = True
        self._next = monotonic() + _EVERY

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._drawn:
            self._stream.write(_CLEAR)
            self._stream.flush()
