"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from socialint.errors import Problem, SettingsError, cause

_DEVICES = Path("/dev")


def put_in_place(path: Path, before: bytes, after: bytes) -> None:
    """Put `after` in the place of `before`, which the file holds, in one step.

    Whenever it is interrupted the file holds one or the other.  Its mode, and where it can be its
    owner, stay.  Raises OSError, also where the file holds something else by now.
    """
    target = path.resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        with draft.open("xb") as stream:
            stream.write(after)
            stream.flush()
            os.fsync(stream.fileno())
        known = target.stat()
        draft.chmod(known.st_mode & 0o7777)
        if hasattr(os, "chown"):
            with suppress(OSError):
                os.chown(draft, known.st_uid, known.st_gid)
        _prove(target, before)
        draft.replace(target)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


def _prove(target: Path, before: bytes) -> None:
    if target.read_bytes() != before:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def save(path: Path, text: str) -> None:
    """Write a file whole, and the folders to it; raises SettingsError where it can't be written."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, [text])
    except OSError as error:
        args = {"reason": cause(error)}
        raise SettingsError(Problem("output-failed", str(path), args=args)) from error


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
