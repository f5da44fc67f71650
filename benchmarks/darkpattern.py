"""How many cues of urgency and scarcity are seen in the microcopy of shops.

usage: python benchmarks/darkpattern.py FILE.jsonl [--misses]

Each line has a `text`, its `lang` and a `label` (Urgency, Scarcity, Not Dark Pattern…), as in the
e-commerce dark-pattern dataset of Yamana laboratory.  A text counts where any cue of the rule
`pressure-urgency` stands in it, of any weight: what is measured is the layer of cues and not the
rule, which wants several.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from socialint import Linter
from socialint.checks.check import Words
from socialint.checks.moves.board import Board
from socialint.checks.moves.found import found
from socialint.checks.moves.reading import moves
from socialint.layers.view import View
from socialint.rule import Rule
from socialint.rulepack.pack import merged

RULE = "pressure-urgency"
NO_CUE = frozenset(["offered", "buy-now", "too-late"])  # said of other things too
HURRY = ("Urgency", "Scarcity")
INNOCENT = "Not Dark Pattern"


def rule(linter: Linter) -> Rule:
    """The rule whose cues are measured."""
    return next(rule for pack in linter.packs for rule in pack.rules if rule.name == RULE)


def measure(path: Path, *, misses: bool) -> None:
    """Prints how many texts of each label hold a cue."""
    linter = Linter()
    lexicons = merged(linter.packs)
    one = rule(linter)
    words = Words(one.name, one.lists)
    known = moves(one.params, words)
    cues = tuple(move for move in known if move.weight > 0 and move.name not in NO_CUE)
    seen: Counter[str] = Counter()
    total: Counter[str] = Counter()
    for line in path.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        board = Board(View(row["text"], row["lang"], lexicons=lexicons), words)
        cue = next(found(board, cues), None)
        total[row["label"]] += 1
        seen[row["label"]] += cue is not None
        wrong = (cue is None) == (row["label"] in HURRY)
        if misses and wrong and row["label"] in {*HURRY, INNOCENT}:
            print(f"  {row['label']}: {cue.move.name if cue else '-'}: {row['text']!r}")
    for label, count in total.most_common():
        print(f"{label:18} {seen[label]:4} of {count:4}  {seen[label] / count:.3f}")
    both = sum(total[label] for label in HURRY)
    print(f"Urgency + Scarcity {sum(seen[label] for label in HURRY) / both:.3f}")


if __name__ == "__main__":
    measure(Path(sys.argv[1]), misses="--misses" in sys.argv)
