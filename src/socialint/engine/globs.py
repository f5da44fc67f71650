"""Patterns of files in the settings: those that can't be searched for are refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

from socialint.engine.build import placed
from socialint.errors import Problem, SettingsError
from socialint.lazy import regex
from socialint.settings import Settings

MOST_STARS = 3  # in one part of a pattern: pathspec's work is a power of them
EXAMPLES = {"feed": "posts/**/*.md", "exclude": "drafts/old/*.md"}
_STARS = regex(r"\*+")


def prove(settings: Settings) -> None:
    """Raise SettingsError if a pattern of `feed` or `exclude` is none."""
    problems = [
        *(_wrong(settings, "feed", glob) for glob in settings.feed if not _is_glob(glob)),
        *(_wrong(settings, "exclude", glob) for glob in _not_ignored(settings.exclude)),
    ]
    if problems:
        raise SettingsError(*problems)


def _is_glob(glob: str) -> bool:
    """Whether pathlib searches for it: relative, and `**` a part of its own."""
    parts = PurePath(glob).parts
    return (
        bool(parts)
        and not PurePath(glob).is_absolute()
        and all(part == "**" or "**" not in part for part in parts)
    )


def _not_ignored(globs: tuple[str, ...]) -> Iterator[str]:
    """Those that no .gitignore may hold, or that would take forever on a long name."""
    if not globs:
        return
    from pathspec import GitIgnoreSpec  # noqa: PLC0415  only settings with patterns need it

    for glob in globs:
        if any(len(_STARS.findall(part)) > MOST_STARS for part in glob.split("/")):
            yield glob
            continue
        try:
            GitIgnoreSpec.from_lines([glob])
        except ValueError:
            yield glob


def _wrong(settings: Settings, name: str, glob: str) -> Problem:
    args = {"name": name, "value": glob, "example": EXAMPLES[name]}
    return Problem("wrong-form", *placed(settings, (name,), glob), args)
