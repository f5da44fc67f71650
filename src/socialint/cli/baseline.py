"""`socialint baseline`: accept what is found today."""

from __future__ import annotations

import sys
from pathlib import Path

from socialint.cli.asked import PATHS, RULES, checked, linter_of, settings_of
from socialint.cli.options import Asked, Option
from socialint.cli.terminal import refuse, tell
from socialint.frozen import replace
from socialint.report import CLEAN, WRONG

OPTIONS = (PATHS, *RULES, Option("--prune", "baseline.prune"))


def run(asked: Asked, lang: str) -> int:
    """Write the baseline; raises SettingsError and its kin."""
    from socialint import baseline  # noqa: PLC0415  heavy imports wait for the options
    from socialint.cli.files import save  # noqa: PLC0415  the same
    from socialint.engine.remaining import gone  # noqa: PLC0415  the same
    from socialint.reporters.plural import counted  # noqa: PLC0415  the same

    settings = settings_of(asked)
    lang = asked.lang or settings.lang or lang
    paths = asked.paths or ["."]
    path = settings.root / (settings.baseline or baseline.FILE)
    wanted = asked.prune or path.exists()
    settings = replace(settings, baseline=str(path.absolute()) if wanted else None)
    linter = linter_of(settings, asked)
    report = checked(linter, paths, lang)
    kept = linter.remaining(report, paths)
    lost = gone(baseline.load(path), kept) if asked.prune else ()
    new = () if asked.prune else baseline.accept(report.findings, path.parent)
    accepted = baseline.together((*kept, *new))
    save(path, baseline.dump(accepted))
    for entry in lost:
        args = {"rule": entry.rule, "path": entry.path}
        tell(f"{counted('cli', 'baseline-gone', entry.times, lang, **args)}\n", sys.stderr)
    number = baseline.total(accepted)
    tell(f"{counted('cli', 'baseline-written', number, lang, path=_shown(path))}\n")
    if report.errors:
        refuse(report.errors, lang)
    return max(WRONG, report.exit_code) if report.errors else CLEAN


def _shown(path: Path) -> str:
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)
