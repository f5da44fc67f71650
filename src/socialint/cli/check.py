"""`socialint check`: the main job."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from socialint.cli.options import Option, choose, parsed
from socialint.cli.terminal import look_of, put, refuse, tell
from socialint.errors import Problem, SettingsError, SocialintError
from socialint.report import CLEAN, WRONG, Report

if TYPE_CHECKING:
    from socialint.linter import Linter
    from socialint.reporters import Reporter
    from socialint.settings import Settings

STDIN = "-"
OPTIONS = (
    Option("paths", "check.paths", "PATH", nargs="*"),
    Option("--format", "check.format", "FORMAT"),
    Option("--select", "check.select", "RULES", many=True),
    Option("--ignore", "check.ignore", "RULES", many=True),
    Option("--profile", "check.profile", "FILE"),
    Option("--fail-on", "check.fail-on", "LEVEL"),
    Option("--max-warnings", "check.max-warnings", "N"),
    Option("--as-of", "check.as-of", "DATE"),
    Option("--output", "check.output", "FORMAT=FILE", many=True),
    Option("--show-suppressed", "check.show-suppressed"),
    Option("--no-plugin", "check.no-plugin", "NAME", many=True),
    Option("--stdin-filename", "check.stdin-filename", "NAME"),
)
_LEVELS = ("error", "warning", "info", "never")


def run(argv: list[str], lang: str) -> int:
    """Check what `argv` names; answers the exit code.  Raises SettingsError for a wrong option."""
    from socialint.reporters import REPORTERS  # noqa: PLC0415  heavy imports wait for the options

    asked = parsed("check", OPTIONS, argv, lang, formats=", ".join(REPORTERS))
    if isinstance(asked, str):
        tell(asked)
        return CLEAN
    _prove(asked)
    try:
        settings = _settings(asked)
        lang = asked.lang or settings.lang or lang
        linter = _linter(settings, asked)
        printer = _reporter("--format", asked.format or "human", linter.registry.reporters)
        writers = [_writer(form, linter.registry.reporters) for form in asked.output]
    except SocialintError as error:
        return _refused(error.problems, asked.format or "human", lang)
    report = _check(linter, asked, lang)
    profile = bool(settings.profile or settings.brands)
    put(printer(report, look_of(sys.stdout, lang, profile=profile)))
    return max(report.exit_code, _write(writers, report, lang))


def _prove(asked: Namespace) -> None:
    """Raise SettingsError for a value that no settings could make right."""
    if asked.fail_on:
        choose("--fail-on", asked.fail_on, _LEVELS)
    if asked.max_warnings and not asked.max_warnings.isdecimal():
        args = {"value": asked.max_warnings}
        raise SettingsError(Problem("option-number", "--max-warnings", args=args))
    if asked.stdin_filename and STDIN not in asked.paths:
        raise SettingsError(Problem("stdin-alone", "--stdin-filename"))


def _settings(asked: Namespace) -> Settings:
    """The settings that rule the paths, changed by the options."""
    from socialint import settings  # noqa: PLC0415  heavy imports wait for the options

    found = settings.find(_start(asked.paths))
    loaded = settings.load(found) if found else settings.Settings()
    changes: dict[str, Any] = {}
    if asked.select:
        changes |= {"select": _names(asked.select), "ignore": ()}
    if asked.ignore:
        ignored = () if asked.select else loaded.ignore
        changes["ignore"] = (*ignored, *_names(asked.ignore))
    if asked.profile:
        changes["profile"] = str(Path(asked.profile).absolute())
    if asked.fail_on:
        changes["fail_on"] = asked.fail_on
    return replace(loaded, **changes)


def _start(paths: Sequence[str]) -> Path:
    """Where the search for settings begins: the nearest folder that holds all the paths."""
    named = [path for path in paths if path != STDIN]
    if not named:
        return Path.cwd()
    try:
        return Path(os.path.commonpath([os.path.abspath(path) for path in named]))  # noqa: PTH100  commonpath takes texts
    except ValueError:  # on several drives
        return Path.cwd()


def _names(lists: Sequence[str]) -> tuple[str, ...]:
    return tuple(name for names in lists for name in names.replace(",", " ").split())


def _linter(settings: Settings, asked: Namespace) -> Linter:
    from socialint.linter import Linter  # noqa: PLC0415  heavy imports wait for the options

    as_of = _date(asked.as_of) if asked.as_of else None
    return Linter(settings, as_of=as_of, no_plugins=_names(asked.no_plugin))


def _date(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text)
    except ValueError as error:
        raise SettingsError(Problem("option-date", "--as-of", args={"value": text})) from error


def _reporter(option: str, name: str, known: Mapping[str, Reporter]) -> Reporter:
    choose(option, name, known)
    return known[name]


def _writer(form: str, known: Mapping[str, Reporter]) -> tuple[Reporter, Path]:
    name, equals, path = form.partition("=")
    if not equals or not path:
        raise SettingsError(Problem("output-form", "--output", args={"value": form}))
    return _reporter("--output", name, known), Path(path)


def _check(linter: Linter, asked: Namespace, lang: str) -> Report:
    stdin = None
    if STDIN in asked.paths:
        stdin = (asked.stdin_filename or "stdin.md", sys.stdin.buffer.read())
    paths = [path for path in asked.paths if path != STDIN] or ([] if stdin else ["."])
    if sys.stderr.isatty():
        from socialint.cli.progress import Progress  # noqa: PLC0415  only where it is seen

        with Progress(lang) as progress:
            report = linter.check_paths(paths, stdin=stdin, progress=progress)
    else:
        report = linter.check_paths(paths, stdin=stdin)
    most = int(asked.max_warnings) if asked.max_warnings else None
    return report._replace(max_warnings=most, show_suppressed=asked.show_suppressed)


def _refused(problems: Sequence[Problem], name: str, lang: str) -> int:
    """Say what keeps the run from starting; a machine that waits for a report gets one too."""
    from socialint.reporters import REPORTERS  # noqa: PLC0415  heavy imports wait for the options

    refuse(problems, lang)
    if name != "human" and name in REPORTERS:
        report = Report(errors=tuple(problems))
        put(REPORTERS[name](report, look_of(sys.stdout, lang)))
    return WRONG


def _write(writers: Sequence[tuple[Reporter, Path]], report: Report, lang: str) -> int:
    if not writers:
        return CLEAN
    from socialint.cli.files import write_whole  # noqa: PLC0415  only where a file is asked for
    from socialint.reporters.look import Look  # noqa: PLC0415  only where a file is asked for

    problems = []
    for reporter, path in writers:
        try:
            write_whole(path, reporter(report, Look(lang)))
        except OSError as error:
            args = {"reason": error.strerror or type(error).__name__}
            problems.append(Problem("output-failed", str(path), args=args))
    if problems:
        refuse(problems, lang)
    return WRONG if problems else CLEAN
