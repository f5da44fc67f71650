"""Files that settings and profiles name: read where they are plain files of an honest size."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

MOST_BYTES = 16 << 20  # more than any hand writes


def read_plain(path: Path, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file; raises OSError, also for a device, a pipe, or more than `most` bytes.

    A repository may name any path: one that never ends must not be read.
    """
    try:
        known = path.stat()
    except ValueError as error:  # a NUL, which no path holds
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT)) from error
    if not stat.S_ISREG(known.st_mode):
        code = errno.EISDIR if stat.S_ISDIR(known.st_mode) else errno.EINVAL
        raise OSError(code, os.strerror(code))
    if known.st_size > most:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    return path.read_bytes()
