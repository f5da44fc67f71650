"""The code of the program's own modules in one file, beside the files in which Python keeps it.

A check needs some 240 modules.  To look for each in its folder and to read a file for each is an
eighth of a start; what is in the bundle is read at once.  As Python does, a module is taken from
there only if its source has the time and size that it had; and the bundle lies in `__pycache__`,
so that who may write it could write any module.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import cast

from socialint.named import NamedTuple

HEAD = 8  # bytes that say how long the table of contents is


class Entry(NamedTuple):
    """A module: its file, whether it is a package, time and size of its source, its code."""

    origin: str
    package: bool
    time: int
    size: int
    code: memoryview | bytes


class _Loader(SourceFileLoader):
    """Python's own, but the code is there already."""

    def __init__(self, name: str, entry: Entry) -> None:
        super().__init__(name, entry.origin)
        self.entry = entry

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002  of this module, no other
        return cast("CodeType", marshal.loads(self.entry.code))  # noqa: S302  as Python's own files


class Bundle:
    """Finds the modules of `package`, which lies in `folder`, in the file at `path`."""

    def __init__(self, path: Path, package: str, folder: str) -> None:
        self._path = path
        self._prefix = f"{package}."
        # a bundle that was copied with its folder tells of the modules of the first one
        home = os.path.join(folder, "")  # noqa: PTH118  not to lose the last separator
        self._entries = {
            name: entry for name, entry in _read(path).items() if entry.origin.startswith(home)
        }
        self._changed = False

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002  what Python asks finders
        target: ModuleType | None = None,  # noqa: ARG002  the same
    ) -> ModuleSpec | None:
        """What Python asks a finder; None for a module that must be read from its own file."""
        if not name.startswith(self._prefix):
            return None
        entry = self._entries.get(name)
        if entry is None or not _is_fresh(entry):
            self._changed = True
            return None
        spec = ModuleSpec(name, _Loader(name, entry), origin=entry.origin, is_package=entry.package)
        spec.has_location = True
        if spec.submodule_search_locations is not None:
            spec.submodule_search_locations.append(os.path.dirname(entry.origin))  # noqa: PTH120  faster
        return spec

    def write(self) -> None:
        """Keep the modules that were imported, if any is new; a folder that refuses is no fault."""
        if not self._changed or sys.dont_write_bytecode:
            return
        entries = {name: entry for name, entry in self._entries.items() if _is_fresh(entry)}
        for name, module in list(sys.modules.items()):
            if name.startswith(self._prefix) and (entry := _entry(name, module)):
                entries[name] = entry
        temporary = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with suppress(OSError):
            temporary.write_bytes(_dump(entries))
            temporary.replace(self._path)


def install(package: str, folder: str) -> Bundle:
    """Let Python find the modules of a package that lies in `folder` in its bundle first."""
    tag = sys.implementation.cache_tag
    bundle = Bundle(Path(folder, "__pycache__", f"start.{tag}.bundle"), package, folder)
    sys.meta_path.insert(0, bundle)
    return bundle


def _is_fresh(entry: Entry) -> bool:
    try:
        stat = os.stat(entry.origin)  # noqa: PTH116  one for each module of a start
    except OSError:
        return False
    return (stat.st_mtime_ns, stat.st_size) == (entry.time, entry.size)


def _entry(name: str, module: ModuleType) -> Entry | None:
    """That of a module that was imported from its source; None for any other."""
    spec = module.__spec__
    if spec is None or type(spec.loader) is not SourceFileLoader or not spec.origin:
        return None
    with suppress(OSError, ImportError):
        stat = os.stat(spec.origin)  # noqa: PTH116  as above
        code = spec.loader.get_code(name)
        package = spec.submodule_search_locations is not None
        return Entry(spec.origin, package, stat.st_mtime_ns, stat.st_size, marshal.dumps(code))
    return None


def _dump(entries: dict[str, Entry]) -> bytes:
    """How long the head is, the head, and all code after it."""
    rows = [(name, *entry[:4], len(entry.code)) for name, entry in entries.items()]
    head = marshal.dumps((sys.version, rows))
    return b"".join([len(head).to_bytes(HEAD, "big"), head, *(e.code for e in entries.values())])


def _read(path: Path) -> dict[str, Entry]:
    try:
        data = memoryview(path.read_bytes())
        start = HEAD + int.from_bytes(data[:HEAD], "big")
        version, rows = marshal.loads(data[HEAD:start])  # noqa: S302  as Python's own files
        if version != sys.version:
            return {}
        entries: dict[str, Entry] = {}
        for name, origin, package, time, size, length in rows:
            entries[name] = Entry(origin, package, time, size, data[start : start + length])
            start += length
    except (OSError, ValueError, TypeError, EOFError):
        return {}
    return entries if start == len(data) else {}
