"""Files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_DEVICES = Path("/dev")


def write_whole(path: Path, chunks: Iterable[str]) -> None:
    """Write text as UTF-8; a reader sees the file as it was, or all of the new one.

    What is no plain file (a pipe, a device) is written straight.  Raises OSError.
    """
    if path.parent == _DEVICES or (path.exists() and not path.is_file()):
        with path.open("w", encoding="utf-8", newline="\n") as stream:
            stream.writelines(chunks)
        return
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with draft.open("x", encoding="utf-8", newline="\n") as stream:
            stream.writelines(chunks)
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise
