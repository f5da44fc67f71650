"""The code of compiled patterns, kept between runs as Python keeps that of modules.

To compile the patterns that a post needs takes a third of a first run.  What `re` makes of them
depends on nothing but the pattern, its flags and the version of Python, and is plain numbers.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from socialint.cache import cache_folder
from socialint.named import NamedTuple

Key = tuple[str, int]
MOST = 4000  # patterns: more than there are
NUMBER: Final = "I"  # as the engine stores code: 32 bits, unsigned


class Parts(NamedTuple):
    """What `re` hands to its engine, beside the source; `code` holds unsigned numbers."""

    flags: int
    code: memoryview
    groups: int
    names: Mapping[str, int]


class Kept:
    """Patterns by source and flags."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._parts: dict[Key, Parts] = _read(path) if path else {}
        self._changed = False

    def compile(self, source: str, flags: int) -> re.Pattern[str]:
        """What `re.compile` gives."""
        key = (source, int(flags))
        try:
            if key not in self._parts:
                self._parts[key] = _parts(*key)
                self._changed = True
            return _made(source, self._parts[key])
        except Exception:  # noqa: BLE001  `re` says it better, or this Python works otherwise
            return re.compile(source, flags)

    def write(self) -> None:
        """Keep what was compiled, if there is anything new; a folder that refuses is no fault."""
        if not self._changed or self._path is None or len(self._parts) > MOST:
            return
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            temporary.write_bytes(_dump({**_read(self._path), **self._parts}))
            temporary.replace(self._path)


@cache
def kept() -> Kept:
    """Those of this user and this Python."""
    version = "".join(sign if sign.isalnum() else "-" for sign in sys.version)
    try:
        return Kept(cache_folder() / "patterns" / version)
    except Exception:  # noqa: BLE001  no home, no cache
        return Kept(None)


def _dump(patterns: Mapping[Key, Parts]) -> bytes:
    """A line of JSON, and all code after it."""
    head = [
        [*key, parts.flags, len(parts.code), parts.groups, parts.names]
        for key, parts in patterns.items()
    ]
    return json.dumps(head).encode() + b"\n" + b"".join(p.code for p in patterns.values())


def _read(path: Path) -> dict[Key, Parts]:
    found: dict[Key, Parts] = {}
    try:
        data = path.read_bytes()
        end = data.index(b"\n")
        body = memoryview(data)[end + 1 :]
        start = 0
        for source, given, flags, length, groups, names in json.loads(data[:end]):
            found[source, given] = Parts(flags, body[start : start + length], groups, names)
            start += length
    except (OSError, ValueError, TypeError):
        return {}
    return found if start == len(body) else {}


def _parts(source: str, flags: int) -> Parts:
    from array import array  # noqa: PLC0415  a start compiles nothing
    from re import _compiler, _parser  # type: ignore[attr-defined]  # noqa: PLC0415  private

    parsed = _parser.parse(source, flags)
    code = _compiler._code(parsed, flags)  # noqa: SLF001  what `re.compile` itself does
    state = parsed.state
    return Parts(
        int(flags | state.flags),
        memoryview(array(NUMBER, code)).cast("B"),
        state.groups - 1,
        dict(state.groupdict),
    )


def _made(source: str, parts: Parts) -> re.Pattern[str]:
    """The pattern; the engine proves the code that it is given."""
    import _sre  # type: ignore[import-not-found]  # noqa: PLC0415  private

    names: list[str | None] = [None] * (parts.groups + 1)
    for name, number in parts.names.items():
        names[number] = name
    code = parts.code.cast(NUMBER).tolist()
    pattern: re.Pattern[str] = _sre.compile(
        source, parts.flags, code, parts.groups, dict(parts.names), tuple(names)
    )
    return pattern
