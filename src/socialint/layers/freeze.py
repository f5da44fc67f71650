"""A token trie written down, a line a node, each known by where its line begins."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from socialint.layers.notation import LEAST_PREFIX

Node = dict[str, Any]
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def line(value: Any) -> str:
    """One line of what is compiled."""
    return _ENCODER.encode(value)


class Lines:
    """Lines by where they begin, in bytes; equal ones are one, and none begins at 0."""

    def __init__(self) -> None:
        self.seen: dict[str, int] = {}
        self._end = 1

    def put(self, value: Mapping[str, Any]) -> int:
        """Where the line of these things by name, in their order, begins."""
        written = line(dict(sorted(value.items())))
        if written not in self.seen:
            self.seen[written] = self._end
            self._end += len(written.encode()) + 1
        return self.seen[written]

    def shelved(self, table: Mapping[str, Any], shelf: Callable[[str], str]) -> dict[str, int]:
        """A large table, parted into lines: where they begin, by the name of their shelf."""
        parts: dict[str, dict[str, Any]] = {}
        for name, value in table.items():
            parts.setdefault(shelf(name), {})[name] = value
        return {name: self.put(part) for name, part in parts.items()}


def freeze(root: Node, lines: Lines) -> tuple[dict[str, int], dict[str, Any]]:
    """First words and open-ended ones, each with the place of its node among the lines.

    Equal nodes are shared: alternatives meet again after they part.
    """
    roots = {word: _put(node, lines) for word, node in root.items() if word}
    open_ended = root[""][2] if "" in root else {}
    rests = _by_letters((word, _put(node, lines)) for word, node in open_ended.items())
    return roots, rests


def _put(node: Node, lines: Lines) -> int:
    return lines.put(_frozen(node, lines))


def _frozen(node: Node, lines: Lines) -> Node:
    frozen: Node = {word: _put(after, lines) for word, after in node.items() if word}
    if "" in node:
        entries, gap, rests = node[""]
        starts = _by_letters((word, _put(after, lines)) for word, after in rests.items())
        frozen[""] = [entries, _put(gap["next"], lines) if gap else 0, starts]
    return frozen


def _by_letters(rests: Iterable[tuple[str, int]]) -> dict[str, list[Any]]:
    starts: dict[str, list[Any]] = {}
    for prefix, after in rests:
        starts.setdefault(prefix[:LEAST_PREFIX], []).append([prefix, after])
    return starts
