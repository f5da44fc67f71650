"""How often socialint is right on drafts that nobody tuned it on: precision and recall per label.

usage: python benchmarks/quality.py [--misses]

A draft counts once a label, whether it has it, and whether a rule of the label speaks of it at
the severity that `tests/quality/labels.json` names or above.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from socialint import Draft, Linter
from socialint.finding import SEVERITIES

SET = Path(__file__).resolve().parents[1] / "tests" / "quality"


def drafts(lang: str) -> Iterator[dict[str, Any]]:
    """The labelled drafts in a language."""
    lines = (SET / f"{lang}.jsonl").read_text(encoding="utf-8").splitlines()
    return (json.loads(line) for line in lines if line.strip())


def labels_of(linter: Linter, draft: dict[str, Any], speak: dict[str, Any]) -> set[str]:
    """The labels that the rules give a draft."""
    given = ("text", "kind", "channel", "lang", "in_reply_to")
    report = linter.check_draft(Draft(**{name: draft[name] for name in given}))
    return {
        label
        for label, entry in speak.items()
        for finding in report.findings
        if finding.rule in entry["rules"]
        and SEVERITIES.index(finding.severity) >= SEVERITIES.index(entry["min"])
    }


def measure(lang: str, *, misses: bool) -> None:
    """Prints a line for each label that some draft has or some rule gives."""
    speak = json.loads((SET / "labels.json").read_text(encoding="utf-8"))
    linter = Linter()
    count: Counter[tuple[str, str]] = Counter()
    clean = flagged = total = 0
    for draft in drafts(lang):
        wanted = {label["label"] for label in draft["labels"]} & speak.keys()
        found = labels_of(linter, draft, speak)
        total += 1
        clean += not draft["labels"]
        flagged += bool(found and not draft["labels"])
        count.update(("right", label) for label in wanted & found)
        count.update(("false", label) for label in found - wanted)
        count.update(("missed", label) for label in wanted - found)
        if misses:
            for label in sorted(wanted ^ found):
                print(f"  {'missed' if label in wanted else 'false'} {label}: {draft['text']!r}")
    print(f"{lang}: {total} drafts, {flagged} of {clean} clean ones flagged")
    for label in sorted({label for _, label in count}):
        right, false, missed = (count[kind, label] for kind in ("right", "false", "missed"))
        print(
            f"  {label:16} {right:3} right {false:3} false {missed:3} missed"
            f"   precision {rate(right, false)}  recall {rate(right, missed)}"
        )


def rate(right: int, wrong: int) -> str:
    """A share as a figure, or a dash where there is nothing to share."""
    return f"{right / (right + wrong):.2f}" if right + wrong else "–"


if __name__ == "__main__":
    for language in ("fr", "en"):
        measure(language, misses="--misses" in sys.argv)
