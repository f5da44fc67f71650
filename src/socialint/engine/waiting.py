"""Drafts that wait until there are enough of them to be judged together."""

from __future__ import annotations

from collections.abc import Callable

from socialint.engine.judge import judge
from socialint.engine.look import Look

MOST = 64  # drafts; more of them are hardly quicker, and each takes some 100 KB
LONGEST = 200_000  # code points, so that long drafts don't wait for others


class Waiting:
    """Drafts in the order in which they came, and what is to be done once they are judged."""

    def __init__(self) -> None:
        self._looks: list[Look] = []
        self._length = 0
        self._after: list[Callable[[], None]] = []

    def add(self, look: Look) -> None:
        """Let the draft wait, or judge it with all that wait if they are enough."""
        self._looks.append(look)
        self._length += sum([len(view.text) for view in look.subject.views.values()])
        if len(self._looks) == MOST or self._length >= LONGEST:
            self.judge()

    def then(self, act: Callable[[], None]) -> None:
        """Do this when all that wait now have been judged."""
        self._after.append(act)

    def judge(self) -> None:
        """Judge all that wait."""
        looks, after = self._looks, self._after
        self._looks, self._after, self._length = [], [], 0
        judge(looks)
        for act in after:
            act()
