"""The least that a list of phrases can cost: one pass of a trie of words, and nothing else.

usage: python benchmarks/floor.py RULE_FOLDER PATH

Reads the entries under `terms:` in RULE_FOLDER's files, and every file under PATH as plain text;
prints how many entries it met.  No case but lower, no accents taken away, no places, no rules.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Any

WORD = re.compile(r"\w+")
END = ""


def trie_of(entries: list[str]) -> dict[str, Any]:
    """A mapping a word, and under `END` that an entry ends."""
    root: dict[str, Any] = {}
    for entry in entries:
        node = root
        for word in WORD.findall(entry.lower()):
            node = node.setdefault(word, {})
        node[END] = True
    return root


def count(text: str, trie: dict[str, Any]) -> int:
    """How many entries stand in the text."""
    words, found = WORD.findall(text.lower()), 0
    for start, word in enumerate(words):
        node, at = trie.get(word), start
        while node:
            found += END in node
            at += 1
            node = node.get(words[at]) if at < len(words) else None
    return found


def main() -> None:
    rules, path = map(Path, sys.argv[1:3])
    lines = [
        line for file in rules.rglob("??.yaml") for line in file.read_text("utf-8").split("\n")
    ]
    trie = trie_of([line.strip("- ") for line in lines if line.startswith("      - ")])
    files = sorted(path.rglob("*.*")) if path.is_dir() else [path]
    print(sum(count(file.read_text("utf-8"), trie) for file in files))


if __name__ == "__main__":
    main()
