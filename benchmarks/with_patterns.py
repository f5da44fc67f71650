"""What token patterns find: each rule that has some, with and without them.

usage: python benchmarks/with_patterns.py FILE.jsonl…

The drafts are labelled; `tests/quality/labels.json` says which rules count for a label, and from
which severity.  A rule is judged alone.  Without patterns none of them matches anything, and so a
move that has one as a slot is never made; all else is as it was.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

from ablation import linter, measure

ROOT = Path(__file__).resolve().parents[1]
LABELS = ROOT / "tests" / "quality" / "labels.json"


def patterned() -> set[str]:
    """The built-in rules that have token patterns in some language."""
    files = (ROOT / "rules").glob("*/*/*.yaml")
    return {file.parent.name for file in files if "\npatterns:\n" in file.read_text("utf-8")}


def labelled() -> Iterator[tuple[str, str, str]]:
    """A label, a rule with patterns that counts for it, and the severity from which it does."""
    rules = patterned()
    for label, counted in json.loads(LABELS.read_text("utf-8")).items():
        for rule in sorted(rules.intersection(counted["rules"])):
            yield label, rule, counted["min"]


def main(files: list[str]) -> None:
    """Prints two lines a rule."""
    lines = [line for name in files for line in Path(name).read_text("utf-8").splitlines()]
    drafts = [json.loads(line) for line in lines if line.strip()]
    for label, rule, least in labelled():
        with TemporaryDirectory() as folder:
            judge = linter([rule], folder)
            print(f"{rule}, of {label}")
            print("  with patterns:   ", measure(judge, drafts, label, least))
            with patch("socialint.layers.patterns.find", lambda *_: ()):
                print("  without patterns:", measure(judge, drafts, label, least))


if __name__ == "__main__":
    main(sys.argv[1:])
