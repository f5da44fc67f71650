"""What reaches the standard output and the standard error, and how it may look there."""

from __future__ import annotations

import codecs
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from io import TextIOWrapper
from typing import TextIO

from socialint.errors import Problem, SettingsError, cause
from socialint.reporters.look import WIDTH, Look

_WIDEST = 100  # beyond it lines are hard to follow


def look_of(stream: TextIO, lang: str, *, profile: bool = False) -> Look:
    """How a report may look on a stream."""
    return Look(
        lang=lang,
        colour=_colour(stream, os.environ),
        width=_width(stream, os.environ),
        encoding=codecs.lookup(stream.encoding or "utf-8").name,
        profile=profile,
    )


def put(chunks: Iterable[str], stream: TextIO | None = None) -> None:
    """Write text to a stream, the standard output if none is given.

    Where nobody reads it any more (`| head`), the rest goes nowhere.  Raises SettingsError where
    the standard output can't be written, as on a full disk.
    """
    stream = stream or sys.stdout
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(errors="backslashreplace")
    try:
        stream.writelines(chunks)
        stream.flush()
    except OSError as error:
        # else Python complains when it flushes the stream at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if stream is sys.stdout and not isinstance(error, BrokenPipeError):
            args = {"reason": cause(error)}
            raise SettingsError(Problem("output-failed", stream.name, args=args)) from error


def tell(text: str, stream: TextIO | None = None) -> None:
    """Write words of our own, in signs that the stream can show."""
    from socialint.reporters.cells import plain  # noqa: PLC0415  reports do it themselves

    stream = stream or sys.stdout
    look = look_of(stream, "")
    put(["\n".join(plain(line, look.encoding) for line in text.split("\n"))], stream)


def refuse(problems: Sequence[Problem], lang: str) -> None:
    """Say on the standard error what is wrong, and its cure."""
    from socialint.reporters.human import problems as told  # noqa: PLC0415  only when refused

    put(told(problems, look_of(sys.stderr, lang)), sys.stderr)


def interrupted(lang: str) -> None:
    """Say that the run did not end by itself."""
    from socialint.locale import words  # noqa: PLC0415  only when interrupted

    tell(f"\n{words(lang)['cli']['interrupted']}\n", sys.stderr)


def _colour(stream: TextIO, environment: Mapping[str, str]) -> bool:
    """See https://no-color.org and https://force-color.org."""
    if environment.get("NO_COLOR"):
        return False
    if environment.get("FORCE_COLOR"):
        return True
    return stream.isatty() and environment.get("TERM") != "dumb"


def _width(stream: TextIO, environment: Mapping[str, str]) -> int:
    columns = environment.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        return min(int(columns), _WIDEST)
    if stream.isatty():
        with suppress(OSError, ValueError):
            return min(os.get_terminal_size(stream.fileno()).columns or WIDTH, _WIDEST)
    return WIDTH
