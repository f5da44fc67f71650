"""Plain data that knows where it stands in its file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from socialint.errors import Problem
from socialint.frozen import Frozen, field

Steps = tuple["str | int", ...]
Place = tuple[int, int]


class Data(Frozen):
    """A file's content as dicts, lists, texts, numbers, truth values and null.

    `problems` are what could not be read; the rest of the file is there all the same.
    """

    path: str
    value: Any
    problems: tuple[Problem, ...] = ()
    values: Mapping[Steps, Place] = field(default_factory=dict)
    keys: Mapping[Steps, Place] = field(default_factory=dict)

    def where(self, steps: Sequence[str | int], *, key: bool = False) -> Place:
        """Line and column (from 1) of the value at `steps`, or of its key.

        Of a part that is not there, the place of the nearest part around it.
        """
        path = tuple(steps)
        places = self.keys if key else self.values
        while path and path not in places:
            path, places = path[:-1], self.keys
        return places.get(path) or self.values.get(path, (1, 1))

    def problem(
        self, code: str, steps: Sequence[str | int] = (), *, key: bool = False, **args: str
    ) -> Problem:
        """A problem of this file, at the value at `steps` or at its key."""
        return Problem(code, self.path, *self.where(steps, key=key), args)
