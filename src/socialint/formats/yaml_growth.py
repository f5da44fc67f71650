"""What a YAML document may come to: how deep it nests, how much its aliases spell out."""

from __future__ import annotations

from socialint.formats.nodes import MAX_DEPTH, Node, UnreadableError
from socialint.named import NamedTuple

FREE_SIZE = 100_000  # what aliases may spell out before their share is looked at
MAX_GROWTH = 10


class Anchored(NamedTuple):
    """A node that aliases name, how much it spells out, and how many levels it holds."""

    node: Node
    size: int
    height: int


class Growth:
    """Depth and size of what was read so far; raises `UnreadableError` when it is too much."""

    def __init__(self) -> None:
        self.deepest = 0
        self.size = 0
        self._written = 0

    def weigh(self, weight: int) -> None:
        """Count what is written out."""
        self._written += weight
        self.size += weight

    def enter(self, depth: int, offset: int) -> None:
        """Go down to a level, at `offset` of the source."""
        if depth > MAX_DEPTH:
            raise UnreadableError("too-deep", offset, limit=str(MAX_DEPTH))
        self.deepest = max(self.deepest, depth)

    def repeat(self, anchored: Anchored, depth: int, offset: int) -> Node:
        """The node that an alias at `offset` stands for, counted once more."""
        self.enter(depth + anchored.height, offset)
        self.size += anchored.size
        if self.size > max(FREE_SIZE, MAX_GROWTH * self._written):
            raise UnreadableError("yaml-alias-bomb", offset)
        return anchored.node
