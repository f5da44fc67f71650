"""Paths to sources: which files a run reads, and whether they are the whole feed."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePath
from typing import Protocol

from socialint.discover import Found, discover
from socialint.engine.manner import Checked, Manner, Spoke
from socialint.engine.run import Run
from socialint.errors import Problem, cause
from socialint.formats.decode import read_source

Progress = Callable[[int, str], None]


class Memory(Protocol):
    """What is known of a file before it is checked: from a former run, or one beside this one."""

    def of(self, path: str, data: bytes, *, explicit: bool) -> Spoke | None:
        """Which rules spoke on each of its drafts."""

    def keep(self, path: str, data: bytes, spoke: Spoke, *, explicit: bool) -> None:
        """Note what a check answered."""


def files_in(run: Run, paths: Sequence[str]) -> Iterator[Found | Problem]:
    """The files under `paths` that may hold drafts."""
    return discover(paths, run.formats, run.settings.exclude, run.settings.root)


def check_files(
    run: Run,
    files: Iterable[Found | Problem],
    stdin: tuple[str, bytes] | None = None,
    progress: Progress | None = None,
    memory: Memory | None = None,
) -> bool:
    """Checks every draft in `files`; answers whether they are only a part of the feed.

    A file that holds one draft is a part of something; a folder, a calendar, or the files that
    the settings name as `feed` are a whole.
    """
    asked: list[Path] = []
    part = False
    if stdin:
        part = check_data(run, *stdin, Manner(explicit=True, given=True)).drafts == 1
    for found in files:
        if isinstance(found, Problem):
            run.tally.problems.append(found)
            continue
        if progress:
            progress(len(asked), str(found.path))
        asked.append(found.path)
        alone = _check_file(run, found.path, Manner(found.explicit), memory) == 1
        part |= found.explicit and alone
    if run.settings.feed:
        _read_context(run, asked)
        part = False
    run.waiting.judge()
    return part


def is_whole(run: Run, paths: Iterable[str]) -> bool:
    """Whether all that the settings may mean was asked for, and could be read."""
    if run.tally.problems:
        return False
    root = run.settings.root.resolve()
    return any(_resolved(path) in (root, *root.parents) for path in paths)


def _resolved(path: str) -> Path | None:
    """Where the path leads; None where it can't lead anywhere."""
    try:
        return Path(path).resolve()
    except (OSError, RuntimeError, ValueError):  # links that go round, a NUL
        return None


def _read_context(run: Run, asked: Sequence[Path]) -> None:
    """Lets the feed rules see the files that the settings name and nobody asked for."""
    known = {path.resolve() for path in asked}
    # they are called as if they had been asked for
    here = None if any(path.is_absolute() for path in asked) else Path.cwd()
    for path in sorted({path for glob in run.settings.feed for path in _named(run, glob)}):
        if path.suffix.lower() in run.formats and path.is_file() and path.resolve() not in known:
            called = Path(os.path.relpath(path, here)) if here else path
            _check_file(run, called, Manner(explicit=False, asked=False))


def _named(run: Run, glob: str) -> Iterator[Path]:
    """What a pattern of `feed` means: a folder, or `**` at its end, is all that it holds."""
    root, pattern = run.settings.root, PurePath(glob)
    if pattern.name == "**":
        pattern = pattern.parent
    for path in root.glob(str(pattern)) if pattern.parts else [root]:
        if not path.is_dir():
            yield path
            continue
        for found in files_in(run, [str(path)]):
            if isinstance(found, Found):
                yield found.path


def _check_file(run: Run, path: Path, manner: Manner, memory: Memory | None = None) -> int:
    """Checks a file, or says why it can't be read; answers how many drafts it holds."""
    name, explicit = path.as_posix(), manner.explicit
    try:
        if parse := run.reader.blocks(path):
            return run.items(name, parse, manner).drafts
        data = run.reader.read(path)
    except OSError as error:
        run.tally.problems.append(_unreadable(path, error))
        return 0
    known = memory.of(name, data, explicit=explicit) if memory else None
    if known is not None:
        return check_data(run, name, data, manner._replace(known=known)).drafts
    checked = check_data(run, name, data, manner)
    if memory:
        run.waiting.then(partial(_keep, memory, name, data, checked, explicit=explicit))
    return checked.drafts


def _keep(memory: Memory, path: str, data: bytes, checked: Checked, *, explicit: bool) -> None:
    spoke = checked.spoke()
    if spoke is not None:
        memory.keep(path, data, spoke, explicit=explicit)


def _unreadable(path: Path, error: OSError) -> Problem:
    args = {"reason": cause(error)}
    return Problem("file-unreadable", path.as_posix(), args=args)


def check_data(run: Run, path: str, data: bytes, manner: Manner) -> Checked:
    """Checks what a file holds."""
    suffix = PurePath(path).suffix.lower()
    source = read_source(path, data)
    if isinstance(source, Problem):
        run.tally.problems.append(source)
        return Checked(wrong=True)
    if suffix not in run.formats:
        args = {"suffix": suffix, "known": ", ".join(sorted(run.formats))}
        run.tally.problems.append(Problem("unknown-format", path, args=args))
        return Checked(wrong=True)
    return run.source(source, suffix, manner)
