"""A target: what is done with bytes, and what it starts from."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from socialint.errors import Problem
from socialint.locale import describe


class Target(NamedTuple):
    """`run` raises where something does not hold.

    `modules` are the ones whose branches are counted (a package stands for all in it), `seeds`
    what the fuzzer begins with, `words` what it may put in.
    """

    name: str
    run: Callable[[bytes], object]
    modules: tuple[str, ...]
    seeds: tuple[str, ...]
    words: tuple[str, ...] = ()


def text_of(data: bytes) -> str:
    """The text of a file that holds such bytes; what can't be decoded is replaced."""
    return data.decode("utf-8", "replace").replace("\0", "\ufffd")


def told(problem: Problem, text: str | None = None) -> None:
    """A problem has words in every language, and a place that is in the text."""
    for lang in ("fr", "en"):
        assert describe(problem, lang)
    if text is not None and problem.line is not None:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        assert 1 <= problem.line <= len(lines), problem
        assert 1 <= (problem.column or 1) <= len(lines[problem.line - 1]) + 2, problem
