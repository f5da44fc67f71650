"""What stands apart in a text, of several things found there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import attrgetter
from typing import TypeVar

T = TypeVar("T")
PLACE: Callable[[object], tuple[int, int]] = attrgetter("start", "end")


def apart(found: Iterable[T], place: Callable[[T], tuple[int, int]] = PLACE) -> list[T]:
    """Those of `found`, the best first, that share no character with one kept before them.

    `place` tells where one begins and ends.
    """
    kept: list[T] = []
    taken: list[tuple[int, int]] = []
    for one in found:
        start, end = place(one)
        if all(end <= first or last <= start for first, last in taken):
            kept.append(one)
            taken.append((start, end))
    return kept
