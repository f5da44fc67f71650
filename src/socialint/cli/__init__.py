"""The command line: one module a command, and only here is anything printed."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

__all__ = ["main", "run"]

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def run() -> NoReturn:
    """Run the command line of this process, and leave it with the exit code."""
    # The records of a run live to its end: to look for cycles so often costs a tenth of a start.
    gc.set_threshold(100_000)
    from socialint import __path__ as home  # noqa: PLC0415  nothing is to be made before
    from socialint.bundle import install  # noqa: PLC0415  the same

    bundle = install("socialint", home[0])
    code = main()
    from socialint.kept import kept  # noqa: PLC0415  the same

    kept().write()
    bundle.write()
    # All that is written is flushed; to take everything apart would cost another tenth.
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; answers its exit code.

    0 nothing that fails the run, 1 findings, 2 a wrong command, settings, profile, plugin or
    input, 3 a bug in socialint; 130 where the run was interrupted.
    """
    from socialint.cli.language import system_language  # noqa: PLC0415  guarded below

    given = list(sys.argv[1:] if argv is None else argv)
    lang = system_language(given)
    try:
        return _command(given, lang)
    except KeyboardInterrupt:
        from socialint.cli.terminal import interrupted  # noqa: PLC0415  hardly ever needed

        interrupted(lang)
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001  a bug of ours, told in a way that can be sent
        from socialint.cli.crash import report  # noqa: PLC0415  hopefully never needed
        from socialint.report import BUG  # noqa: PLC0415  the same

        report(error, given, lang)
        return BUG


def _command(given: list[str], lang: str) -> int:
    from socialint.cli.commands import dispatch  # noqa: PLC0415  guarded by `main`
    from socialint.cli.language import (  # noqa: PLC0415  guarded by `main`
        asked_language,
        language_here,
    )
    from socialint.cli.terminal import refuse  # noqa: PLC0415  guarded by `main`
    from socialint.errors import SocialintError  # noqa: PLC0415  guarded by `main`
    from socialint.report import WRONG  # noqa: PLC0415  guarded by `main`

    try:
        return dispatch(given, lang)
    except SocialintError as error:
        refuse(error.problems, language_here(asked_language(given), lang))
        return WRONG
