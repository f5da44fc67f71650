"""What several commands ask alike: which rules, by which settings, on which day."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialint.cli.language import asked_language, system_language
from socialint.cli.options import Asked, Option
from socialint.errors import Problem, SettingsError
from socialint.frozen import replace

if TYPE_CHECKING:
    from socialint.linter import Linter
    from socialint.report import Report
    from socialint.settings import Settings

STDIN = "-"
PATHS = Option("paths", "check.paths", "PATH", nargs="*")
RULES = (
    Option("--select", "check.select", "RULES", many=True),
    Option("--ignore", "check.ignore", "RULES", many=True),
    Option("--profile", "check.profile", "FILE"),
    Option("--as-of", "check.as-of", "DATE"),
    Option("--baseline", "check.baseline", "FILE"),
    Option("--no-plugin", "check.no-plugin", "NAME", many=True),
)


def settings_of(asked: Asked) -> Settings:
    """The settings that rule the paths, changed by the options."""
    from socialint import settings  # noqa: PLC0415  heavy imports wait for the options

    found = settings.find(start(asked.paths))
    loaded = settings.load(found) if found else settings.Settings()
    changes: dict[str, Any] = {}
    if asked.select:
        changes |= {"select": names(asked.select), "ignore": ()}
    if asked.ignore:
        ignored = () if asked.select else loaded.ignore
        changes["ignore"] = (*ignored, *names(asked.ignore))
    if asked.profile:
        changes["profile"] = str(Path(asked.profile).absolute())
    if baseline := _baseline(asked.baseline, loaded):
        changes["baseline"] = baseline
    return replace(loaded, **changes)


def _baseline(asked: str | None, loaded: Settings) -> str | None:
    """The file that the option names, or the one that lies beside the settings."""
    if asked:
        return str(Path(asked).absolute())
    if loaded.baseline:
        return None
    from socialint.baseline import FILE  # noqa: PLC0415  heavy imports wait for the options

    usual = loaded.root / FILE
    return str(usual) if usual.is_file() else None


def start(paths: Sequence[str]) -> Path:
    """Where the search for settings begins: the nearest folder that holds all the paths."""
    named = [path for path in paths if path != STDIN]
    if not named:
        return Path.cwd()
    try:
        return Path(os.path.commonpath([os.path.abspath(path) for path in named]))  # noqa: PTH100  commonpath takes texts
    except ValueError:  # on several drives
        return Path.cwd()


def names(lists: Sequence[str]) -> tuple[str, ...]:
    """The names in lists with commas between them."""
    return tuple(name for names in lists for name in names.replace(",", " ").split())


def linter_of(settings: Settings, asked: Asked) -> Linter:
    """A linter for the day that is asked for."""
    from socialint.linter import Linter  # noqa: PLC0415  heavy imports wait for the options

    as_of = _date(asked.as_of) if asked.as_of else None
    heard = compiling(settings)
    return Linter(settings, as_of=as_of, no_plugins=names(asked.no_plugin), compiling=heard)


def compiling(settings: Settings) -> Callable[[str], None] | None:
    """Says on a terminal that a pack is compiled, before that takes its time; None elsewhere."""
    if not sys.stderr.isatty():
        return None
    from socialint.cli.terminal import tell  # noqa: PLC0415  only where it is seen
    from socialint.locale import words  # noqa: PLC0415  the same

    argv = sys.argv[1:]
    lang = asked_language(argv) or settings.lang or system_language(argv)
    said = words(lang)["cli"]["compiling"]
    return lambda pack: tell(f"{said.format(pack=pack)}\n", sys.stderr)


def _date(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(Problem("option-date", "--as-of", args={"value": text})) from error


def checked(linter: Linter, paths: Sequence[str], lang: str, **more: Any) -> Report:
    """The report on the paths, with a line on a terminal that tells how far it has come."""
    if not sys.stderr.isatty():
        return linter.check_paths(paths, **more)
    from socialint.cli.progress import Progress  # noqa: PLC0415  only where it is seen

    with Progress(lang) as progress:
        return linter.check_paths(paths, progress=progress, **more)
