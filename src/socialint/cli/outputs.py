"""Where the report of a check goes: to the terminal, into files, or as a refusal."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from socialint.cli.options import choose
from socialint.cli.terminal import look_of, put, refuse
from socialint.errors import Problem, SettingsError, cause
from socialint.report import CLEAN, WRONG, Report

if TYPE_CHECKING:
    from socialint.reporters import Reporter
    from socialint.reporters.look import Look


def reporter(option: str, name: str, known: Mapping[str, Reporter]) -> Reporter:
    """The reporter that an option names; raises SettingsError where there is none."""
    choose(option, name, known)
    return known[name]


def writer(form: str, known: Mapping[str, Reporter]) -> tuple[Reporter, Path]:
    """The reporter and the file of `--output FORMAT=FILE`; raises SettingsError for another."""
    name, equals, path = form.partition("=")
    if not equals or not path:
        raise SettingsError(Problem("output-form", "--output", args={"value": form}))
    return reporter("--output", name, known), Path(path)


def refused(problems: Sequence[Problem], name: str, lang: str) -> int:
    """Say what keeps the run from starting; a machine that waits for a report gets one too."""
    from socialint.reporters import REPORTERS  # noqa: PLC0415  heavy imports wait for the options

    refuse(problems, lang)
    if name != "human" and name in REPORTERS:
        report = Report(errors=tuple(problems))
        put(REPORTERS[name](report, look_of(sys.stdout, lang)))
    return WRONG


def write(writers: Sequence[tuple[Reporter, Path]], report: Report, look: Look) -> int:
    """Write the files, each whole or not at all; answers the exit code."""
    if not writers:
        return CLEAN
    from socialint.cli.files import write_whole  # noqa: PLC0415  only where a file is asked for

    problems = []
    for reporter, path in writers:
        try:
            write_whole(path, reporter(report, look))
        except OSError as error:
            args = {"reason": cause(error)}
            problems.append(Problem("output-failed", str(path), args=args))
    if problems:
        refuse(problems, look.lang)
    return WRONG if problems else CLEAN
