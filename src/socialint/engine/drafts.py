"""The drafts under some paths, read and not judged."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any

from socialint.discover import discover
from socialint.draft import Draft
from socialint.engine.manner import reading_of
from socialint.errors import Problem, cause
from socialint.formats.decode import read_source
from socialint.settings import Settings


def drafts_in(
    paths: Sequence[str], settings: Settings, formats: Mapping[str, Any]
) -> Iterator[Draft | Problem]:
    """Every draft of every file, and what could not be read, in the order of the files.

    What settings exclude from checks is read all the same.
    """
    for found in discover(paths, formats, (), settings.root):
        if isinstance(found, Problem):
            yield found
            continue
        path = found.path.as_posix()
        try:
            source = read_source(path, found.path.read_bytes())
        except OSError as error:
            args = {"reason": cause(error)}
            yield Problem("file-unreadable", path, args=args)
            continue
        if isinstance(source, Problem):
            yield source
            continue
        reading = reading_of(settings, settings.at(path), explicit=found.explicit)
        yield from formats[PurePath(path).suffix.lower()](source, reading)
