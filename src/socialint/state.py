"""What former runs kept, as long as nothing is another that a result depends on.

That is a text: the state of the program, its rules, settings and brands, and the day.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.cache import cache_folder
from socialint.profile import Profile

if TYPE_CHECKING:
    from socialint.engine.results import Results
    from socialint.engine.run import Run
    from socialint.engine.whole import Whole
    from socialint.linter import Linter


def results_of(linter: Linter, run: Run) -> Results:
    """What former runs noted of files, opened."""
    from socialint.engine.results import Results  # noqa: PLC0415  it opens a data base

    return Results(*_store(linter, run))


def whole_of(linter: Linter, run: Run, named: Sequence[str], accepted: object) -> Whole:
    """The reports of former runs on the paths that are named, with so much `accepted`."""
    from socialint.engine.whole import Whole  # noqa: PLC0415  it opens a data base

    wordings = {rule.name: rule.wording for rule in linter.rules}
    return Whole(*_store(linter, run, named, Path.cwd(), accepted), run, wordings)


def _store(linter: Linter, run: Run, *more: object) -> tuple[Path, str]:
    """The folder where results are kept, and the state of a run, and of what is `more`.

    Without a moment of its own, a linter is in the same state all day.
    """
    named, now = linter.settings.cache_dir, run.terms.as_of
    folder = linter.settings.root / named if named else cache_folder()
    common = state(linter, run.profiles, now if linter.as_of else now.date())
    return folder, f"{common}\0{more!r}" if more else common


def state(linter: Linter, profiles: Mapping[str, Profile], as_of: date) -> str:
    """All that the findings in a file depend on, beside its name and bytes."""
    parts = [
        _stamp(Path(__file__).parent),
        repr(linter.settings),
        repr(sorted((name, repr(profile.data)) for name, profile in profiles.items())),
        *(f"{pack.name} {_stamp(Path(pack.folder))}" for pack in linter.packs),
        *map(_plugin, linter.registry.plugins),
        as_of.isoformat(),
    ]
    return "\0".join(parts)


def _plugin(plugin: object) -> str:
    name, version, module = (getattr(plugin, part) for part in ("name", "version", "module"))
    home = getattr(module, "__file__", None)
    return f"{name} {version} {_stamp(Path(home).parent) if home else ''}"


def _stamp(folder: Path) -> str:
    """Changes when a file in the folder does."""
    return repr(sorted(_stats(folder)))


def _stats(folder: Path) -> Iterator[tuple[str, int, int]]:
    for here, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        for name in names:
            if name.endswith((".py", ".json", ".yaml", ".yml", ".pack", ".txt")):
                path = os.path.join(here, name)  # noqa: PTH118  twice as fast
                stat = os.stat(path)  # noqa: PTH116  as above
                yield path, stat.st_size, stat.st_mtime_ns
