"""What is said when socialint itself fails: lines to send, with no word of any draft."""

from __future__ import annotations

import platform
import sys
from collections.abc import Sequence
from pathlib import PurePath
from traceback import walk_tb

from socialint.cli.terminal import tell
from socialint.locale import words
from socialint.version import version

_DEEPEST = 12  # calls shown


def report(error: BaseException, argv: Sequence[str], lang: str) -> None:
    """Say on the standard error where the program failed; an exception's words may be a draft's."""
    say = words(lang)["cli"]["bug"]
    tell("\n".join((say, "", *(f"    {line}" for line in block(error, argv)), "")), sys.stderr)


def block(error: BaseException, argv: Sequence[str]) -> list[str]:
    """The lines to send: versions, the options without their values, the kinds of error, calls."""
    names = [word.partition("=")[0] for word in argv if word.startswith("-")]
    command = [word for word in argv[:1] if word.isidentifier()]
    calls = [
        f"{'/'.join(PurePath(code.co_filename).parts[-3:])}:{line} {code.co_qualname}"
        for frame, line in walk_tb(error.__traceback__)
        for code in [frame.f_code]
    ]
    system = f"Python {platform.python_version()}, {sys.platform}"
    return [
        f"socialint {version()}, {system}",
        " ".join(["socialint", *command, *names]),
        *calls[-_DEEPEST:],
        " < ".join(_kinds(error)),
    ]


def _kinds(error: BaseException) -> list[str]:
    """The type of the error, then of those that it came from."""
    kinds: list[str] = []
    seen: BaseException | None = error
    while seen and len(kinds) < _DEEPEST:
        kinds.append(type(seen).__qualname__)
        seen = seen.__cause__ or seen.__context__
    return kinds
