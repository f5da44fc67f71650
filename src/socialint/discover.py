"""Which files to read: from paths and folders to the drafts' files, in a fixed order."""

from __future__ import annotations

import os
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from pathlib import Path

from socialint.errors import Problem, cause
from socialint.lazy import regex
from socialint.named import NamedTuple

# a path, and whether it is a folder
Excluded = Callable[[str, bool], bool]


class Found(NamedTuple):
    """A file to read; `explicit` if the user named it, rather than a folder it lies in."""

    path: Path
    explicit: bool


# names that files other than drafts have by convention, and why
_NOT_DRAFTS: tuple[tuple[str, str], ...] = (
    (r"(?i:readme|lisez-?moi)(?:[._-].*)?", "says what a folder holds"),
    (r"(?i:changelog)|CHANGES|HISTORY|NEWS|RELEASES?", "tells the history of a project"),
    (r"(?i:licen[cs]e)(?:[._-].*)?|COPYING|NOTICE|AUTHORS|CONTRIBUTORS", "legal and credits"),
    (r"(?i:contributing|code[_-]of[_-]conduct)|SECURITY|SUPPORT|GOVERNANCE", "house rules"),
    (r"(?i:pull_request_template|issue_template)", "a form to fill"),
    (r"package|package-lock|npm-shrinkwrap|composer|pnpm-lock|tsconfig", "JavaScript and PHP"),
    (r"requirements(?:[._-].*)?|constraints|CMakeLists", "lists for programs"),
    (r"robots|humans|ads|llms", "for machines that visit a site"),
)
_NOT_DRAFT = regex("|".join(names for names, _ in _NOT_DRAFTS))
# folders that hold what programs made or fetched
_SKIPPED = frozenset(
    {"node_modules", "__pycache__", "venv", "vendor", "site-packages", "bower_components"}
    | {"_site", "_build", "build", "dist", "htmlcov"}
)


def discover(
    paths: Iterable[str | Path],
    suffixes: Container[str],
    exclude: Sequence[str] = (),
    root: Path | None = None,
) -> Iterator[Found | Problem]:
    """The files under `paths`, each once, sorted within its folder, folders after files.

    A file that is named is always answered; one found in a folder only if its suffix is among
    `suffixes` (lower case, with the dot), no pattern of `exclude` (as in .gitignore, counted
    from `root`, by default the working folder) names it, and its name is not that of a README
    or another conventional file.  Hidden and built folders are passed over, and no folder is
    read twice, whatever links lead to it.  What can't be read or isn't there is a problem.
    """
    excluded = _excluded(exclude, root or Path.cwd())
    seen: set[str] = set()
    for path in map(Path, paths):
        if path.is_dir():
            yield from _walk(path, suffixes, excluded, seen)
        elif not path.exists():
            yield Problem("path-missing", str(path))
        elif _is_new(os.path.realpath(path), seen):
            yield Found(path, explicit=True)


def as_found(
    paths: Iterable[str], suffixes: Container[str], exclude: Sequence[str], root: Path
) -> list[str]:
    """The folders among `paths`, and the named files that a check of their folder would read.

    A hook names every file of a commit: what is no draft by its name, hidden or excluded is none
    of its business.  A path that is not there stays, to be told.
    """
    excluded = _excluded(exclude, root)
    return [
        path for path in paths if not Path(path).is_file() or _is_read(path, suffixes, excluded)
    ]


def _is_read(path: str, suffixes: Container[str], excluded: Excluded) -> bool:
    *folders, name = Path(os.path.relpath(path)).parts
    if name.startswith(".") or not is_candidate(name, suffixes):
        return False
    if excluded(path, False):  # noqa: FBT003  as Excluded says
        return False
    return not any(
        folder.lower() in _SKIPPED or (folder.startswith(".") and folder != os.pardir)
        for folder in folders
    )


def _is_new(real: str, seen: set[str]) -> bool:
    new = real not in seen
    seen.add(real)
    return new


def _walk(
    top: Path, suffixes: Container[str], excluded: Excluded, seen: set[str]
) -> Iterator[Found | Problem]:
    waiting = [top]
    while waiting:
        folder = waiting.pop()
        real = os.path.realpath(folder)
        if not _is_new(real, seen):
            continue
        listed = _listed(folder)
        if isinstance(listed, Problem):
            yield listed
            continue
        kept = [
            entry
            for entry in listed
            if not entry.name.startswith(".") and not excluded(entry.path, _is_folder(entry))
        ]
        for entry in kept:
            if is_candidate(entry.name, suffixes) and _is_file(entry):
                link = entry.is_symlink()
                place = os.path.realpath(entry.path) if link else str(Path(real, entry.name))
                if _is_new(place, seen):
                    yield Found(folder / entry.name, explicit=False)
        inside = [e.name for e in kept if e.name.lower() not in _SKIPPED and _is_folder(e)]
        waiting += (folder / name for name in reversed(inside))


def _listed(folder: Path) -> list[os.DirEntry[str]] | Problem:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        reason = cause(error)
        return Problem("folder-unreadable", str(folder), args={"reason": reason})


def is_candidate(name: str, suffixes: Container[str]) -> bool:
    """Whether a file of that name, found in a folder, may hold drafts."""
    stem, dot, suffix = name.rpartition(".")
    return f"{dot}{suffix.lower()}" in suffixes and _NOT_DRAFT.fullmatch(stem) is None


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _is_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:
        return False


def _excluded(patterns: Sequence[str], root: Path) -> Excluded:
    if not patterns:
        return _nothing
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  only settings with patterns need it

    spec = GitIgnoreSpec.from_lines(patterns)

    def matches(path: str, folder: bool) -> bool:  # noqa: FBT001  as Excluded says
        relative = os.path.relpath(path, root).replace(os.sep, "/")
        return spec.match_file(relative + "/" * folder)

    return matches


def _nothing(path: str, folder: bool) -> bool:  # noqa: FBT001  as Excluded says
    return False
