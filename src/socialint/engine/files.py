"""Paths to sources: which files a run reads, and whether they are the whole feed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path, PurePath

from socialint.discover import discover
from socialint.engine.run import Run
from socialint.errors import Problem
from socialint.formats.decode import read_source

Progress = Callable[[int, str], None]


def check_files(
    run: Run, paths: Sequence[str], stdin: tuple[str, bytes] | None, progress: Progress | None
) -> bool:
    """Checks every draft under `paths`; answers whether they are only a part of the feed.

    A file that holds one draft is a part of something; a folder, a calendar, or the files that
    the settings name as `feed` are a whole.
    """
    asked: list[Path] = []
    partial = False
    if stdin:
        partial = _check(run, *stdin, explicit=True, given=True) == 1
    settings = run.settings
    for found in discover(paths, run.formats, settings.exclude, settings.root):
        if isinstance(found, Problem):
            run.tally.problems.append(found)
            continue
        if progress:
            progress(len(asked), str(found.path))
        asked.append(found.path)
        alone = _check_file(run, found.path, explicit=found.explicit) == 1
        partial |= found.explicit and alone
    if not settings.feed:
        return partial
    _read_context(run, {path.resolve() for path in asked})
    return False


def _read_context(run: Run, asked: set[Path]) -> None:
    """Lets the feed rules see the files that the settings name and nobody asked for."""
    root = run.settings.root
    for path in sorted({path for glob in run.settings.feed for path in root.glob(glob)}):
        if path.suffix.lower() in run.formats and path.is_file() and path.resolve() not in asked:
            _check_file(run, path, explicit=False, asked=False)


def _check_file(run: Run, path: Path, *, explicit: bool, asked: bool = True) -> int:
    try:
        data = run.read(path)
    except OSError as error:
        args = {"reason": error.strerror or type(error).__name__}
        run.tally.problems.append(Problem("file-unreadable", path.as_posix(), args=args))
        return 0
    return _check(run, path.as_posix(), data, explicit=explicit, asked=asked)


def _check(
    run: Run, path: str, data: bytes, *, explicit: bool, asked: bool = True, given: bool = False
) -> int:
    suffix = PurePath(path).suffix.lower()
    source = read_source(path, data)
    if isinstance(source, Problem):
        run.tally.problems.append(source)
        return 0
    if suffix not in run.formats:
        args = {"suffix": suffix, "known": ", ".join(sorted(run.formats))}
        run.tally.problems.append(Problem("unknown-format", path, args=args))
        return 0
    return run.source(source, suffix, explicit=explicit, asked=asked, given=given)
