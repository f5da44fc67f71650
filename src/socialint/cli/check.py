"""`socialint check`: the main job."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from socialint.cli.asked import PATHS, RULES, STDIN, checked, linter_of, settings_of, start
from socialint.cli.clashes import fixes, prove
from socialint.cli.options import Asked, Option
from socialint.cli.outputs import refused, reporter, write, writer
from socialint.cli.terminal import look_of, put, refuse, tell
from socialint.errors import SocialintError
from socialint.frozen import replace
from socialint.report import FOUND, Report
from socialint.reporters.look import Look
from socialint.reporters.plural import counted

if TYPE_CHECKING:
    from socialint.changed import Changed
    from socialint.engine.costs import Ledger
    from socialint.linter import Linter

OPTIONS = (
    PATHS,
    Option("--format", "check.format", "FORMAT"),
    Option("--output", "check.output", "FORMAT=FILE", many=True),
    *RULES,
    Option("--fail-on", "check.fail-on", "LEVEL"),
    Option("--max-warnings", "check.max-warnings", "N"),
    Option("--show-suppressed", "check.show-suppressed"),
    Option("--force-exclude", "check.force-exclude"),
    Option("--diff", "check.diff", "REV"),
    Option("--staged", "check.staged"),
    Option("--fix", "check.fix"),
    Option("--unsafe-fixes", "check.unsafe-fixes"),
    Option("--dry-run", "check.dry-run"),
    Option("--jobs", "check.jobs", "N"),
    Option("--no-cache", "check.no-cache"),
    Option("--profile-rules", "check.profile-rules"),
    Option("--stdin-filename", "check.stdin-filename", "NAME"),
)


def hints() -> Mapping[str, str]:
    """What the help names."""
    from socialint.reporters import REPORTERS  # noqa: PLC0415  heavy imports wait for the options

    return {"formats": ", ".join(REPORTERS)}


def run(asked: Asked, lang: str) -> int:
    """Check what is asked for; answers the exit code.  Raises SettingsError for a wrong option."""
    prove(asked)
    try:
        settings = settings_of(asked)
        if asked.fail_on:
            settings = replace(settings, fail_on=asked.fail_on)
        lang = asked.lang or settings.lang or lang
        linter = linter_of(settings, asked)
        refuse([notice for pack in linter.packs for notice in pack.notices], lang)
        printer = reporter("--format", asked.format or "human", linter.registry.reporters)
        writers = [writer(form, linter.registry.reporters) for form in asked.output]
        ledger = _ledger(asked)
        report = _check(linter, asked, lang, ledger)
    except SocialintError as error:
        return refused(error.problems, asked.format or "human", lang)
    profile = bool(settings.profile or settings.brands)
    if not asked.dry_run:
        put(printer(report, look_of(sys.stdout, lang, profile=profile)))
    _give_reason(report, lang, dry=bool(asked.dry_run))
    if ledger:
        from socialint.cli.bill import bill  # noqa: PLC0415  only where it is asked for

        tell(bill(ledger, lang), sys.stderr)
    return max(report.exit_code, write(writers, report, Look(lang, profile=profile)))


def _give_reason(report: Report, lang: str, *, dry: bool) -> None:
    """Say why the run fails where no report that is printed shows it."""
    if report.exit_code != FOUND:
        return
    if report.too_many_warnings:
        most, number = str(report.max_warnings), report.by_severity()["warning"]
        tell(f"{counted('cli', 'too-many-warnings', number, lang, most=most)}\n", sys.stderr)
    elif dry:
        number = len(report.failing)
        tell(f"{counted('cli', 'left', number, lang, level=report.fail_on)}\n", sys.stderr)


def _ledger(asked: Asked) -> Ledger | None:
    if not asked.profile_rules:
        return None
    from socialint.engine.costs import Ledger  # noqa: PLC0415  only where it is asked for

    return Ledger()


def _check(linter: Linter, asked: Asked, lang: str, ledger: Ledger | None) -> Report:
    paths, stdin = _sources(linter, asked)
    changed = _changed(asked)
    staged = changed.staged if changed else {}

    def check(overlay: Mapping[str, bytes]) -> Report:
        report = checked(
            linter,
            paths,
            lang,
            stdin=stdin,
            overlay={**staged, **overlay},
            pages=_pages(asked),
            ledger=ledger,
            jobs=int(asked.jobs or 1),
            cached=not asked.no_cache,
        )
        return _concerned(report, changed) if changed else report

    report = _fixed(linter, check, changed, asked, lang) if fixes(asked) else check({})
    most = int(asked.max_warnings) if asked.max_warnings else None
    return report._replace(max_warnings=most, show_suppressed=asked.show_suppressed)


def _sources(linter: Linter, asked: Asked) -> tuple[Sequence[str], tuple[str, bytes] | None]:
    """The paths to read, and the standard input with its name where it is asked for."""
    stdin = None
    if STDIN in asked.paths:
        stdin = (asked.stdin_filename or "stdin.md", sys.stdin.buffer.read())
    paths = [path for path in asked.paths if path != STDIN] or ([] if stdin else ["."])
    if asked.force_exclude:
        from socialint.discover import as_found  # noqa: PLC0415  only where it is asked for

        settings = linter.settings
        paths = as_found(paths, linter.registry.formats, settings.exclude, settings.root)
    return paths, stdin


def _pages(asked: Asked) -> bool:
    """Whether a report shows the drafts themselves."""
    forms = (asked.format, *(form.partition("=")[0] for form in asked.output))
    return "html" in forms


def _concerned(report: Report, changed: Changed) -> Report:
    return report._replace(
        findings=tuple(filter(changed.concerns, report.findings)),
        hidden=tuple(filter(changed.concerns, report.hidden)),
    )


def _fixed(
    linter: Linter,
    check: Callable[[Mapping[str, bytes]], Report],
    changed: Changed | None,
    asked: Asked,
    lang: str,
) -> Report:
    from socialint.cli.fixing import Order, fix, steady  # noqa: PLC0415  only where it is asked for

    if changed is None:
        return fix(linter, check, Order(asked.unsafe_fixes, asked.dry_run), lang)
    # what is staged other than on disk can't be fixed in the one without the other
    order = Order(asked.unsafe_fixes, asked.dry_run, frozenset(changed.staged))
    return fix(linter, lambda overlay: steady(check(overlay), changed), order, lang)


def _changed(asked: Asked) -> Changed | None:
    """What git says has changed, if findings are to be limited to it."""
    if not (asked.diff or asked.staged):
        return None
    from socialint import changed  # noqa: PLC0415  only where git is asked

    folder = start(asked.paths)
    folder = folder if folder.is_dir() else folder.parent
    return changed.staged(folder) if asked.staged else changed.since(asked.diff, folder)
